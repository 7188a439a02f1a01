// Cards as the workspace really gets them: a refund case, a VIP, an approval that waits and one that is done.
import { buttons, type Card, facts, note, strong, text, time } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import { asId } from '#engine/ids.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import { NOW } from '../../../support/workspace.ts';

const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

/** A refund request that nobody has taken; `taken` is the same after Take. */
export function refundCard(state: 'open' | 'taken' = 'open', name = 'Maria Almeida'): Card {
  const ref = { id: 'case_7ZK3QX', version: state === 'open' ? 1 : 2 };
  return {
    title: `Refund request: ${name}, order #10482`,
    tone: state === 'open' ? 'warning' : 'neutral',
    blocks: [
      facts(
        ['Customer', [strong(name), ' · maria.almeida@example.com']],
        ['Amount', '$128.40'],
        ['Lifetime spend', '$4,916.20 in 23 orders'],
        ['Earlier refunds', '1 ($22.00)'],
        ['Answer due', time(hours(20), 'relative')],
        ['Assignee', state === 'open' ? 'Nobody yet' : 'You'],
      ),
      {
        kind: 'table',
        caption: 'Items to return',
        columns: ['Item', 'Qty', 'Price'],
        rows: [
          ['Kind of Blue (LP)', '1', '$84.90'],
          ['Blue Train (CD)', '3', '$43.50'],
        ],
      },
      {
        kind: 'quote',
        text: 'The record skips on side B, and the sleeve came with a bent corner.',
        by: 'Reason: defective',
      },
      buttons(
        state === 'open'
          ? { label: 'Take', action: { name: 'case.take', ...ref }, style: 'primary' }
          : null,
        { label: 'Offer alternatives', action: { name: 'case.offer', ...ref } },
        {
          label: 'Decline',
          action: { name: 'case.decline', ...ref },
          style: 'danger',
          confirm: {
            title: 'Decline this request?',
            text: 'The customer is told by mail.',
            confirm: 'Decline',
          },
        },
        { label: 'Profile', action: { name: 'customer.show', id: 'cus_1' } },
      ),
      note('case_7ZK3QX · opened ', time(hours(-4), 'relative')),
    ],
  };
}

/** A discount and a mail that wait for a decision, or what became of them. */
export function approvalCard(status: 'pending' | 'done' = 'pending', percent = 50): Card {
  const ref = { id: 'apr_1', version: 1 };
  return {
    title: 'Approval: thank Jonas Weber with a discount',
    tone: status === 'pending' ? 'warning' : 'good',
    blocks: [
      facts(
        ['Customer', strong('Jonas Weber')],
        ['Discount', `${percent} % off, once`],
        ['Code', { kind: 'code', text: 'VIP-••••-7Q2K' }],
        ['Valid until', time(hours(720), 'day')],
        ['Got lately', 'Nothing in 90 days'],
        ['Status', status === 'pending' ? 'Waiting for a decision' : 'Done'],
      ),
      ...(status === 'pending'
        ? []
        : [
            text(strong('Approved by You'), ' · ', time(hours(0), 'full'), ' · from the workspace'),
            {
              kind: 'list' as const,
              items: [
                { text: ['Code created in the shop'], mark: 'done' as const },
                { text: ['E-mail sent to jonas.weber@example.com'], mark: 'done' as const },
                { text: ['Tag VIP added in the shop'], mark: 'done' as const },
              ],
            },
          ]),
      status === 'pending'
        ? buttons(
            { label: 'Approve', action: { name: 'approval.approve', ...ref }, style: 'primary' },
            { label: 'Edit', action: { name: 'approval.edit', ...ref } },
            { label: 'Reject', action: { name: 'approval.reject', ...ref }, style: 'danger' },
            { label: 'Preview e-mail', action: { name: 'approval.preview', ...ref } },
          )
        : buttons({ label: 'Profile', action: { name: 'customer.show', id: 'cus_2' } }),
      note('Version 1 · 5f2c91d0'),
    ],
  };
}

/** The form behind Offer alternatives. */
export function offerForm(): Form {
  return {
    title: 'Offer alternatives to Maria Almeida',
    intro: [
      text('She chooses one in the mail; nothing is refunded or sent before it is approved.'),
    ],
    fields: [
      {
        kind: 'choices',
        name: 'options',
        label: 'What may she choose?',
        required: true,
        options: [
          { value: 'exchange', label: 'Exchange for another item' },
          { value: 'store-credit', label: 'Store credit', hint: 'A little more than the refund' },
          {
            value: 'code',
            label: 'A code for the next order',
            hint: 'She has consented to marketing',
          },
        ],
        values: ['exchange'],
      },
      {
        kind: 'number',
        name: 'credit',
        label: 'Store credit in USD',
        required: false,
        min: 0,
        max: 1000,
        value: 140,
      },
      {
        kind: 'choice',
        name: 'tone',
        label: 'Tone',
        required: true,
        options: [
          { value: 'warm', label: 'Warm' },
          { value: 'plain', label: 'Plain' },
        ],
        value: 'warm',
      },
      {
        kind: 'text',
        name: 'line',
        label: 'A personal line',
        hint: 'Stands at the top of the mail.',
        required: false,
        multiline: true,
        maxLength: 300,
        placeholder: 'I am sorry about the record…',
      },
    ],
    submitLabel: 'Ask for approval',
    action: { name: 'case.offer-send', id: 'case_7ZK3QX', version: 1 },
  };
}

/** A mail that was sent, or held back with its reason. */
export function aMail(changes: Partial<MailRecord> = {}): MailRecord {
  return {
    id: asId('mail', 'mail_1'),
    customerId: asId('customer', 'cus_2'),
    approvalId: asId('approval', 'apr_1'),
    mail: {
      template: 'vip-thanks',
      purpose: 'marketing',
      to: 'jonas.weber@example.com',
      toName: 'Jonas Weber',
      subject: 'Thank you, Jonas: 50 % off your next order',
      html: '<!doctype html><html><head><style>body{font-family:sans-serif;padding:32px;color:#123}</style></head><body><h1>Thank you, Jonas</h1><p>Your code is <b>VIP-4HF2-7Q2K</b>.</p><p><a href="https://shop.example/">Shop</a></p><script>document.body.textContent = "hacked"</script></body></html>',
      text: 'Thank you, Jonas\n\nYour code is VIP-4HF2-7Q2K.\n\nUnsubscribe: https://shop.example/u/1',
      unsubscribeUrl: 'https://shop.example/u/1',
    },
    status: 'sent',
    reason: null,
    at: NOW,
    ...changes,
  };
}

// email outbox, preview, test: what went out, and what a template looks like; writing one is in `email-write.ts`.
import { z } from 'zod';
import { asciiAddress } from '#engine/email/address.ts';
import { UserError } from '#engine/errors.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { isPaused } from '#engine/flows/pause.ts';
import { renderMail } from '#engine/flows/render-mail.ts';
import { viewCustomer } from '#engine/flows/view-customer.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import type { MailOutcome } from '#engine/ports/mailer.ts';
import { refusedAs, shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { mailPreviewCard, outboxCard } from '../cards/mail.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { sampleProfile, sampleValues } from '../work/sample-mail.ts';
import { emailWriteCommands } from './email-write.ts';
import { moreLine, Paging, pageFlags, pageOf, place, whoRest } from './parameters.ts';

const Preview = z.object({ template: z.string(), who: z.string() });
const Test = z.object({ template: z.string(), address: z.string() });

/** The commands about mails. */
export function emailCommands(words: Words): readonly AnyCommand[] {
  return [
    outboxCommand(words),
    previewCommand(words),
    testCommand(words),
    ...emailWriteCommands(words),
  ];
}

function outboxCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'email outbox',
    summary: words.commandSummaries['email outbox'],
    role: 'viewer',
    parameters: pageFlags(words),
    Args: Paging,
    examples: ['email outbox', 'email outbox --limit 10'],
    run: async ({ deps }, args) => {
      const page = pageOf(args);
      const mails = await deps.storage.mails.list(page);
      const last = mails.at(-1)?.id ?? null;
      const more = moreLine(words, { command: 'email outbox', page, last, rows: mails.length });
      return shown(outboxCard(words, mails, more), mails.map(mailJson));
    },
  });
}

function previewCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'email preview',
    summary: words.commandSummaries['email preview'],
    role: 'viewer',
    parameters: [place('template', words.parameterSummaries.template, 'template'), whoRest(words)],
    Args: Preview,
    examples: ['email preview vip-thanks maria@example.com'],
    run: (context, args) => previewMail(words, context, args),
  });
}

/** A mail as one customer would see it, as an answer. */
export async function previewMail(
  words: Words,
  { deps }: Context,
  { template, who }: z.infer<typeof Preview>,
): Promise<Answer> {
  const { profile, orders } = await viewCustomer(deps, (await findCustomer(deps, who)).id);
  const values = sampleValues(deps, words, template, orders[0] ?? null);
  const mail = await renderMail(deps, template, profile, values);
  const { subject, html, text, to, purpose } = mail;
  return shown(mailPreviewCard(words, mail, []), { subject, html, text, to, purpose });
}

function testCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'email test',
    summary: words.commandSummaries['email test'],
    role: 'approver',
    effect: 'reserved',
    parameters: [
      place('template', words.parameterSummaries.template, 'template'),
      place('address', words.parameterSummaries.address),
    ],
    Args: Test,
    examples: ['email test vip-thanks me@example.com'],
    run: (context, args) => sendTest(words, context, args),
  });
}

/** Sends a template about nobody; audited, and in no customer's outbox. */
async function sendTest(
  words: Words,
  { deps, teammate }: Context,
  { template, address }: z.infer<typeof Test>,
): Promise<Answer> {
  const { events } = words;
  if (asciiAddress(address) === null)
    throw new UserError({ code: 'invalid', field: 'address', reason: 'bad-address' });
  if (await isPaused(deps)) return pausedAnswer(words, template);
  const profile = sampleProfile(deps, words, address);
  const values = sampleValues(deps, words, template, null);
  const mail = await renderMail(deps, template, profile, values);
  const { sender } = deps.playbook.team;
  const id = deps.newId('mail');
  const outcome = await deps.mailer.send({
    messageId: `<${id}@${new URL(deps.publicUrl).hostname}>`,
    from: { name: sender.name, address: deps.mailFrom },
    replyTo: sender.reply_to ?? null,
    mail: { ...mail, subject: events.testSubject(mail.subject) },
  });
  await deps.storage.audit.append({
    at: deps.now(),
    actor: teammate.person,
    action: 'email.tested',
    subject: id,
    details: { template, outcome: outcome.kind },
  });
  return testAnswer(words, { template, address, id }, outcome);
}

function pausedAnswer(words: Words, template: string): Answer {
  const title = words.events.testTitle(oneLine(template, 60));
  return refusedAs({ title, code: 'paused', message: words.paused }, null);
}

function testAnswer(
  words: Words,
  sent: { readonly template: string; readonly address: string; readonly id: string },
  outcome: MailOutcome,
): Answer {
  const { events } = words;
  const title = events.testTitle(oneLine(sent.template, 60));
  if (outcome.kind === 'accepted')
    return shown(sentenceCard(title, events.testSent(oneLine(sent.address)), 'good'), sent);
  const message =
    outcome.kind === 'uncertain'
      ? events.testUncertain
      : events.testRefused(oneLine(outcome.reason, 200));
  return refusedAs({ title, code: outcome.kind, message }, null);
}

function mailJson(record: MailRecord) {
  const { id, mail, at, approvalId, status, reason } = record;
  return {
    id,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    at,
    ...(approvalId === null ? {} : { approval: approvalId }),
    status,
    ...(reason === null ? {} : { reason }),
    template: mail.template,
  };
}

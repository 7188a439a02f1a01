// The e-mail templates that ship with the playbook, and values to fill them with.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES } from '#engine/language.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';

const EMAILS = new URL('../../playbook/emails/', import.meta.url);
const ENDING = '.mjml.liquid';

/** Every template that ships, each translation by its own name: `thank-you.de`. */
export const TEMPLATE_NAMES: readonly string[] = readdirSync(EMAILS)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length));

const FrontMatter = z.strictObject({
  subject: z.string(),
  preheader: z.string(),
  purpose: z.enum(['transactional', 'marketing']),
});

/** Reads a shipped template with its front matter taken off. */
export async function readShippedTemplate(name: string): Promise<MailTemplate> {
  const file = new URL(`${name}${ENDING}`, EMAILS);
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(file, 'utf8'));
  const language = LANGUAGES.find((one) => name.endsWith(`.${one}`));
  return {
    name,
    ...(language === undefined ? {} : { language }),
    ...FrontMatter.parse(parse(match?.[1] ?? '')),
    source: match?.[2] ?? '',
  };
}

/** A small template that states only what matters. */
export function aTemplate(
  change: Partial<MailTemplate> & { readonly body?: string },
): MailTemplate {
  const { body = '<mj-text>Hello</mj-text>', ...rest } = change;
  return {
    name: 'test',
    subject: 'Hello',
    preheader: '',
    purpose: 'transactional',
    source: `<mjml>\n<mj-body><mj-section><mj-column>\n${body}\n</mj-column></mj-section></mj-body></mjml>`,
    ...rest,
  };
}

const ITEMS = [
  { title: 'Kind of Blue', quantity: 1, total: { minor: 3_400, currency: 'EUR' } },
  { title: 'A Love Supreme', quantity: 2, total: { minor: 5_800, currency: 'EUR' } },
];
const TOTAL = { minor: 9_200, currency: 'EUR' };

/** Every value the shipped templates know, for Maria. */
export const MAIL_EXAMPLE = {
  customer: { first_name: 'Maria', name: 'Maria Lind' },
  shop: { name: 'Nordlicht Records', postal_address: 'Lange Str. 5, 10115 Berlin, Germany' },
  sender: { name: 'Jonas from Nordlicht' },
  discount: {
    code: 'VIP-7ZK3Q9XM2B4T',
    percent: 50,
    worth: '50 %',
    expires_at: '2026-10-31T22:59:59.000Z',
  },
  order: { number: '#1042', total: TOTAL, items: ITEMS, url: 'https://shop.example/orders/1042' },
  checkout: { total: TOTAL, items: ITEMS, url: 'https://shop.example/cart/7' },
  appointment: {
    title: 'Listening session',
    place: 'Lange Str. 5',
    starts_at: '2026-10-29T15:30:00.000Z',
  },
  recommended: [
    { title: 'Giant Steps', because: 'A Love Supreme' },
    { title: 'Time Out', because: '' },
  ],
  decline: { text: 'The return period of 30 days is over.' },
  credit: { amount: { minor: 2_500, currency: 'EUR' }, text: 'With our apologies.' },
  exchange: { text: 'Size M goes out as soon as yours is here.' },
  offer: {
    line: 'I have put the blue one aside for you.\nJust say the word.',
    options: [
      {
        kind: 'exchange',
        label: 'Exchange it',
        url: 'https://shop.example/s/t0k3n?choice=exchange',
      },
      {
        kind: 'store-credit',
        label: '$45.00 store credit',
        url: 'https://shop.example/s/t0k3n?choice=store-credit',
      },
      { kind: 'refund', label: 'My money back', url: 'https://shop.example/s/t0k3n?choice=refund' },
    ],
    survey_url: 'https://shop.example/s/t0k3n',
  },
  unsubscribe_url: 'https://shop.example/u/t0k3n',
  return_url: 'https://shop.example/r/t0k3n?order=%231042',
} as const;

// A mail on a card: to whom, subject and text, with a code in it masked.
import type { Effect } from '#engine/actions/effect.ts';
import { maskCode } from '#engine/discounts/discount.ts';
import type { RenderedMail } from '#engine/email/message.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import { type Block, type Card, facts, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { listCard } from './list.ts';
import { fewLines, oneLine } from './shorten.ts';

/** How much of a mail's text stands on an approval; the preview shows all that a card can bear. */
const EXCERPT = 500;

/** Address, subject and the first lines of a mail that a plan would send. */
export function mailBlocks(
  words: Words,
  mail: RenderedMail,
  effects: readonly Effect[],
): readonly Block[] {
  const mask = maskCodes(effects);
  return [
    facts(
      [words.approvals.mailTo, oneLine(mail.to, 120)],
      [words.approvals.mailSubject, oneLine(mask(mail.subject), 150)],
    ),
    {
      kind: 'quote',
      text: fewLines(
        mask(mail.text)
          .trim()
          .replace(/\n{2,}/g, '\n'),
        EXCERPT,
      ),
      by: words.approvals.mailPreview,
    },
  ];
}

/** The mail of a plan, as long as a card can bear, for who wants to read it before deciding. */
export function mailPreviewCard(
  words: Words,
  mail: RenderedMail,
  effects: readonly Effect[],
): Card {
  const mask = maskCodes(effects);
  const paragraphs = mask(mail.text)
    .trim()
    .split(/\n{2,}/)
    .slice(0, 20);
  return {
    title: words.approvals.previewTitle(oneLine(mask(mail.subject), 130)),
    tone: 'neutral',
    blocks: [
      facts(
        [words.approvals.mailTo, oneLine(mail.to, 120)],
        [words.approvals.mailSubject, oneLine(mask(mail.subject), 200)],
      ),
      ...paragraphs.map((paragraph): Block => ({ kind: 'quote', text: fewLines(paragraph) })),
    ],
  };
}

/** The mails as a list, newest first, those not sent with their reason. */
export function outboxCard(words: Words, mails: readonly MailRecord[], more: string | null): Card {
  return listCard({
    title: words.events.outboxTitle,
    empty: words.events.outboxEmpty,
    columns: words.events.outboxColumns,
    rows: mails.map((record) => [
      record.id,
      oneLine(record.mail.to, 60),
      oneLine(record.mail.subject, 60),
      mailState(words, record),
      time(record.at),
    ]),
    more,
  });
}

/** Replaces every code that a plan creates by its masked form: a card in a channel must not give it away. */
function maskCodes(effects: readonly Effect[]): (text: string) => string {
  const codes = effects.flatMap((effect) =>
    effect.kind === 'create-discount' ? [effect.code] : [],
  );
  return (text) => codes.reduce((masked, code) => masked.replaceAll(code, maskCode(code)), text);
}

/** What became of a mail, with the reason where it was not sent. */
export function mailState(words: Words, record: MailRecord): string {
  const status = words.approvals.mailStatus(record.status);
  return record.reason === null
    ? status
    : `${status}: ${oneLine(words.approvals.reason(record.reason))}`;
}

// Every text of a message, wherever in it it stands: what was typed, blocks, attachments, and mail that was sent into Slack.
import { z } from 'zod';

/** Where people's words stand, and what holds more of them; a mail among the files last. */
const TEXTS = ['text', 'pretext', 'title', 'value', 'fallback'] as const;
const PARTS = ['blocks', 'elements', 'fields', 'rows', 'attachments', 'message_blocks', 'message'];

const Part = z.record(z.string(), z.unknown());
const Files = z.array(z.unknown()).catch([]);

/** A file that is a mail (the golden payload of slack-web 2.2 has one whole). */
const Mail = z.object({
  from: z.array(z.object({ address: z.string() })).catch([]),
  subject: z.string().catch(''),
  plain_text: z.string().catch(''),
});

/** More is nested in no message that people read. */
const DEPTH = 16;

/** The texts of a message, those that say best whom it is about first. */
export function textsOf(message: unknown, depth = DEPTH): readonly string[] {
  if (depth === 0) return [];
  if (typeof message === 'string') return [message];
  if (Array.isArray(message)) return message.flatMap((one) => textsOf(one, depth - 1));
  const read = Part.safeParse(message);
  if (!read.success) return [];
  const part = read.data;
  // What a button carries is ours, and says nothing to people.
  const own = part['type'] === 'button' ? ['text'] : TEXTS;
  return [
    ...[...own, ...PARTS].flatMap((name) => textsOf(part[name], depth - 1)),
    ...Files.parse(part['files']).flatMap((file) => textsOfMail(file)),
  ];
}

/** Who is named as the sender of what was passed on, then who sent it. */
function textsOfMail(file: unknown): readonly string[] {
  const read = Mail.safeParse(file);
  if (!read.success) return [];
  const { from, subject, plain_text: body } = read.data;
  const passedOn = FROM.exec(body)?.[0] ?? '';
  return [passedOn, ...from.map(({ address }) => address), subject, body];
}

const FROM = /^[>\s*]{0,8}(?:From|Von)\*?:.{0,300}$/m;

// An outgoing mail as MIME: what may stand in a header, and the one recipient.
import type { SendMailOptions } from 'nodemailer';
import { asciiAddress } from '#engine/email/address.ts';
import { isUnsubscribeUrl } from '#engine/email/guard.ts';
import type { OutgoingMail } from '#engine/ports/mailer.ts';

export type ComposedMail =
  | { readonly kind: 'composed'; readonly message: SendMailOptions }
  | { readonly kind: 'refused'; readonly reason: string; readonly badAddress: boolean };

type Address = { readonly name: string; readonly address: string };

/** A display name longer than this helps nobody and makes headers no server takes. */
const MAX_NAME_LENGTH = 100;
const MESSAGE_ID = /^<[!-;=?A-Z[-~]+@[!-;=?A-Z[-~]+>$/;

/**
 * Turns a mail into nodemailer's terms, for one recipient, with every header checked: a control or a line separator in
 * any of them could begin another header, so such a mail is refused rather than repaired.
 */
export function composeMime(outgoing: OutgoingMail, date: Date): ComposedMail {
  const { mail, from, replyTo, messageId } = outgoing;
  const recipient = asciiAddress(mail.to);
  if (recipient === null) return refuse('the address is not valid', true);
  const sender = asciiAddress(from.address) ?? localAddress(from.address);
  if (sender === null) return refuse('the sender address is not valid');
  const answers = replyTo === null ? null : asciiAddress(replyTo);
  if (replyTo !== null && answers === null) return refuse('the reply address is not valid');
  if (!MESSAGE_ID.test(messageId)) return refuse('the message id is not valid');
  if ([mail.subject, mail.toName, from.name].some(breaksHeader)) {
    return refuse('a header holds a line break or a control character');
  }
  const unsubscribe = unsubscribeHeaders(mail.unsubscribeUrl);
  if (unsubscribe === null) return refuse('the unsubscribe link is not valid');
  const to = shorten({ name: mail.toName, address: recipient });
  const message: SendMailOptions = {
    messageId,
    date,
    from: shorten({ name: from.name, address: sender }),
    to,
    ...(answers === null ? {} : { replyTo: answers }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: unsubscribe,
    envelope: { from: sender, to: recipient },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return { kind: 'composed', message };
}

function refuse(reason: string, badAddress = false): ComposedMail {
  return { kind: 'refused', reason, badAddress };
}

function breaksHeader(value: string): boolean {
  return /[\p{Cc}\p{Cs}\u2028\u2029]/u.test(value);
}

/** A sender on this machine ("shop@localhost") has no domain, which is fine while nothing leaves it. */
function localAddress(text: string): string | null {
  return /^[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}$/i.test(text) ? text : null;
}

function shorten({ name, address }: Address): Address {
  const characters = [...name];
  if (characters.length <= MAX_NAME_LENGTH) return { name, address };
  return { name: `${characters.slice(0, MAX_NAME_LENGTH - 1).join('')}…`, address };
}

/** RFC 8058 §3.1: both headers, or the mail client shows no button. `prepared`: never folded inside the address. */
function unsubscribeHeaders(
  url: string | null,
): Record<string, { readonly prepared: true; readonly value: string }> | null {
  if (url === null) return {};
  if (!isUnsubscribeUrl(url)) return null;
  return {
    'List-Unsubscribe': { prepared: true, value: `<${url}>` },
    'List-Unsubscribe-Post': { prepared: true, value: 'List-Unsubscribe=One-Click' },
  };
}

// What a failed delivery means: try again, give up, or ask a person.
import { z } from 'zod';
import type { MailOutcome } from '#engine/ports/mailer.ts';

/** The fields of nodemailer's errors that are read (nodemailer 10.6, "Error codes"). */
const SmtpFailure = z.object({
  code: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
});
type SmtpFailure = z.infer<typeof SmtpFailure>;

/** Reads what an error says of the server's answer; anything else has no code at all. */
export function readSmtpFailure(error: unknown): SmtpFailure {
  return SmtpFailure.catch({}).parse(error);
}

/**
 * Judges by the stage. `goneAhead`: the server had agreed to take the text (354). Without that nothing was delivered;
 * after it only a full answer counts, since RFC 5321 §6.1 lets a server deliver and then fall silent.
 */
export function judgeFailure(failure: SmtpFailure, goneAhead: boolean): MailOutcome {
  const { code, responseCode } = failure;
  const reason = describe(failure);
  if (goneAhead && responseCode === undefined) return { kind: 'uncertain', reason };
  const isPermanent = responseCode !== undefined && responseCode >= 500;
  if (goneAhead) return isPermanent ? refuse(reason) : { kind: 'not-accepted', reason };
  if (code !== 'EENVELOPE') return { kind: 'not-accepted', reason };
  // EENVELOPE without an answer is nodemailer's own no, to an address the server cannot take.
  if (responseCode === undefined || isPermanent) return refuse(reason, isBadRecipient(failure));
  return { kind: 'not-accepted', reason };
}

function refuse(reason: string, badAddress = false): MailOutcome {
  return { kind: 'refused', reason, badAddress };
}

/** RFC 3463 §3.2: 5.1.x is about an address; .7 and .8 are about the sender's, which says nothing of the customer's. */
function isBadRecipient({ command, response }: SmtpFailure): boolean {
  const detail = /^\d{3}[ -]5\.1\.(\d{1,3})\b/m.exec(response ?? '')?.[1];
  return command === 'RCPT TO' && detail !== undefined && detail !== '7' && detail !== '8';
}

/** Codes only: what a server writes beside them can hold the address. */
function describe({ code, command, responseCode, response }: SmtpFailure): string {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/m.exec(response ?? '')?.[1];
  const answer = [responseCode, enhanced].filter((part) => part !== undefined).join(' ');
  if (answer === '') return `no answer from the mail server (${code ?? 'unknown'})`;
  const step = command === undefined || command === 'CONN' ? '' : ` to ${command}`;
  return `the mail server answered ${answer}${step}`;
}

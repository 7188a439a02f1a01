// The Mailer port over SMTP: one connection and one recipient a mail, and an honest word on what became of it.
import { createTransport, type Transporter } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SmtpTransport from 'nodemailer/lib/smtp-transport';
import { VendorError } from '#engine/errors.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#engine/ports/mailer.ts';
import { composeMime } from '../mime.ts';
import { judgeFailure, readSmtpFailure } from './outcome.ts';

export type SmtpMailerOptions = {
  /** `smtps://user:pass@host:465`, or `smtp://` for STARTTLS where the server offers it. */
  readonly url: string;
  readonly now: () => Date;
};

/** How far a delivery has come: whether the server said it would take the text, after which silence proves nothing. */
type Stage = { goneAhead: boolean };

const CONNECT_TIMEOUT_MS = 15_000;
/** RFC 5321 §4.5.3.2.6: the least a client waits for the answer to the final dot. */
const SOCKET_TIMEOUT_MS = 600_000;

/**
 * Makes the SMTP mailer. Each mail has a connection of its own, because nodemailer's pool sends a mail again by itself
 * when a connection breaks, also where the first may have arrived.
 */
export function createSmtpMailer({ url, now }: SmtpMailerOptions): Mailer {
  return {
    name: 'smtp',
    send: (mail) => sendMail(url, mail, now()),
    // SMTP has no question for this.
    wasAccepted: async () => null,
    ping: () => ping(url),
  };
}

async function sendMail(url: string, outgoing: OutgoingMail, now: Date): Promise<MailOutcome> {
  const composed = composeMime(outgoing, now);
  if (composed.kind === 'refused') return composed;
  const stage: Stage = { goneAhead: false };
  const transport = openTransport(url, stage);
  try {
    await transport.sendMail(composed.message);
    return { kind: 'accepted' };
  } catch (error) {
    return judgeFailure(readSmtpFailure(error), stage.goneAhead);
  } finally {
    transport.close();
  }
}

async function ping(url: string): Promise<void> {
  const transport = openTransport(url, { goneAhead: false });
  try {
    await transport.verify();
  } catch (error) {
    const { code, responseCode } = readSmtpFailure(error);
    const why = [code, responseCode].filter((part) => part !== undefined).join(' ');
    throw new VendorError(`the mail server cannot be used (${why})`, {
      vendor: 'smtp',
      status: responseCode ?? null,
      retryable: code !== 'EAUTH',
      cause: error,
    });
  } finally {
    transport.close();
  }
}

function openTransport(url: string, stage: Stage): Transporter {
  const options = {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    ...parseConnectionUrl(url),
    socketTimeout: SOCKET_TIMEOUT_MS,
    debug: false,
    transactionLog: true,
    logger: watchStage(stage),
  };
  return createTransport(new SmtpTransport(options));
}

/**
 * Listens to nodemailer's transaction log for the one fact its errors do not carry: the same ECONNECTION is reported
 * for a close before the text (safe) and after its final dot (perhaps delivered). Codes are looked at, nothing is kept.
 */
function watchStage(stage: Stage): Record<'debug' | 'info' | 'warn' | 'error', LogLine> {
  const look: LogLine = (entry, line) => {
    const saysGo = entry?.tnx === 'server' && /^354[ -]/m.test(line ?? '');
    // Some servers answer DATA with 250; the whole text having been written shows that too.
    if (saysGo || entry?.tnx === 'message') stage.goneAhead = true;
  };
  return { debug: look, info: look, warn: () => undefined, error: () => undefined };
}

type LogLine = (entry: { readonly tnx?: string } | undefined, line?: string) => void;

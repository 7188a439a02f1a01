// The Mailer port without a mail server: every mail becomes a real .eml file in a folder.
import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import { VendorError } from '#engine/errors.ts';
import type { Mailer, MailOutcome, OutgoingMail } from '#engine/ports/mailer.ts';
import { composeMime } from '../mime.ts';

export type MailboxMailerOptions = {
  /** Made when it is missing; readable by its owner only, for it holds customers' mail. */
  readonly directory: string;
  readonly now: () => Date;
};

const FileError = z.object({ code: z.string() }).catch({ code: 'unknown' });

/**
 * Makes the embedded mailbox. A file appears whole or not at all, named by its Message-ID, so that after a crash its
 * presence tells whether the mail was accepted; a second attempt at the same mail changes nothing.
 */
export function createMailboxMailer({ directory, now }: MailboxMailerOptions): Mailer {
  return {
    name: 'mailbox',
    send: (mail) => writeMail(directory, mail, now()),
    wasAccepted: (messageId) => exists(mailPath(directory, messageId)),
    ping: () => checkFolder(directory),
  };
}

/** Where the file of a message is. Plain ids keep their name; any other is named by its hash, so none can leave the folder. */
export function mailPath(directory: string, messageId: string): string {
  const id = messageId.replace(/^<|>$/g, '');
  const isPlain = /^[A-Za-z0-9_-][A-Za-z0-9_.@-]{0,150}$/.test(id);
  const name = isPlain ? id : createHash('sha256').update(id).digest('hex');
  return join(directory, `${name}.eml`);
}

async function writeMail(
  directory: string,
  outgoing: OutgoingMail,
  now: Date,
): Promise<MailOutcome> {
  const composed = composeMime(outgoing, now);
  if (composed.kind === 'refused') return composed;
  const path = mailPath(directory, outgoing.messageId);
  try {
    if (await exists(path)) return { kind: 'accepted' };
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeWhole(path, await new MailComposer(composed.message).compile().build());
    return { kind: 'accepted' };
  } catch (error) {
    const { code } = FileError.parse(error);
    return { kind: 'not-accepted', reason: `the mailbox folder cannot be written (${code})` };
  }
}

/** The name comes last: a reader, and a crash, see the whole file or none. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

async function checkFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new VendorError('the mailbox folder cannot be written', {
      vendor: 'mailbox',
      retryable: false,
      cause: error,
    });
  }
}

// Mail into the embedded mailbox: a real file, whole, once.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailboxMailer, mailPath } from '#integrations/mailbox/mailer.ts';
import { anOutgoingMail, INJECTIONS } from '../../support/outgoing-mail.ts';

const NOW = new Date('2026-09-01T10:00:00Z');
let root = '';
let directory = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'regulars-mailbox-'));
  directory = join(root, 'mailbox');
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('createMailboxMailer', () => {
  it('writes a mail that any mail program can open', async () => {
    const outgoing = anOutgoingMail({ replyTo: 'desk@shop.example' });

    const outcome = await createMailboxMailer({ directory, now: () => NOW }).send(outgoing);

    expect(outcome).toEqual({ kind: 'accepted' });
    const file = await readFile(mailPath(directory, outgoing.messageId));
    const mail = await PostalMime.parse(file);
    expect(mail).toMatchObject({
      messageId: outgoing.messageId,
      subject: 'Thank you, Maria 🎉',
      date: NOW.toISOString(),
      to: [{ name: 'Maria Lind', address: 'maria@example.com' }],
      replyTo: [{ address: 'desk@shop.example' }],
      text: 'Grüße\n',
    });
    const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
    expect(headers).toMatchObject({
      'list-unsubscribe': '<https://shop.example/u/t0k3n>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
  });

  it('knows whether a message was accepted, and changes nothing when it is sent again', async () => {
    const mailer = createMailboxMailer({ directory, now: () => NOW });
    const outgoing = anOutgoingMail();
    const before = await mailer.wasAccepted(outgoing.messageId);
    await mailer.send(outgoing);
    const first = await readFile(mailPath(directory, outgoing.messageId), 'utf8');

    const outcome = await mailer.send(anOutgoingMail({ mail: { subject: 'Another' } }));

    expect(outcome).toEqual({ kind: 'accepted' });
    expect(await readFile(mailPath(directory, outgoing.messageId), 'utf8')).toBe(first);
    expect([before, await mailer.wasAccepted(outgoing.messageId)]).toEqual([false, true]);
    expect(await readdir(directory)).toHaveLength(1);
  });

  it('a draft left by a crash is no accepted mail', async () => {
    const mailer = createMailboxMailer({ directory, now: () => NOW });
    const { messageId } = anOutgoingMail();
    await mkdir(directory);
    await writeFile(`${mailPath(directory, messageId)}.1234.part`, 'half');

    expect(await mailer.wasAccepted(messageId)).toBe(false);
  });

  it.each(INJECTIONS)('refuses a header that would hold another: %s', async (_, outgoing) => {
    const outcome = await createMailboxMailer({ directory, now: () => NOW }).send(outgoing);

    expect(outcome.kind).toBe('refused');
  });

  it('leaves the mail to be tried again when the folder cannot be written', async () => {
    await writeFile(directory, 'a file where the folder should be');
    const mailer = createMailboxMailer({ directory, now: () => NOW });

    expect(await mailer.send(anOutgoingMail())).toMatchObject({ kind: 'not-accepted' });
    await expect(mailer.ping()).rejects.toThrow('cannot be written');
  });
});

describe('mailPath', () => {
  it.each(['<../../etc/passwd@x>', '<a/b@x>', '<..@x>', `<${'x'.repeat(300)}@x>`])(
    'keeps %s in the folder',
    (messageId) => {
      const path = mailPath(directory, messageId);

      expect(dirname(path)).toBe(directory);
      expect(basename(path).length).toBeLessThan(200);
    },
  );

  it('gives different messages different files', () => {
    const ids = ['<a/b@x>', '<a_b@x>', '<a:b@x>', '<a@x>'];

    expect(new Set(ids.map((id) => mailPath(directory, id))).size).toBe(ids.length);
  });
});

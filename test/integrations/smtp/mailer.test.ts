// Mail over real SMTP on the loopback: what arrives, and what each way of failing means.
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, it } from 'vitest';
import { VendorError } from '#engine/errors.ts';
import type { MailOutcome } from '#engine/ports/mailer.ts';
import { createSmtpMailer } from '#integrations/smtp/mailer.ts';
import { anOutgoingMail, INJECTIONS } from '../../support/outgoing-mail.ts';
import { type SmtpScript, startScriptedSmtp, startSmtpSink } from '../../support/smtp-sink.ts';

const NOW = new Date('2026-09-01T10:00:00Z');
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

describe('createSmtpMailer', () => {
  it('delivers to one recipient, with both forms and both unsubscribe headers', async () => {
    const sink = kept(await startSmtpSink());

    const outcome = await mailerFor(sink.url).send(anOutgoingMail());

    expect(outcome).toEqual({ kind: 'accepted' });
    expect(sink.messages.map(({ to }) => to)).toEqual([['maria@example.com']]);
    const mail = await PostalMime.parse(sink.messages[0]?.raw ?? '');
    expect(mail).toMatchObject({
      messageId: '<mail_7ZK3Q9XM2B4T@shop.example>',
      subject: 'Thank you, Maria 🎉',
      date: NOW.toISOString(),
      from: { name: 'Nordlicht Records', address: 'hello@shop.example' },
      to: [{ name: 'Maria Lind', address: 'maria@example.com' }],
      text: 'Grüße\n',
      html: '<p>Grüße</p>\n',
    });
    expect(headerOf(mail, 'list-unsubscribe')).toBe('<https://shop.example/u/t0k3n>');
    expect(headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  it('writes a name of another script and a host of another alphabet so that both arrive', async () => {
    const sink = kept(await startSmtpSink());
    const toName = '"Nguyễn" <Sales>, R&D 👩‍👩‍👧';

    await mailerFor(sink.url).send(
      anOutgoingMail({ mail: { to: 'Maria@MÜNCHEN.example', toName } }),
    );

    // The server shows a host in letters; what it was told stands in the message.
    expect(sink.messages[0]?.to).toEqual(['Maria@münchen.example']);
    const mail = await PostalMime.parse(sink.messages[0]?.raw ?? '');
    expect(mail.to).toEqual([{ name: toName, address: 'Maria@xn--mnchen-3ya.example' }]);
  });

  it('leaves the unsubscribe headers out of a transactional mail', async () => {
    const sink = kept(await startSmtpSink());

    await mailerFor(sink.url).send(anOutgoingMail({ mail: { unsubscribeUrl: null } }));

    expect(sink.messages[0]?.raw).not.toMatch(/list-unsubscribe/i);
  });

  it.each(INJECTIONS)('refuses a header that would hold another: %s', async (_, outgoing) => {
    const sink = kept(await startSmtpSink());

    const outcome = await mailerFor(sink.url).send(outgoing);

    expect(outcome.kind).toBe('refused');
    expect(sink.messages).toEqual([]);
  });

  it('never reads a file or an address named in the body', async () => {
    const sink = kept(await startSmtpSink());
    const html = '<img src="file:///etc/hostname"><img src="http://127.0.0.1:1/x">';

    await mailerFor(sink.url).send(anOutgoingMail({ mail: { html } }));

    const mail = await PostalMime.parse(sink.messages[0]?.raw ?? '');
    expect(mail.attachments).toEqual([]);
    expect(mail.html).toContain('file:///etc/hostname');
  });

  it('cannot tell whether a message was accepted before', async () => {
    expect(await mailerFor('smtp://127.0.0.1:1').wasAccepted('<a@b.example>')).toBeNull();
  });
});

describe('a refusal of the server', () => {
  it.each<[number, string, object]>([
    [550, '5.1.1 no such user', { kind: 'refused', badAddress: true }],
    [550, '5.7.1 not from you', { kind: 'refused', badAddress: false }],
    [553, '5.1.8 bad sender', { kind: 'refused', badAddress: false }],
    [550, 'mailbox maria@example.com unavailable', { kind: 'refused', badAddress: false }],
    [450, '4.2.1 greylisted', { kind: 'not-accepted' }],
  ])('of the recipient with %i %s', async (responseCode, words, expected) => {
    const sink = kept(
      await startSmtpSink({
        onRcptTo: (_address, _session, done) => done(failure(responseCode, words)),
      }),
    );

    const outcome = await mailerFor(sink.url).send(anOutgoingMail());

    expect(outcome).toMatchObject(expected);
    expect(JSON.stringify(outcome)).not.toContain('maria');
  });

  it.each<[number, MailOutcome['kind']]>([
    [554, 'refused'],
    [452, 'not-accepted'],
  ])('of the sender with %i', async (responseCode, kind) => {
    const sink = kept(
      await startSmtpSink({
        onMailFrom: (_address, _session, done) => done(failure(responseCode, 'no')),
      }),
    );

    expect(await mailerFor(sink.url).send(anOutgoingMail())).toMatchObject({ kind });
  });

  it.each<[number, MailOutcome['kind']]>([
    [552, 'refused'],
    [451, 'not-accepted'],
  ])('of the whole mail with %i', async (responseCode, kind) => {
    const sink = kept(
      await startSmtpSink({
        onData(stream, _session, done) {
          stream.resume().on('end', () => done(failure(responseCode, 'no')));
        },
      }),
    );

    expect(await mailerFor(sink.url).send(anOutgoingMail())).toMatchObject({ kind });
  });

  it('of the password is no verdict on the mail', async () => {
    const sink = kept(
      await startSmtpSink({
        authOptional: false,
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(failure(535, '5.7.8 wrong')),
      }),
    );
    const mailer = mailerFor(sink.url.replace('//', '//bot:s3cret@'));

    expect(await mailer.send(anOutgoingMail())).toMatchObject({ kind: 'not-accepted' });
    const error: unknown = await mailer.ping().catch((e) => e);
    expect(error).toBeInstanceOf(VendorError);
    expect(String(error)).not.toContain('s3cret');
  });
});

describe('a broken connection', () => {
  it.each<[string, SmtpScript, MailOutcome['kind']]>([
    ['busy greeting', { greeting: '421 later', afterDot: '250 ok' }, 'not-accepted'],
    ['closed at DATA', { data: 'close', afterDot: '250 ok' }, 'not-accepted'],
    ['DATA refused for now', { data: '451 later', afterDot: '250 ok' }, 'not-accepted'],
    ['DATA refused', { data: '554 no', afterDot: '250 ok' }, 'refused'],
    ['closed after the dot', { afterDot: 'close' }, 'uncertain'],
    ['reset after the dot', { afterDot: 'reset' }, 'uncertain'],
    ['half an answer to the dot', { afterDot: '250-queued', thenReset: true }, 'uncertain'],
    ['closed after the dot, DATA answered 250', { data: '250 go', afterDot: 'close' }, 'uncertain'],
    ['shutting down after the dot', { afterDot: '421 bye' }, 'not-accepted'],
    ['no answer to QUIT', { afterDot: '250 queued', thenReset: true }, 'accepted'],
  ])('%s', async (_, script, kind) => {
    const server = kept(await startScriptedSmtp(script));

    const outcome = await mailerFor(server.url).send(anOutgoingMail());

    expect(outcome.kind).toBe(kind);
    if (kind === 'uncertain' || kind === 'accepted') expect(server.received()).toBe(1);
  });

  it('nobody listening leaves the mail to be tried again', async () => {
    const sink = await startSmtpSink();
    await sink.close();

    expect(await mailerFor(sink.url).send(anOutgoingMail())).toMatchObject({
      kind: 'not-accepted',
    });
  });

  it('is not mended by a pool that would send the mail twice', async () => {
    const server = kept(await startScriptedSmtp({ afterDot: 'close' }));

    const outcome = await mailerFor(`${server.url}?pool=true`).send(anOutgoingMail());

    expect(outcome.kind).toBe('uncertain');
    expect(server.received()).toBe(1);
  });
});

function mailerFor(url: string) {
  return createSmtpMailer({ url, now: () => NOW });
}

function kept<Server extends { close(): Promise<void> }>(server: Server): Server {
  closers.push(() => server.close());
  return server;
}

function failure(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

function headerOf(mail: { headers: readonly { key: string; value: string }[] }, key: string) {
  return mail.headers.find((header) => header.key === key)?.value;
}

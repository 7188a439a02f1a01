// The log: one line an event, and no secret or person in any of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError, VendorError } from '#engine/errors.ts';
import { createLog, type LogLevel } from '#integrations/pino/log.ts';

const PASSWORD = 'correct "horse" battery';
const PERSON = 'maria.canary@example.com';

function logOf(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  return { log: createLog({ level, secrets: [PASSWORD, 'abc'], destination }), lines };
}

describe('createLog', () => {
  it('writes one JSON line with the level, the instant, the data and the message', () => {
    const { log, lines } = logOf();

    log.info({ approvalId: 'apr_7ZK3M9', attempt: 2 }, 'approval settled');

    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 'info', approvalId: 'apr_7ZK3M9', attempt: 2 });
    expect(line).toMatchObject({ msg: 'approval settled', time: expect.stringMatching(/Z$/) });
  });

  it('says nothing below its level', () => {
    const { log, lines } = logOf('warn');

    log.info({}, 'quiet');
    log.warn({}, 'loud');

    expect(lines).toHaveLength(1);
  });
});

describe('what a log line holds', () => {
  it.each([
    ['a configured secret', PASSWORD],
    ['a Slack bot token', 'xoxb-123-456-canary'],
    ['a Slack app token', 'xapp-1-A0-canary'],
    ['a Shopify token', 'shpat_canary0123456789'],
    ['a WooCommerce key', 'ck_canary'.replace('canary', 'ca0123456789')],
    ['a webhook secret', 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX'],
    ['a bearer header', 'Bearer eyJhbGciOi.canary'],
    ['a password in an address', 'postgres://bot:canary-pass@db.example/regulars'],
    ['an e-mail address', PERSON],
    ['a phone number', '+49 170 1234567'],
  ])('lets %s through in no field, message or error', (_name, canary) => {
    const { log, lines } = logOf();
    const text = `before ${canary} after`;

    log.error({ reason: text, err: new InvariantError(text, { cause: new Error(text) }) }, text);

    expect(lines.join('')).toContain('before');
    expect(lines.join('')).not.toContain(/canary-pass/.test(canary) ? 'canary-pass' : canary);
    expect(lines.join('')).not.toContain(JSON.stringify(canary).slice(1, -1));
  });

  it('omits texts of fields that are not on the list, however deep they lie', () => {
    const { log, lines } = logOf();

    log.info({ name: 'Maria Canary', customer: { lastName: 'Canary', orders: 3 } }, 'seen');

    expect(lines.join('')).not.toContain('Canary');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ customer: { orders: 3 } });
  });

  it('keeps our own messages and only class, code and place of a foreign error', () => {
    const { log, lines } = logOf();
    const foreign = Object.assign(new SyntaxError('Unexpected token in "Maria Canary"'), {
      code: 'E1',
    });
    const ours = new VendorError('shop did not answer', {
      vendor: 'shopify',
      retryable: true,
      cause: foreign,
    });

    log.error({ err: ours }, 'step failed');

    const { err } = JSON.parse(lines[0] ?? '');
    expect(err).toMatchObject({
      class: 'VendorError',
      message: 'shop did not answer',
      vendor: 'shopify',
    });
    expect(err.cause).toMatchObject({ class: 'SyntaxError', code: 'E1' });
    expect(err.cause.frames[0]).toContain('log.test.ts');
    expect(lines.join('')).not.toContain('Canary');
  });

  it('cuts no secret in half', () => {
    const { log, lines } = logOf();

    log.info({ reason: `${'x'.repeat(990)} ${PASSWORD}` }, 'long');

    expect(lines.join('')).not.toContain('correct');
  });
});

describe('a line of the log', () => {
  it('stays one line of valid JSON without raw control characters, whatever text it carries', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { log, lines } = logOf();

        log.warn({ reason: text, [text]: text }, 'hostile');

        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(/^[^\p{Cc}\u2028\u2029\u202e]*\n$/u);
        expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
      }),
    );
  });
});

// The rules by which queries are checked line by line, in memory and as a process.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkSegments } from '../src/segment-check.ts';

const Verdict = z.strictObject({
  query: z.string(),
  ok: z.boolean(),
  error: z.strictObject({ message: z.string(), offset: z.int() }).optional(),
  warning: z.string().optional(),
});

async function check(...chunks: readonly (string | Uint8Array)[]) {
  const output = new PassThrough();
  const said = buffer(output);
  const bytes = chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
  const exit = await checkSegments(
    (async function* () {
      yield* bytes;
    })(),
    output,
  );
  output.end();
  const text = (await said).toString();
  const verdicts = text.split('\n').filter((line) => line !== '');
  return { exit, text, verdicts: verdicts.map((line) => Verdict.parse(JSON.parse(line))) };
}

describe('segment check', () => {
  test('one line in, one verdict out, with the place of the first error', async () => {
    const { exit, verdicts } = await check(
      "amount_spent > 5\r\n\ntier = 'Gold' AND amont_spent > 5\ncompanies IS NULL",
    );

    expect(exit).toBe(1);
    expect(verdicts).toEqual([
      { query: 'amount_spent > 5', ok: true },
      {
        query: '',
        ok: false,
        error: { message: "Line 1 Column 0: Query can't be blank.", offset: 0 },
      },
      {
        query: "tier = 'Gold' AND amont_spent > 5",
        ok: false,
        error: {
          message:
            "Line 1 Column 18: 'amont_spent' filter cannot be found. Did you mean 'amount_spent'?",
          offset: 18,
        },
      },
      {
        query: 'companies IS NULL',
        ok: true,
        warning: 'companies cannot be evaluated here: no business customers are kept',
      },
    ]);
  });

  test('all good is 0, and so is nothing at all', async () => {
    expect(await check('tier IS NULL\n')).toMatchObject({ exit: 0, verdicts: [{ ok: true }] });
    expect(await check()).toMatchObject({ exit: 0, verdicts: [] });
  });

  test('a line may come in pieces, even cut inside a character', async () => {
    const bytes = Buffer.from("tier = 'Größe' AND amount_spent > 1\n");
    const { verdicts } = await check(
      bytes.subarray(0, 11),
      bytes.subarray(11, 20),
      bytes.subarray(20),
    );

    expect(verdicts).toEqual([{ query: "tier = 'Größe' AND amount_spent > 1", ok: true }]);
  });

  test('an endless line is refused as too long and not kept, and the next one is read', async () => {
    const { verdicts } = await check(
      ...Array<string>(500).fill('x'.repeat(10_000)),
      '\ntier IS NULL',
    );

    expect(verdicts.map(({ ok, error }) => [ok, error?.message])).toEqual([
      [false, expect.stringMatching(/too long/)],
      [true, undefined],
    ]);
    expect(verdicts[0]?.query.length).toBeLessThan(50_000);
  });

  test('what a terminal would act on is written as an escape', async () => {
    const { text, verdicts } = await check("tier = '\u202e\u009b31m\u001b'\n");

    for (const character of ['\u202e', '\u009b', '\u001b']) expect(text).not.toContain(character);
    expect(verdicts[0]?.query).toBe("tier = '\u202e\u009b31m\u001b'");
  });

  test('judges every recorded query as the live API did, as a process without a database', async () => {
    const recorded = z
      .array(z.object({ query: z.string(), invalid: z.boolean().optional() }))
      .parse(JSON.parse(readFileSync('test/fixtures/segment-queries.json', 'utf8')));
    const program = fileURLToPath(new URL('../bin/regulars', import.meta.url));
    // With these settings anything that opened the database, or read the settings, would end with 2.
    const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: 'nonsense', PORT: 'nonsense' };
    const child = spawn(program, ['segment', 'check'], { env });
    child.stdin.end(recorded.map(({ query }) => `${query}\n`).join(''));
    const [said, exit] = await Promise.all([
      buffer(child.stdout),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    const verdicts = said
      .toString()
      .trim()
      .split('\n')
      .map((line) => Verdict.parse(JSON.parse(line)));

    expect(exit).toBe(1);
    expect(verdicts.map(({ query, ok }) => [query, ok])).toEqual(
      recorded.map(({ query, invalid }) => [query, invalid !== true]),
    );
  });
});

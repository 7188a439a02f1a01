// The terminal as a person uses it: files in, documents and exit codes out, without a server and beside one.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Ended,
  freePort,
  type RunningProgram,
  runProgram,
  startProgram,
} from '../support/command-line.ts';
import { ENGLISH } from '../support/english.ts';

const ORDERS = `order_id,customer_id,email,name,ordered_at,currency,total,quantity,product,sku,category,country
1001,c1,maria@example.com,Maria Lopez,2026-01-05,USD,6200.00,1,Blue Train,BT-1,Jazz,US
1002,c2,maria.b@example.com,Maria Lopez,2026-02-06T10:00:00Z,USD,80.00,2,Kind of Blue,KB-1,Jazz,DE
1003,c3,yuki@example.com,Yuki Sato,2026-03-07,JPY,12500,1,Head Hunters,HH-1,Funk,JP
1004,c4,bad@example.com,Bad Date,2026-02-30,USD,10.00,1,X,X-1,,US
1005,c5,bad@example.com,Bad Yen,2026-03-07,JPY,100.50,1,X,X-1,,JP
1006,c6,bad@example.com,Bad Number,2026-03-07,USD,ten,1,X,X-1,,US
`;

/** The keys that contract and scripts rely on. */
const PROFILE_KEYS =
  'id email name tier tags attributes orders amountSpent averageOrder firstOrderAt lastOrderAt refunds openCases consent predicted segments recommended'.split(
    ' ',
  );

describe('regulars on the command line', () => {
  let folder: string;
  let env: Readonly<Record<string, string>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regulars-terminal-'));
    await writeFile(join(folder, 'orders.csv'), ORDERS);
    const port = String(await freePort());
    env = {
      DATA_DIR: join(folder, 'data'),
      PLAYBOOK_DIR: resolve('playbook'),
      SAMPLE_STORE: 'off',
      PORT: port,
      LOG_LEVEL: 'warn',
    };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (...words: string[]) => runProgram(words, { env, cwd: folder });

  it('ends with 2 and every problem when its configuration cannot be used, and shows no secret', async () => {
    const unusable = { PORT: '99999', SLACK_BOT_TOKEN: 'my-secret', SMTP_URL: 'http://mail' };

    const plain = await runProgram(['customer', 'top'], { env: { ...env, ...unusable } });
    const json = await runProgram(['check', '--json'], { env: { ...env, ...unusable } });

    expect([plain.exit, plain.stdout]).toEqual([2, '']);
    for (const name of Object.keys(unusable)) expect(plain.stderr).toContain(name);
    expect(plain.stderr).toContain('99999');
    expect(plain.stderr + json.stdout).not.toContain('my-secret');
    expect([json.exit, document(json)]).toMatchObject([2, { ok: false }]);
  });

  it('says why its database cannot be reached, and not with which password it tried', async () => {
    const url = `postgres://regulars:my-secret@127.0.0.1:${await freePort()}/regulars`;

    const top = await runProgram(['customer', 'top'], { env: { ...env, DATABASE_URL: url } });

    expect([top.exit, top.stdout]).toEqual([2, '']);
    expect(top.stderr).toContain('DATABASE_URL: the database cannot be reached (ECONNREFUSED)');
    expect(top.stderr).not.toContain('my-secret');
  });

  describe('without a server', () => {
    it('imports orders and names every line it could not take', async () => {
      const imported = await run('import', 'orders', 'orders.csv', '--json');

      const result = document(imported);
      expect(imported.exit).toBe(0);
      expect(Object.keys(Object(result)).sort()).toEqual([
        'customers',
        'milliseconds',
        'orders',
        'rejected',
      ]);
      expect(result).toMatchObject({
        customers: 3,
        orders: 3,
        rejected: [{ line: 5 }, { line: 6 }, { line: 7 }],
      });
    });

    it('shows a customer under the keys that scripts rely on', async () => {
      const shown = await run('customer', 'show', 'maria@example.com', '--json');

      expect(shown.exit).toBe(0);
      expect(Object.keys(Object(document(shown)))).toEqual(expect.arrayContaining(PROFILE_KEYS));
      expect(document(shown)).toMatchObject({
        name: 'Maria Lopez',
        orders: 1,
        amountSpent: { amount: '6200.00', currency: 'USD' },
      });
    });

    it('checks itself', async () => {
      const checked = await run('check', '--json');

      expect([checked.exit, document(checked)]).toEqual([0, { ok: true, problems: [], notes: [] }]);
    });

    it('asks about amounts that belong to no tier, which are no problem', async () => {
      await mkdir(join(folder, 'holes'));
      const tiers = '[{ name: Silver, from: 0, upto: 1000 }, { name: Gold, from: 2000 }]';
      await writeFile(join(folder, 'holes', 'team.yml'), `tiers: ${tiers}`);

      const checked = await runProgram(['check'], {
        env: { ...env, PLAYBOOK_DIR: join(folder, 'holes') },
      });

      expect([checked.exit, checked.stderr]).toEqual([0, '']);
      expect(checked.stdout).toContain(
        'Meant so? team.yml: tiers: $1,000.00 up to $2,000.00, not including, belongs to no tier',
      );
    });

    it('checks in the team’s language, and in English for programs', async () => {
      const own = join(folder, 'deutsch');
      await mkdir(join(own, 'automations'), { recursive: true });
      await mkdir(join(own, 'emails'));
      const tiers = '[{ name: Silber, from: 0, upto: 1000 }, { name: Gold, from: 2000 }]';
      await writeFile(join(own, 'team.yml'), `language: de\ncurrency: EUR\ntiers: ${tiers}`);
      await writeFile(join(own, 'automations', 'a.yml'), 'name: a\non: order.payed\ndo: []\n');
      await writeFile(
        join(own, 'emails', 'b.mjml.liquid'),
        '---\nsubject: b\n---\n<mjml>\n<mj-body>{{ nichts }}</mj-body></mjml>',
      );
      const called = { env: { ...env, PLAYBOOK_DIR: own } };

      const checked = await runProgram(['check'], called);
      const json = await runProgram(['check', '--json'], called);

      expect([checked.exit, json.exit]).toEqual([1, 1]);
      expect(checked.stdout).toMatch(/1\.000,00\s€ bis unter 2\.000,00\s€ gehört zu keiner Stufe/);
      expect(checked.stderr).toContain("'order.payed' ist kein bekanntes Ereignis.");
      expect(checked.stderr).toMatch(/b\.mjml\.liquid, Zeile 2 nach dem Vorspann: .*\{\{ nichts/);
      expect(`${checked.stdout}\n${checked.stderr}`).not.toMatch(ENGLISH);
      expect(json.stdout).toContain("'order.payed' is no event that is known here.");
    });
  });

  describe('beside a server on the same data', () => {
    let server: RunningProgram;
    beforeAll(async () => {
      server = await startProgram(env);
    });

    it('goes through it: what was imported before is there', async () => {
      const top = await run('customer', 'top', '--json');

      expect(top.exit).toBe(0);
      expect(document(top)).toMatchObject([
        { email: 'maria@example.com', amountSpent: { amount: '6200.00', currency: 'USD' } },
        { email: 'maria.b@example.com', orders: 1 },
        { name: 'Yuki Sato', amountSpent: { amount: '0.00', currency: 'USD' }, orders: 1 },
      ]);
    });

    it.each([
      [['customer', 'show', 'nobody@example.com'], 1, 'not-found'],
      [['customer', 'show', 'Maria Lopez'], 1, 'ambiguous'],
      [['approval', 'approve', 'apr_NONE'], 1, 'not-found'],
      [['import', 'orders', 'no-such-file.csv'], 1, 'not-found'],
      [['customer', 'shwo'], 2, 'usage'],
      [['customer', 'top', '--limit', 'many'], 2, 'usage'],
      [['customer', 'show'], 2, 'usage'],
      [['import', 'refunds', 'orders.csv'], 2, 'usage'],
    ])('answers %j with exit code %i', async (words, exit, code) => {
      const answer = await run(...words, '--json');

      expect(answer.exit).toBe(exit);
      expect(document(answer)).toMatchObject({
        error: { code, message: expect.stringMatching(/\w/) },
      });
    });

    it('imports the same file again from where it is called, and nothing changes', async () => {
      const again = await run('import', 'orders', './orders.csv', '--json');
      const shown = await run('customer', 'show', '1001', '--json');

      expect(again.exit).toBe(0);
      expect(document(again)).toMatchObject({ customers: 0, orders: 0 });
      expect(document(shown)).toMatchObject({ orders: 1 });
    });

    it('refuses a second server and names the first', async () => {
      const second = await run('start');

      expect(second.exit).toBe(2);
      expect(second.stderr).toContain(`process ${server.pid}`);
      expect(second.stderr).toContain(`127.0.0.1:${env['PORT']}`);
    });

    it('ends well when it is asked to', async () => {
      expect(await server.stop()).toBe(0);
    });
  });
});

/** The one document on standard output. */
function document({ stdout }: Ended): unknown {
  return JSON.parse(stdout);
}

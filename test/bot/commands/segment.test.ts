// Commands about segments, from the line to what is known of everybody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvCell } from '#bot/commands/segment-csv.ts';
import { runTerminal } from '#bot/surfaces/terminal/run.ts';
import { cutQuery } from '#bot/work/segment-query.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  MARIA,
  press,
  submit,
  VIEWER,
} from '../../support/asking.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.deliver(
    anOrder({ ref: '1054', total: 60_000, customer: someone({ tags: ['Gold Club'] }) }),
    anOrder({
      ref: '7',
      total: 20_000,
      customer: someone({
        ref: 'c-2',
        email: 'noor@example.com',
        firstName: '=cmd()',
        lastName: '<!channel>',
        emailConsent: 'unsubscribed',
      }),
    }),
    anOrder({ ref: '8', customer: someone({ ref: 'c-3', email: null, firstName: 'Li' }) }),
  );
});
afterAll(() => world.close());

describe('segment estimate', () => {
  it('takes a query as it is typed and gives the keys of the contract', async () => {
    const { json, text } = await ask(world, 'segment estimate amount_spent > 100', VIEWER);

    expect(json).toMatchObject({
      count: 2,
      total: 3,
      percent: 66.67,
      milliseconds: expect.any(Number),
      reachable: 1,
      examples: [{ email: 'maria@example.com' }, { email: 'noor@example.com' }],
    });
    expect(text).toContain('2 of 3 customers (66.7%). 1 of them may get marketing mail (50%).');
  });

  it.each([
    "segment estimate customer_tags CONTAINS 'Gold Club'",
    'segment estimate customer_tags CONTAINS ‘Gold Club’',
    'segment estimate "customer_tags CONTAINS \'Gold Club\'"',
  ])('keeps the quotes that belong to the query in %j', async (line) => {
    expect((await ask(world, line)).json).toMatchObject({ count: 1 });
  });

  it('says which clause keeps a small segment small, and what loosening it would give', async () => {
    const { json, text } = await ask(
      world,
      'segment estimate amount_spent > 500 AND number_of_orders >= 2',
    );

    expect(json).toMatchObject({
      count: 0,
      hints: expect.arrayContaining([
        { clause: 'number_of_orders >= 2', query: 'amount_spent > 500', count: 1 },
      ]),
    });
    expect(text).toContain('Loosen number_of_orders >= 2 and it is 1 customer: amount_spent > 500');
    expect(text).toContain('Nobody is in it now.');
  });

  it('points at the place of what cannot be read', async () => {
    const { refused, json, text } = await ask(world, 'segment estimate amount_spnt > 500');

    expect(refused?.code).toBe('invalid');
    expect(json).toMatchObject({ error: { code: 'invalid', line: 1, column: 0, offset: 0 } });
    expect(text).toMatch(/amount_spent/);
    expect(text.replaceAll('\u00a0', ' ')).toMatch(/\namount_spnt > 500\n\^$/);
  });

  it('takes a lone word for a name, unless it begins a query', async () => {
    expect((await ask(world, 'segment estimate nothing-of-ours')).refused?.code).toBe('not-found');
    expect((await ask(world, 'segment estimate amount_spent')).refused?.code).toBe('invalid');
  });

  it('never runs what looks like SQL: a tag is a tag', async () => {
    const line = "segment estimate customer_tags CONTAINS '\\'; DROP TABLE customers; --'";

    expect((await ask(world, line)).json).toMatchObject({ count: 0, total: 3 });
  });
});

describe('segment members', () => {
  it('lists rows as customer top does, page by page', async () => {
    const { json, text } = await ask(world, 'segment members amount_spent > 100 --limit 1');

    expect(json).toEqual([
      {
        id: expect.any(String),
        email: 'maria@example.com',
        name: 'Maria Silva',
        amountSpent: { amount: '600.00', currency: 'USD' },
        orders: 1,
      },
    ]);
    const more = /More: (segment members .*)$/m.exec(text)?.[1] ?? '';
    expect((await ask(world, more)).json).toMatchObject([{ email: 'noor@example.com' }]);
  });
});

describe('segment explain', () => {
  it('says what was seen and what was missing', async () => {
    const { json, text } = await ask(
      world,
      'segment explain "amount_spent > 500" noor@example.com',
    );

    expect(json).toMatchObject({
      matches: false,
      trace: { text: 'amount_spent > 500', result: false, actual: '200.00' },
      customer: { email: 'noor@example.com' },
    });
    expect(text).toContain('is not in it.');
    expect(text).toContain('✗ amount_spent > 500 · is 200.00, needs more than 500.00');
  });

  it('finds where a query without quotes ends and the customer begins', async () => {
    const line = "segment explain customer_tags CONTAINS 'Gold Club' Maria Silva";

    expect((await ask(world, line)).json).toMatchObject({ matches: true, segment: null });
  });

  it('takes a name for a segment', async () => {
    const { json } = await ask(world, 'segment explain never-ordered Maria Silva');

    expect(json).toMatchObject({ segment: 'never-ordered', matches: false });
  });
});

describe('cutQuery', () => {
  it.each([
    ['amount_spent', '> 500 "Maria Lopez"', 'amount_spent > 500', 'Maria Lopez'],
    ['(amount_spent', '> 5) OR tier = 5 #1054', '(amount_spent > 5)', 'OR tier = 5 #1054'],
    ['big', 'Maria Lopez', 'big', 'Maria Lopez'],
    ['amount_spent > 5', 'Maria', 'amount_spent > 5', 'Maria'],
    ['amount_spent', '> 500', 'amount_spent > 500', ''],
    ['amount_spnt', '> 5 Maria', 'amount_spnt > 5 Maria', '> 5 Maria'],
  ])('cuts %j, %j', (begin, end, segment, rest) => {
    expect(cutQuery(begin, end)).toEqual({ segment, rest });
  });
});

describe('segment save', () => {
  it('is for approvers, makes versions, and fills customer show', async () => {
    const denied = await ask(world, 'segment save rich amount_spent > 500', AGENT);
    const first = await ask(world, 'segment save rich amount_spent > 500', MARIA);
    const second = await ask(world, 'segment save Rich amount_spent > 550', MARIA);
    await world.runJobs();
    const shown = await ask(world, 'customer show maria@example.com');

    expect(denied.refused?.code).toBe('forbidden');
    expect(first).toMatchObject({
      visible: 'channel',
      json: { name: 'rich', version: 1, count: 1 },
    });
    expect(first.text).not.toMatch(/Maria|Silva/);
    expect(second.json).toMatchObject({ name: 'rich', version: 2, savedBy: 'Maria' });
    expect(shown.json).toMatchObject({ segments: expect.arrayContaining(['rich']) });
    expect(shown.text).toMatch(/Segments: .*rich/);
    expect((await ask(world, 'segment list')).json).toContainEqual(
      expect.objectContaining({
        name: 'rich',
        title: 'rich',
        query: 'amount_spent > 550',
        members: 1,
        version: 2,
        savedBy: 'Maria',
      }),
    );
    expect((await ask(world, 'segment show rich')).json).toMatchObject({
      members: 1,
      versions: [{ version: 2 }, { version: 1, query: 'amount_spent > 500' }],
    });
  });

  it('asks with a form where no query is given, and answers with the size', async () => {
    const reply = await world.router.handle(MARIA, { kind: 'line', line: 'segment save' });
    const form = reply.kind === 'form' ? reply.form : null;
    const action = form?.action ?? { name: '', id: '' };
    const wrong = await submit(world, action, { name: 'mid', query: 'amount_spent >' }, MARIA);
    const empty = await submit(world, action, { name: 'mid', query: '' }, MARIA);
    const saved = asCard(
      await submit(world, action, { name: 'mid', query: 'amount_spent > 100' }, MARIA),
    );
    const example = asCard(
      await submit(world, action, { name: 'fresh', query: '', example: 'never-ordered' }, MARIA),
    );

    expect(form?.fields.map(({ name }) => name)).toEqual(['name', 'query', 'example']);
    expect(wrong).toMatchObject({ kind: 'faults', faults: [{ field: 'query' }] });
    expect(empty).toMatchObject({ kind: 'faults', faults: [{ field: 'query' }] });
    expect(saved.text).toContain('mid is saved as version 1.');
    expect(saved.text).toContain('2 of 3 customers');
    expect(example.json).toMatchObject({ name: 'fresh', count: 0 });
  });

  it('says in its form how many are in the query as it is written', async () => {
    const reply = await world.router.handle(MARIA, { kind: 'line', line: 'segment save' });
    const form = reply.kind === 'form' ? reply.form : null;
    const said = (query: string, who = MARIA) =>
      world.router.preview(who, form?.action ?? { name: '', id: '' }, {
        values: { name: '', query, example: '' },
        changed: 'query',
      });

    expect(form?.preview?.sentence).toContain('Write a query');
    expect(await said('amount_spent > 100')).toEqual({
      sentence: '2 of 3 customers (66.7%). 1 of them may get marketing mail (50%).',
    });
    expect((await said('amount_spnt > 100'))?.sentence).toContain('amount_spent');
    expect((await said('companies IS NULL'))?.sentence).toContain('cannot be evaluated here');
    expect(await said('amount_spent > 100', VIEWER)).toBeNull();
  });

  it('writes a chosen example into its form, but not over what somebody wrote', async () => {
    const chosen = (query: string) =>
      world.router.preview(
        MARIA,
        { name: 'segment.save', id: '' },
        {
          values: { query, example: 'never-ordered' },
          changed: 'example',
        },
      );
    const example = world.deps.playbook.segments.find(({ name }) => name === 'never-ordered');
    const other = world.deps.playbook.segments.find(({ name }) => name === 'lapsed');

    expect((await chosen(''))?.fill).toEqual({ field: 'query', value: example?.query });
    expect((await chosen(other?.query ?? ''))?.fill?.value).toBe(example?.query);
    expect(await chosen('amount_spent > 100')).toEqual({
      sentence: expect.stringContaining('2 of 3'),
    });
  });

  it('changes nothing from a form that was opened before somebody else saved', async () => {
    await ask(world, 'segment save race amount_spent > 1');
    const { card } = await ask(world, 'segment show race');
    const reply = await press(world, actionOf(card, 'Change'), MARIA);
    await ask(world, 'segment save race amount_spent > 2');
    const action = reply.kind === 'form' ? reply.form.action : { name: '', id: '' };
    const late = asCard(
      await submit(world, action, { name: 'race', query: 'amount_spent > 3' }, MARIA),
    );

    expect(late.refused?.code).toBe('stale');
    expect((await ask(world, 'segment show race')).json).toMatchObject({
      query: 'amount_spent > 2',
      version: 2,
    });
  });

  it('says in a terminal, which has no forms, how it is written', async () => {
    const { refused } = await ask(world, 'segment save rich');

    expect(refused).toMatchObject({ code: 'usage', message: expect.stringContaining('query') });
  });

  it('finds a segment by its name, though a query may begin so', async () => {
    await ask(world, 'segment save tier amount_spent > 100');

    expect((await ask(world, 'segment estimate tier')).json).toMatchObject({ count: 2 });
  });

  it('refuses a name that could pose as something else', async () => {
    const { refused } = await ask(world, 'segment save "a\u202eb" amount_spent > 1');

    expect(refused?.code).toBe('invalid');
  });
});

describe('segment remove', () => {
  it('takes a saved one off the list, and says where the others stand', async () => {
    await ask(world, 'segment save "old ones" amount_spent > 1');

    const removed = await ask(world, 'segment remove old ones', MARIA);
    const shipped = await ask(world, 'segment remove best-customers', MARIA);

    expect(removed.json).toMatchObject({ name: 'old ones', removed: true });
    expect((await ask(world, 'segment show old ones')).refused?.code).toBe('not-found');
    expect(shipped.refused?.code).toBe('in-file');
  });
});

describe('segment fields', () => {
  it('lists what may be asked, with ours marked', async () => {
    const all = await ask(world, 'segment fields');
    const few = await ask(world, 'segment fields email_subscription');

    expect(all.json).toContainEqual(expect.objectContaining({ name: 'tier', ours: true }));
    expect(all.text).toMatch(/tier \*/);
    expect(few.json).toMatchObject([{ name: 'email_subscription_status', type: 'enum' }]);
    expect(few.text).toContain('One of SUBSCRIBED, ');
  });
});

describe('segment check', () => {
  it('reads a query without asking anybody', async () => {
    expect((await ask(world, "segment check customer_tags CONTAINS 'VIP'")).json).toEqual({
      query: "customer_tags CONTAINS 'VIP'",
      ok: true,
    });
    expect((await ask(world, 'segment check companies IS NULL')).refused?.code).toBe('invalid');
  });
});

describe('segment export', () => {
  it('gives a file that no spreadsheet runs, and notes it in the audit log', async () => {
    const { json } = await ask(world, 'segment export amount_spent > 100', AGENT);
    const audit = await ask(world, 'audit list --limit 1');

    expect(json).toEqual({ csv: expect.stringMatching(/^"id","email","name"/) });
    expect(JSON.stringify(json)).toContain(`\\"'=cmd() <!channel>\\"`);
    expect(audit.json).toMatchObject([{ action: 'segment.exported', actor: 'Alex' }]);
    expect((await ask(world, 'segment export never-ordered', VIEWER)).refused?.code).toBe(
      'forbidden',
    );
  });

  it('writes the file itself in the terminal', async () => {
    let out = '';
    const exit = await runTerminal({
      router: world.router,
      people: [],
      language: 'en',
      argv: ['segment', 'export', 'amount_spent > 500'],
      stdout: (text) => {
        out += text;
      },
      stderr: () => {},
      screen: { color: false, columns: 80, now: NOW, timeZone: 'UTC' },
    });

    expect(exit).toBe(0);
    expect(out.split('\r\n')).toHaveLength(3);
  });
});

describe('csvCell', () => {
  it.each([
    ['a "b"', '"a ""b"""'],
    ['+1', `"'+1"`],
    ['\tx', `"'\tx"`],
    ['＝1', `"'＝1"`],
    ['a\u001b[31m', '"a [31m"'],
    ['', '""'],
  ])('writes %j as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('who may', () => {
  it('lets a viewer ask everything but for the file', async () => {
    for (const line of ['segment list', 'segment members never-ordered', 'segment fields'])
      expect((await ask(world, line, VIEWER)).refused).toBeUndefined();
    expect((await ask(world, 'segment remove mid', AGENT)).refused?.code).toBe('forbidden');
    expect((await ask(world, 'segment remove mid', ADMIN)).refused).toBeUndefined();
  });
});

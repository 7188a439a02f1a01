// A back-test of what the clock starts: dates, schedules, doors that days open; it fires as the clock did live.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import { backtestAutomation } from '#engine/flows/backtest-automation.ts';
import { readQuery } from '#engine/flows/segments.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { anAutomation, DAY, HOUR, MINUTE } from '../../support/automations.ts';
import { anEvent, anOrder, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

/** Nobody has bought for three days, but has bought. */
const QUIET = 'last_order_date <= -3d';

function shopWith(...automations: readonly Automation[]) {
  const segment = { name: 'quiet', title: 'Quiet', query: QUIET, condition: readQuery(QUIET) };
  return (shipped: Playbook): Playbook => ({ ...shipped, automations, segments: [segment] });
}

const test = (automation: Automation, since: Date | null = null) =>
  backtestAutomation(world.deps, { automation, since });

describe('backtestAutomation', () => {
  it('keeps every birthday of the log’s time at nine on the customer’s clock', async () => {
    world = await createWorld();
    const customer = someone({ birthday: '1990-01-31', timezone: 'Asia/Tokyo' });
    await world.deliver(anOrder({ customer, at: daysAgo(800), historic: true }));

    const gift = anAutomation({
      on: { date: 'birthday', offset: '-7d' },
      do: [{ email: { template: 'vip-thanks', discount: { percent: 10, expires: '7d' } } }],
    });
    const found = await test(gift);

    // Seven days before, at midnight in UTC: 2029, 2030 and 2031.
    expect(found).toMatchObject({ events: 1, firings: 3, customers: 1 });
    expect(found.byMonth.filter(({ firings }) => firings > 0)).toEqual(
      ['2029-01', '2030-01', '2031-01'].map((month) => ({ month, firings: 1 })),
    );
    expect(found.sample[0]?.at).toEqual(new Date('2029-01-24T00:00:00Z'));
    expect((await test(gift, daysAgo(365))).firings).toBe(1);
  });

  it('asks a schedule’s condition of everybody as they were at each tick', async () => {
    world = await createWorld();
    await world.deliver(
      anOrder({ ref: 'a', total: 4_000, at: daysAgo(20), historic: true }),
      anOrder({ ref: 'b', total: 4_000, at: daysAgo(10), historic: true }),
    );

    const weekly = { on: { schedule: '0 9 * * mon' }, when: 'amount_spent > 50' };

    // The second order came on a Friday: the Monday before does not know it yet.
    const often = await test(anAutomation({ ...weekly, reentry: 'always' }));
    expect(often.firings).toBe(2);
    expect(often.sample.map(({ at }) => at)).toEqual([
      new Date('2031-02-24T09:00:00Z'),
      new Date('2031-03-03T09:00:00Z'),
    ]);
    expect((await test(anAutomation({ ...weekly, reentry: 'never' }))).firings).toBe(1);
  });

  it('opens the door of a segment when days have passed', async () => {
    const winBack = anAutomation({ on: { 'segment.entered': 'quiet' } });
    world = await createWorld({ playbook: shopWith(winBack) });
    await world.deliver(anOrder({ ref: 'a', at: daysAgo(20), historic: true }));
    await world.deliver(anOrder({ ref: 'b', at: daysAgo(10), historic: true }));

    const { sample } = await test(winBack);

    expect(sample.map(({ at }) => at.toISOString().slice(0, 10))).toEqual([
      '2031-02-14',
      '2031-02-24',
    ]);
  });

  it('fires as often as the clock did live', async () => {
    const clocked = [
      { on: { date: 'birthday' } },
      { on: { date: 'renewal', offset: '-1d' }, when: 'number_of_orders > 0' },
      { on: { schedule: '0 9 * * *' }, when: 'last_order_date <= -2d', reentry: 'after 3d' },
      { on: { schedule: '0 9 * * mon-fri' }, when: "customer_tags NOT CONTAINS 'rule-3'" },
      { on: { 'segment.entered': 'quiet' }, reentry: 'always' },
      { on: { 'segment.left': 'quiet' }, reentry: 'never' },
    ];
    const rules = clocked.map((said, nth) =>
      anAutomation({ ...said, name: `rule-${nth}`, do: [{ tag: `rule-${nth}` }] }),
    );
    world = await createWorld({ playbook: shopWith(...rules) });
    await tick();
    let sequence = 0;
    const fired = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
        sequence += 1;
        for (const each of steps) await live(each, `${sequence}-${each.who}`);
        await passClock(4 * DAY);
        for (const { automation, runs } of await countRuns()) fired.set(automation, runs);
        for (const rule of rules) {
          const { firings } = await test(rule);
          expect([rule.name, firings]).toEqual([rule.name, fired.get(rule.name) ?? 0]);
        }
      }),
      { numRuns: 3, endOnFailure: true, examples: [[EVERYTHING]] },
    );
    expect([...fired.keys()].sort()).toEqual(rules.map(({ name }) => name));
  });
});

function countRuns() {
  return world.database.query<{ automation: string; runs: number }>(
    'SELECT automation, count(*)::int AS runs FROM runs GROUP BY automation',
    [],
  );
}

const step = fc.record({
  who: fc.constantFrom('1', '2'),
  kind: fc.constantFrom(...(['order', 'order', 'birthday', 'renewal', 'moves'] as const)),
  inDays: fc.integer({ min: 1, max: 3 }),
  hours: fc.constantFrom<number>(0, 7, 30),
});

/** Each rule fires at least once. */
const EVERYTHING: Step[] = [
  { who: '1', kind: 'order', inDays: 1, hours: 0 },
  { who: '1', kind: 'renewal', inDays: 2, hours: 0 },
  { who: '2', kind: 'birthday', inDays: 2, hours: 30 },
  ...[30, 30, 30].map((hours) => ({ who: '2', kind: 'moves', inDays: 1, hours }) as const),
  { who: '1', kind: 'order', inDays: 1, hours: 0 },
];
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function live({ kind, inDays, hours }: Step, who: string): Promise<void> {
  const at = world.deps.now();
  const day = new Date(at.getTime() + inDays * DAY).toISOString().slice(0, 10);
  const customer = someone({ ref: who, email: `${who}@example.com` });
  const said = {
    order: {},
    birthday: { birthday: `1990-${day.slice(5)}` },
    renewal: { attributes: { renewal: day } },
    moves: { timezone: 'Asia/Tokyo' },
  };
  const fact = { type: 'customer.updated', customer: { ...customer, ...said[kind] } } as const;
  await world.deliver(
    kind === 'order'
      ? anOrder({ ref: `${who}-${at.getTime()}`, customer, at })
      : anEvent(fact, { at }),
  );
  await passClock(hours * HOUR + 30 * MINUTE);
}

/** Passes time as a server does, looking at the clock whenever something can be due: at midnight and at nine, in UTC. */
async function passClock(milliseconds: number): Promise<void> {
  const until = world.deps.now().getTime() + milliseconds;
  for (;;) {
    const now = world.deps.now().getTime();
    const midnight = Math.floor(now / DAY) * DAY;
    const next = [midnight + 9 * HOUR, midnight + DAY].find((at) => at > now) ?? until;
    world.pass(Math.min(next, until) - now);
    if (next > until) return;
    await tick();
  }
}

async function tick(): Promise<void> {
  await world.deps.storage.enqueue([
    { job: { name: 'refresh-segments' } },
    { job: { name: 'sweep' } },
  ]);
  await world.runJobs();
}

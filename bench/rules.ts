// How fast conditions are asked of customers who are in memory, against JavaScript written by hand and a rule engine.
import { Engine } from 'json-rules-engine';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { asId } from '#engine/ids.ts';
import { compileCondition } from '#engine/segments/condition.ts';
import type { Subject } from '#engine/segments/field.ts';
import { type Condition, parseQuery } from '#engine/segments/grammar.ts';
import { startOfDay } from '#engine/time.ts';
import { median, type Row, readable } from './table.ts';

const PROFILES = 100_000;
const RULES = 50;
/** Enough for the compiler to settle: one rule is through in milliseconds. */
const EVALUATED = 25_000_000;
/** The rule engine is asked of fewer: it would take half a minute. */
const ENGINE_PROFILES = 2_000;

const NOW = new Date('2026-11-25T12:00:00Z');
const PLACE = { zone: 'UTC', currency: 'USD' };
const DAY_MS = 86_400_000;
const TAGS = ['VIP', 'Wholesale', 'VIP', 'press', 'returns'];

/** The limits of one rule of four clauses; a date is the start of a day, in epoch milliseconds. */
type Limits = {
  readonly minor: number;
  readonly orders: number;
  readonly tag: string;
  readonly days: number;
  readonly since: number;
};

type Ask = (subject: Subject, now: Date) => boolean;

/** One rule against the same written by hand and json-rules-engine, then fifty against fifty written by hand. */
export async function benchRules(): Promise<readonly Row[]> {
  const subjects = Array.from({ length: PROFILES }, (_, n) => makeSubject(n));
  const limits = makeLimits(0);
  const one = race(subjects, [compile(limits)], [inline]);
  const few = subjects.slice(0, ENGINE_PROFILES);
  const engine = await timeEngine(few, limits);
  const all = Array.from({ length: RULES }, (_, n) => makeLimits(n));
  const fifty = race(subjects, all.map(compile), all.map(byHand));
  return [
    row(
      'one rule of four clauses',
      one.ours,
      one.theirs,
      'the same inline in JavaScript; want ≥ 0.6',
    ),
    row('the same rule', one.ours, engine, 'json-rules-engine 7.3.1; want ≥ 400'),
    row(`${RULES} rules of four clauses`, fifty.ours, fifty.theirs, 'closures by hand; want ≥ 0.5'),
  ];
}

const EMPTY = emptyProfile(asId('customer', 'cus_0'), NOW, PLACE.currency, '');

/** What no clause asks of is shared; what they ask of is each customer's own. */
function makeSubject(n: number): Subject {
  const profile: Profile = {
    ...EMPTY,
    tags: [TAGS[n % 5] ?? '', TAGS[(n * 7 + 2) % 5] ?? ''],
    totals: {
      ...EMPTY.totals,
      spent: { minor: (n * 7919) % 1_000_000, currency: PLACE.currency },
      orders: n % 11,
      lastOrderAt: n % 9 === 0 ? null : new Date(NOW.getTime() - (n % 400) * DAY_MS),
    },
  };
  return { profile, event: null };
}

function makeLimits(n: number): Limits {
  const days = 300 - n;
  const since = startOfDay(
    new Date(NOW.getTime() - days * DAY_MS).toISOString().slice(0, 10),
    'UTC',
  );
  return { minor: 20_000 + n * 100, orders: 2 + (n % 3), tag: 'VIP', days, since: since.getTime() };
}

function compile({ minor, orders, tag, days }: Limits): Ask {
  const query = `amount_spent > ${minor / 100} AND number_of_orders >= ${orders} AND customer_tags CONTAINS '${tag}' AND last_order_date >= -${days}d`;
  return compileCondition(read(query), PLACE);
}

function read(query: string): Condition {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.errors[0].message);
  return parsed.condition;
}

const FIRST = makeLimits(0);
const FIRST_SINCE = FIRST.since;

/** What a programmer would write for this one rule; unlike ours it does not take `vip` for `VIP`. */
function inline({ profile: { totals, tags } }: Subject): boolean {
  return (
    totals.spent.currency === 'USD' &&
    totals.spent.minor > 20_000 &&
    totals.orders >= 2 &&
    tags.includes('VIP') &&
    totals.lastOrderAt !== null &&
    totals.lastOrderAt.getTime() >= FIRST_SINCE
  );
}

/** The same with its limits as arguments. */
function byHand({ minor, orders, tag: wanted, since }: Limits): Ask {
  return ({ profile: { totals, tags } }) =>
    totals.spent.currency === 'USD' &&
    totals.spent.minor > minor &&
    totals.orders >= orders &&
    tags.includes(wanted) &&
    totals.lastOrderAt !== null &&
    totals.lastOrderAt.getTime() >= since;
}

type Race = { readonly ours: number; readonly theirs: number };

/** In turns, so that both meet the same machine; in evaluations a second. Answers must agree. */
function race(subjects: readonly Subject[], ours: readonly Ask[], theirs: readonly Ask[]): Race {
  const seconds: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  const rounds = Math.ceil(EVALUATED / (subjects.length * ours.length));
  for (let round = 0; round < rounds; round += 1) {
    const mine = timeAsks(subjects, ours);
    const other = timeAsks(subjects, theirs);
    if (mine.yes !== other.yes) throw new Error(`${mine.yes} are not ${other.yes}`);
    seconds.ours.push(mine.seconds);
    seconds.theirs.push(other.seconds);
  }
  const count = subjects.length * ours.length;
  return { ours: count / median(seconds.ours), theirs: count / median(seconds.theirs) };
}

function timeAsks(
  subjects: readonly Subject[],
  asks: readonly Ask[],
): { readonly yes: number; readonly seconds: number } {
  let yes = 0;
  const started = performance.now();
  for (const ask of asks) for (const subject of subjects) if (ask(subject, NOW)) yes += 1;
  return { yes, seconds: (performance.now() - started) / 1000 };
}

/** Evaluations a second, with the facts laid out for it beforehand. */
async function timeEngine(subjects: readonly Subject[], limits: Limits): Promise<number> {
  const engine = new Engine([
    {
      conditions: {
        all: [
          { fact: 'spent', operator: 'greaterThan', value: limits.minor },
          { fact: 'orders', operator: 'greaterThanInclusive', value: limits.orders },
          { fact: 'tags', operator: 'contains', value: limits.tag },
          { fact: 'lastOrder', operator: 'greaterThanInclusive', value: limits.since },
        ],
      },
      event: { type: 'in' },
    },
  ]);
  const facts = subjects.map(({ profile: { totals, tags } }) => ({
    spent: totals.spent.minor,
    orders: totals.orders,
    tags,
    lastOrder: totals.lastOrderAt?.getTime() ?? -1,
  }));
  let yes = 0;
  const started = performance.now();
  for (const one of facts) if ((await engine.run(one)).events.length > 0) yes += 1;
  const seconds = (performance.now() - started) / 1000;
  if (yes !== subjects.filter((subject) => inline(subject)).length) throw new Error('they differ');
  return subjects.length / seconds;
}

function row(what: string, ours: number, yardstick: number, note: string): Row {
  return {
    what,
    ours: `${readable(ours / 1e6)} M/s`,
    yardstick: `${readable(yardstick / 1e6)} M/s`,
    ratio: readable(ours / yardstick),
    note,
  };
}

// How fast a log is replayed against twenty automations, beside the bare fold of the same log in the same run.
import { readFileSync } from 'node:fs';
import type { Automation } from '#engine/automations/automation.ts';
import { createBacktest } from '#engine/automations/backtest.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { emptyProfile } from '#engine/customers/profile.ts';
import { type CustomerState, project } from '#engine/customers/project.ts';
import type { ShopEvent } from '#engine/events/shop-event.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import { sampleHistory } from '#integrations/sample-shop/history.ts';
import { environment } from '../src/config.ts';
import { median, type Row, readable } from './table.ts';

/** The 6,919 purchases of the sample ten times over: as many as the whole data set has, which `BENCH_CDNOW` may name. */
const COPIES = 10;
const AUTOMATIONS = 20;
const ROUNDS = 3;
const ZONE = 'America/New_York';
const MEASURES = { currency: 'USD', ladder: null };

/** Evaluations (events times automations) a second of one core, and what the automations add to the fold alone. */
export async function benchBacktest(): Promise<readonly Row[]> {
  const log = makeLog();
  const before = memoryUsed();
  const firings = await replayAll(log);
  const grown = (memoryUsed() - before) / 2 ** 20;
  const fold: number[] = [];
  const replay: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    fold.push(await timed(async () => foldAlone(log)));
    replay.push(await timed(() => replayAll(log)));
  }
  const seconds = median(replay) / 1000;
  return [
    {
      what: `back-test, ${AUTOMATIONS} automations`,
      ours: `${readable((log.length * AUTOMATIONS) / seconds)} evaluations/s`,
      yardstick: `fold alone ${readable(log.length / (median(fold) / 1000))} events/s`,
      ratio: (median(fold) / median(replay)).toFixed(2),
      note: `${readable(log.length / seconds)} events/s, ${readable(firings)} firings, ${readable(grown)} MiB more at the end; want ≥ 1,000,000 evaluations/s`,
    },
  ];
}

type Owned = { readonly event: ShopEvent; readonly customerId: CustomerId };

function makeLog(): readonly Owned[] {
  const file = environment()['BENCH_CDNOW'];
  return file === undefined || file === '' ? sampleLog() : masterLog(file);
}

/** CDNOW_master.txt as it is published: customer, day, discs, dollars, a purchase a line. */
function masterLog(file: string): readonly Owned[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^ *\d/.test(line));
  const log = lines.map((line, index): Owned => {
    const [ref = '', day = '', quantity = '1', dollars = '0'] = line.trim().split(/\s+/);
    const occurredAt = new Date(
      `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}T12:00:00Z`,
    );
    const title = 'Compact disc';
    const total = { minor: Math.round(Number(dollars) * 100), currency: MEASURES.currency };
    const order = {
      ref: String(index),
      number: null,
      discountCodes: [],
      total,
      placedAt: occurredAt,
      version: occurredAt,
      paid: true,
      items: [{ productId: 'cd', title, quantity: Number(quantity), price: total }],
    };
    const fact = { type: 'order.paid' as const, customer: { ref }, order };
    const id = asId('event', `evt_${index}`);
    const at = { occurredAt, receivedAt: occurredAt, historic: true };
    const event: ShopEvent = { id, seq: index + 1, shop: 'events', fact, ...at };
    return { event, customerId: asId('customer', ref) };
  });
  // The file is sorted by customer; a log is replayed as things happened.
  return log.sort((a, b) => a.event.occurredAt.getTime() - b.event.occurredAt.getTime());
}

function sampleLog(): readonly Owned[] {
  const history = sampleHistory(new Date('2026-11-25T12:00:00Z'), MEASURES.currency, ZONE);
  const orders = history.filter(({ fact }) => 'order' in fact);
  let seq = 0;
  return orders.flatMap(({ fact, shop, occurredAt }) =>
    Array.from({ length: COPIES }, (_, copy): Owned => {
      seq += 1;
      const owner = 'customer' in fact ? `${fact.customer?.ref}-${copy}` : '';
      const copied =
        'order' in fact
          ? { ...fact, order: { ...fact.order, ref: `${fact.order.ref}-${copy}` } }
          : fact;
      const id = asId('event', `evt_${seq}`);
      const event = {
        id,
        seq,
        shop,
        fact: copied,
        occurredAt,
        receivedAt: occurredAt,
        historic: true,
      };
      return { event, customerId: asId('customer', owner) };
    }),
  );
}

function makeAutomation(number: number): Automation {
  const conditions = [
    `amount_spent > ${500 + number * 100}`,
    `number_of_orders >= ${2 + (number % 5)} AND amount_spent > 100`,
    `event.total > ${50 + number * 10} OR customer_added_date <= -1y`,
    `average_order_value > ${40 + number} AND number_of_orders >= 3`,
  ];
  const read = readAutomation({
    name: `automation-${number}`,
    on: 'order.paid',
    when: conditions[number % conditions.length],
    reentry: 'never',
    do: [{ notify: { channel: 'sales' } }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

async function replayAll(log: readonly Owned[]): Promise<number> {
  const [automation, ...others] = Array.from({ length: AUTOMATIONS }, (_, n) => makeAutomation(n));
  if (automation === undefined) return 0;
  const backtest = createBacktest({
    automation,
    others,
    segments: new Map(),
    since: null,
    rest: async () => {},
    zone: ZONE,
    measures: MEASURES,
    tierPercents: new Map(),
  });
  await backtest.take(log);
  return backtest.report().firings;
}

function foldAlone(log: readonly Owned[]): number {
  const states = new Map<CustomerId, CustomerState>();
  for (const { event, customerId } of log) {
    const state = states.get(customerId) ?? {
      profile: emptyProfile(customerId, event.occurredAt, MEASURES.currency, ''),
      orders: [],
      refunds: [],
    };
    states.set(customerId, project(state, event, MEASURES));
  }
  return states.size;
}

/** Milliseconds of processor time, so that what else the machine does is not counted. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

function memoryUsed(): number {
  return process.memoryUsage().rss;
}

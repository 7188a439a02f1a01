// A law of every recipe that events start: a back-test finds as many firings as the same events had live.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { backtestAutomation } from '#engine/flows/backtest-automation.ts';
import { HOUR } from '../support/automations.ts';
import { anEvent, anOrder, aRefund, aReturn, someone } from '../support/events.ts';
import { line } from '../support/happenings.ts';
import { createWorld, type World } from '../support/world.ts';

/** It asks for our own mails, which a back-test does not send. */
const ASKS_FOR_MAILS = ['abandoned-cart'];

const step = fc.record({
  who: fc.constantFrom<string>('1', '2'),
  kind: fc.constantFrom(
    ...(['order.placed', 'order.paid', 'order.paid', 'order.fulfilled'] as const),
    ...(['order.cancelled', 'refund', 'return', 'survey', 'nps', 'joins', 'company'] as const),
  ),
  dollars: fc.constantFrom(10, 201, 600, 2_000, 5_001),
  product: fc.constantFrom('turntable', 'cartridge', 'beans'),
  score: fc.integer({ min: 1, max: 10 }),
  hours: fc.constantFrom(0, 1, 30, 1_000),
});
type Step =
  typeof step extends fc.Arbitrary<infer Value> ? Value & { readonly who: string } : never;

describe('the recipes of the playbook', () => {
  it('fire in a back-test as often as they did live', async () => {
    // One shop for all of it: each sequence has customers of its own, and all that came before is replayed with it.
    const world = await liveWorld();
    let sequence = 0;
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 12 }), async (steps) => {
          sequence += 1;
          await live(world, steps, sequence);
          await compare(world);
        }),
        { numRuns: 4, endOnFailure: true },
      );
    } finally {
      await world.close();
    }
  });
});

async function compare(world: World): Promise<void> {
  const runs = await world.database.query<{ automation: string; runs: number }>(
    'SELECT automation, count(*)::int AS runs FROM runs GROUP BY automation',
    [],
  );
  const fired = new Map(runs.map((each) => [each.automation, each.runs]));
  for (const automation of world.deps.playbook.automations) {
    if (automation.trigger.kind !== 'event') continue;
    const { name } = automation;
    const { firings } = await backtestAutomation(world.deps, { automation, since: null });
    expect([name, firings]).toEqual([name, fired.get(name) ?? 0]);
  }
}

function liveWorld(): Promise<World> {
  return createWorld({
    playbook: (shipped) => ({
      ...shipped,
      segments: [],
      automations: shipped.automations
        .filter(({ name }) => !ASKS_FOR_MAILS.includes(name))
        .map((automation) => ({ ...automation, mode: 'live' })),
    }),
  });
}

async function live(world: World, steps: readonly Step[], sequence: number): Promise<void> {
  const latest = new Map<string, string>();
  for (const [index, each] of steps.entries()) {
    world.pass(each.hours * HOUR);
    const one = { ...each, who: `${sequence}-${each.who}` };
    await world.deliver(eventOf(world, one, `o-${sequence}-${index}`, latest));
  }
}

/** What comes after an order is about the customer's latest one. */
function eventOf(world: World, each: Step, ref: string, latest: Map<string, string>): NewEvent {
  const { who, kind, dollars, score, product } = each;
  const at = world.deps.now();
  const customer = someone({ ref: who, email: `c${who}@example.com`, firstName: who });
  const orderRef = latest.get(who) ?? 'unknown';
  const amount = dollars * 100;
  switch (kind) {
    case 'refund':
      return aRefund({ orderRef, amount, customer, at });
    case 'return':
      return aReturn({ orderRef, amount, customer, at });
    case 'survey':
    case 'nps':
      return anEvent({ type: `custom.${kind}`, customer, fields: { score } }, { at });
    case 'joins':
      return anEvent({ type: 'customer.created', customer }, { at });
    case 'company':
      return anEvent(
        { type: 'customer.updated', customer: { ...customer, attributes: { company: 'Ltd' } } },
        { at },
      );
    default: {
      if (kind === 'order.placed' || kind === 'order.paid') latest.set(who, ref);
      const items = [line(product, product === 'beans' ? 'Consumables' : 'Hi-fi')];
      const codes = score > 5 ? ['NEXT-1'] : [];
      const own = latest.get(who) ?? ref;
      return anOrder({ type: kind, ref: own, total: amount, customer, at, items, codes });
    }
  }
}

// A law of runs: whatever comes in between, each step is taken at most once, in order, and never before its time.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { anAutomation, DAY, HOUR, MINUTE, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aRefund, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const SERIES = withAutomations(
  anAutomation({
    reentry: 'never',
    exit: 'refund.created',
    do: [
      ...[{ tag: 'one' }, { wait: '1h' }, { tag: 'two' }],
      ...[{ wait: { for: 'order.fulfilled', at_most: '3h' } }, { tag: 'three' }],
      ...[{ wait: '1d' }, { tag: 'four' }],
    ],
  }),
);
const STEPS = ['one', 'two', 'three', 'four'];

/** What may happen to a series; `again` is every job that may be repeated, repeated by two at once. */
const HAPPENING = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('paid', 'fulfilled', 'again', 'restart') },
  { weight: 1, arbitrary: fc.constant('refund') },
  { weight: 4, arbitrary: fc.constantFrom(MINUTE, 59 * MINUTE, 2 * HOUR, 23 * HOUR) },
);

describe.each(DATABASES)('a series on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  /** Repeats what workers may do twice: an event's evaluation, a run's step, a tick. */
  async function repeat(ref: string): Promise<void> {
    const { storage } = world.deps;
    const email = { kind: 'email', shop: '*', value: `${ref}@example.com` } as const;
    const customerId = await storage.customers.findByIdentity(email);
    if (customerId === null) return;
    const events = await storage.events.ofCustomer(customerId, 'order.fulfilled', 9);
    const runs = await storage.runs.list({ customerId }, { limit: 9 });
    const jobs = [
      ...events.map((event) => ({ name: 'evaluate', eventId: event.id, customerId }) as const),
      { name: 'advance', runIds: runs.map((run) => run.id) } as const,
      { name: 'sweep' } as const,
    ];
    await storage.enqueue([...jobs, ...jobs].map((job) => ({ job })));
    await Promise.all([world.runJobs(), world.runJobs()]);
  }

  async function happen(happening: string | number, ref: string): Promise<void> {
    const at = world.deps.now();
    const customer = someone({ ref, email: `${ref}@example.com` });
    const order = { ref: `order-${ref}`, customer, at };
    if (typeof happening === 'number') {
      world.pass(happening);
      await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
      await world.runJobs();
    } else if (happening === 'restart')
      world = await createWorld({ after: world, playbook: SERIES });
    else if (happening === 'again') await repeat(ref);
    else if (happening === 'refund')
      await world.deliver(aRefund({ orderRef: order.ref, amount: 1, customer, at }));
    else
      await world.deliver(
        anOrder({ ...order, type: `order.${happening === 'paid' ? 'paid' : 'fulfilled'}` }),
      );
  }

  it('takes each step once, in order, not before its time, and none after its end', async () => {
    world = await createWorld({ database, playbook: SERIES });
    let serial = 0;
    const property = fc.asyncProperty(
      fc.array(HAPPENING, { minLength: 4, maxLength: 9 }),
      async (happenings) => {
        serial += 1;
        const ref = `c-${serial}`;
        const taken: { step: string; at: number }[] = [];
        let isFulfilled = false;
        let endedWith: number | null = null;
        // Three waits: each is over at one of the looks at the end, however little time has passed before.
        for (const happening of ['paid', ...happenings, 2 * DAY, 2 * DAY, 2 * DAY]) {
          if (happening === 'fulfilled' && taken.length === 2) isFulfilled = true;
          await happen(happening, ref);
          const at = world.deps.now().getTime();
          const tags = world.shop.tags.get(ref) ?? [];
          for (const step of tags.slice(taken.length)) taken.push({ step, at });
          if (happening === 'refund') endedWith ??= taken.length;
        }
        const [, two, three, four] = taken;

        expect(taken.map(({ step }) => step)).toEqual(STEPS.slice(0, endedWith ?? STEPS.length));
        if (two) expect(two.at - (taken[0]?.at ?? 0)).toBeGreaterThanOrEqual(HOUR);
        if (two && three && !isFulfilled)
          expect(three.at - two.at).toBeGreaterThanOrEqual(3 * HOUR);
        if (three && four) expect(four.at - three.at).toBeGreaterThanOrEqual(DAY);
      },
    );

    await fc.assert(property, { numRuns: 8, endOnFailure: true });
  }, 240_000);
});

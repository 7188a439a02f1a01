// The law of undo: merging two customers and taking the merge apart gives both back as they were, whatever they had done.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#engine/approvals/plan.ts';
import type { NewEvent, ShopKey } from '#engine/events/shop-event.ts';
import { mergeCustomers } from '#engine/flows/merge-customers.ts';
import { replayLog } from '#engine/flows/replay-log.ts';
import { nameSuggestion } from '#engine/flows/settle-suggestion.ts';
import { unmergeCustomer } from '#engine/flows/unmerge-customer.ts';
import { tagCustomer, untagCustomer } from '#engine/flows/work-customer.ts';
import type { CustomerId } from '#engine/ids.ts';
import { withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anEvent, anOrder, aRefund, daysAgo } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const BY = { person: 'Maria', name: 'Maria', surface: 'slack' } as const;

/** What one record may have lived through. */
type Deed =
  | { readonly kind: 'order'; readonly total: number; readonly days: number }
  | { readonly kind: 'refund'; readonly days: number }
  | {
      readonly kind: 'update';
      readonly days: number;
      readonly firstName: string | null;
      readonly tags: readonly string[];
      readonly consent: 'subscribed' | 'unsubscribed' | 'pending';
    }
  | { readonly kind: 'team'; readonly tag: string; readonly present: boolean };

const days = fc.integer({ min: 1, max: 400 });
const tag = fc.constantFrom('vip', 'dj', 'wholesale');
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('order' as const),
    total: fc.integer({ min: 0, max: 300_000 }),
    days,
  }),
  fc.record({ kind: fc.constant('refund' as const), days }),
  fc.record({
    kind: fc.constant('update' as const),
    days,
    firstName: fc.constantFrom('Maria', 'M.', null),
    tags: fc.uniqueArray(tag),
    consent: fc.constantFrom('subscribed' as const, 'unsubscribed' as const, 'pending' as const),
  }),
  fc.record({ kind: fc.constant('team' as const), tag, present: fc.boolean() }),
);
const life = fc.record({
  shop: fc.constantFrom<ShopKey>('events', 'shopify'),
  deeds: fc.array(deed, { maxLength: 6 }),
});

describe.each(DATABASES)('undoing a merge on the %s database', (database) => {
  let world: World;
  let serial = 0;
  beforeAll(async () => {
    world = await createWorld({ database, playbook: withAutomations() });
  });
  afterAll(() => world.close());

  /** Lives a life, and gives who it was. */
  async function live({
    shop,
    deeds,
  }: {
    shop: ShopKey;
    deeds: readonly Deed[];
  }): Promise<CustomerId> {
    serial += 1;
    const customer = { ref: `c-${serial}`, email: `somebody${serial}@example.com` };
    const born = anOrder({ ref: `first-${serial}`, total: 100, customer, at: daysAgo(500) });
    await world.deliver({ ...born, shop });
    const identity = { shop, kind: 'ref', value: customer.ref } as const;
    const id = await world.deps.storage.customers.findByIdentity(identity);
    if (id === null) throw new Error('nobody was made');
    for (const [at, each] of deeds.entries()) {
      if (each.kind === 'team') {
        const change = each.present ? tagCustomer : untagCustomer;
        await change(world.deps, { customerId: id, tag: each.tag, by: BY });
        continue;
      }
      await world.deliver({ ...eventOf(each, customer, `${serial}-${at}`), shop });
    }
    return id;
  }

  function eventOf(
    deed: Exclude<Deed, { kind: 'team' }>,
    customer: { readonly ref: string; readonly email: string },
    ref: string,
  ): NewEvent {
    const at = daysAgo(deed.days);
    if (deed.kind === 'order') return anOrder({ ref, total: deed.total, customer, at });
    if (deed.kind === 'refund')
      return aRefund({ ref, orderRef: `first-${ref.split('-')[0]}`, amount: 10, at });
    const { firstName, tags, consent: emailConsent } = deed;
    const facts = { ...customer, firstName, tags, emailConsent };
    return anEvent({ type: 'customer.updated', customer: facts }, { at });
  }

  const standing = async (id: CustomerId) => {
    const profile = await world.deps.storage.customers.get(id);
    const rows = await world.deps.storage.merges.countRows(id);
    const {
      merges: _history,
      events: _all,
      timeline,
      ...counts
    } = { merges: 0, events: 0, timeline: 0, ...rows };
    // That both together reached a tier was told, and stays in the log.
    const events = (await world.deps.storage.events.allOf(id)).flatMap((event) =>
      event.shop === 'regulars' && event.fact.type === 'tier.promoted' ? [] : [event.id],
    );
    const identities = await world.deps.storage.customers.identitiesOf(id);
    return {
      profile: canonicalJson(profile),
      counts,
      events,
      identities,
      hasTimeline: timeline > 0,
    };
  };

  it('gives both back as they were, and a replay of the log agrees before and after', async () => {
    await fc.assert(
      fc.asyncProperty(life, life, async (one, other) => {
        const pair = [await live(one), await live(other)] as const;
        const before = [await standing(pair[0]), await standing(pair[1])];
        const { id } = await nameSuggestion(world.deps, { pair, by: BY });

        expect(await mergeCustomers(world.deps, { id, by: BY })).toMatchObject({ kind: 'done' });
        expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
        expect(await unmergeCustomer(world.deps, { id, by: BY })).toMatchObject({ kind: 'done' });

        expect([await standing(pair[0]), await standing(pair[1])]).toEqual(before);
        expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});

// A recipe of the playbook told as a timeline: when what happens to somebody, and what comes of it for them and the team.
import { expect } from 'vitest';
import type { Effect } from '#engine/actions/effect.ts';
import { worthText } from '#engine/discounts/discount.ts';
import type { CustomerFacts, NewEvent } from '#engine/events/shop-event.ts';
import { listAutomations, setMode } from '#engine/flows/set-mode.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import type { CustomerId } from '#engine/ids.ts';
import { parseDuration } from '#engine/time.ts';
import { DAY, HOUR, MINUTE } from './automations.ts';
import type { DatabaseKind } from './database.ts';
import { anEvent, someone } from './events.ts';
import { createWorld, NOW, type World } from './world.ts';

/** Something that happens to somebody: an event of the shop, or what a teammate or the customer does with us. */
export type Happening = (who: Somebody) => NewEvent | Promise<void>;

/**
 * When, counted from the story's beginning ("0h", "47h", "9d"); what happens then; and as texts everything that has come
 * of it since the row before: "mail cart-offer: 10 %", "unsent thank-you: daily-cap", "asks vip-thanks: 50 %",
 * "#sales Cart left", "task", "+VIP", "-VIP", "group Wholesale", "tier Gold".
 */
export type Row = readonly [at: string, ...parts: readonly (Happening | string)[]];

/** The customer whom a story is about. */
export type Somebody = { readonly world: World; readonly facts: CustomerFacts; readonly at: Date };

/**
 * A shop with the shipped playbook, in which every recipe waits for its story; its clock has been looked at.
 * `withSegments`: also the segments, which cost time, are kept and filled.
 */
export async function openRecipes(
  database: DatabaseKind = 'embedded',
  { withSegments = false }: { readonly withSegments?: boolean } = {},
): Promise<World> {
  const world = await createWorld({
    database,
    playbook: (shipped) => ({
      ...shipped,
      segments: withSegments ? shipped.segments : [],
      automations: shipped.automations.map((automation) => ({ ...automation, mode: 'off' })),
    }),
  });
  await tick(world, { byDays: false, withSegments });
  return world;
}

const MARIA = { person: 'Maria', name: 'Maria', surface: 'workspace' } as const;
let stories = 0;

/** Tells a story of these recipes alone, about a new customer, who may be mailed unless said otherwise. */
export async function tell(
  world: World,
  recipes: string | readonly string[],
  rows: readonly Row[],
  said: Partial<CustomerFacts> = {},
): Promise<void> {
  stories += 1;
  world.pass(untilMonday(world.deps.now()));
  const names = [recipes].flat();
  await onlyLive(world, names);
  const triggers = world.deps.playbook.automations
    .filter(({ name }) => names.includes(name))
    .map(({ trigger }) => trigger.kind);
  const how: Ticking = {
    byDays: triggers.some((kind) => kind === 'schedule' || kind === 'date'),
    withSegments: triggers.includes('segment'),
  };
  const firstName = `Guest${stories}`;
  const email = `guest${stories}@example.com`;
  const facts = someone({ ref: `guest-${stories}`, firstName, lastName: null, email, ...said });
  await world.deliver(
    anEvent({ type: 'customer.updated', customer: facts }, { at: world.deps.now() }),
  );
  const began = world.deps.now();
  let known = await stateOf(world, facts);
  for (const [at, ...parts] of rows) {
    await passUntil(world, new Date(began.getTime() + millisecondsOf(at)), how);
    for (const part of parts) {
      if (typeof part === 'string') continue;
      const happens = part({ world, facts, at: world.deps.now() });
      await (happens instanceof Promise ? happens : world.deliver(happens));
    }
    await tick(world, how);
    const now = await stateOf(world, facts);
    const expected = parts.filter((part) => typeof part === 'string');
    expect([at, ...whatCame(known, now)]).toEqual([at, ...expected.toSorted()]);
    known = now;
  }
}

/** A teammate approves whatever waits for the customer. */
export const approves: Happening = async ({ world, facts }) => {
  const id = await idOf(world, facts);
  const waiting = await world.deps.storage.approvals.list(
    { customerId: id, status: 'pending' },
    { limit: 9 },
  );
  for (const approval of waiting)
    await settleApproval(world.deps, {
      id: approval.id,
      decision: 'approved',
      by: MARIA,
      seenVersion: 1,
    });
  await world.runJobs();
};

/** What the shop says of the customer from now on. */
export function becomes(more: Partial<CustomerFacts>): Happening {
  return ({ facts, at }) =>
    anEvent({ type: 'customer.updated', customer: { ...facts, ...more } }, { at });
}

/** Every story begins on a Monday at the hour of the world's start, so that caps by the week stand where they stood. */
function untilMonday(now: Date): number {
  const week = 7 * DAY;
  const since = (now.getTime() - NOW.getTime()) % week;
  return since === 0 ? 0 : week - since;
}

async function onlyLive({ deps }: World, recipes: readonly string[]): Promise<void> {
  for (const { automation, mode: before } of await listAutomations(deps)) {
    const { name } = automation;
    const mode = recipes.includes(name) ? 'live' : 'off';
    if (mode !== before) await setMode(deps, { name, mode, by: MARIA });
  }
}

/** What a story needs of the clock: what a schedule starts is made up for a day at most. */
type Ticking = { readonly byDays: boolean; readonly withSegments: boolean };

async function passUntil(world: World, until: Date, how: Ticking): Promise<void> {
  for (;;) {
    const left = until.getTime() - world.deps.now().getTime();
    if (left <= 0) return;
    world.pass(how.byDays ? Math.min(left, DAY) : left);
    if (left > DAY && how.byDays) await tick(world, how);
  }
}

/** What the server's clock asks for every minute, and for segments every now and then. */
async function tick(world: World, { withSegments }: Ticking): Promise<void> {
  await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
  await world.runJobs();
  if (!withSegments) return;
  await world.deps.storage.enqueue([{ job: { name: 'refresh-segments' } }]);
  await world.runJobs();
}

const UNIT_MS = { m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY, mo: 30 * DAY, y: 365 * DAY } as const;

function millisecondsOf(text: string): number {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`"${text}" is no time of a story`);
  return duration.amount * UNIT_MS[duration.unit];
}

/** What stands: each thing under a name of its own, with how it is told. */
type State = ReadonlyMap<string, string>;

async function stateOf(world: World, facts: CustomerFacts): Promise<State> {
  const { storage } = world.deps;
  const id = await idOf(world, facts);
  const profile = await storage.customers.get(id);
  const mails = await storage.mails.ofCustomer(id);
  const approvals = await storage.approvals.list({ customerId: id }, { limit: 50 });
  const asked = await Promise.all(
    approvals.map(async ({ id: key, planId }): Promise<readonly [string, string]> => {
      const plan = await storage.plans.get(planId);
      return [key, `asks ${subjectOf(plan?.effects ?? [])}`];
    }),
  );
  const name = profile?.firstName ?? profile?.email ?? '';
  const tasks = await storage.tasks.list({ customerId: id }, { limit: 50 });
  const cards = world.posted
    .filter(({ channel, card }) => channel !== 'approvals' && card.title.endsWith(name))
    .map(
      ({ id: key, channel, card }): readonly [string, string] =>
        [
          key,
          `#${channel} ${card.title.slice(0, -name.length).replace(/(:| from) $/, '')}`,
        ] as const,
    );
  const group = profile?.attributes['shop_group'];
  return new Map([
    ...mails.map(({ id: key, mail, status, reason }): readonly [string, string] => [
      key,
      status === 'sent'
        ? `mail ${mail.template}${worthIn(mail.values)}`
        : `unsent ${mail.template}: ${reason}`,
    ]),
    ...asked,
    ...cards,
    ...tasks.map((task): readonly [string, string] => [task.id, 'task']),
    ...(profile?.tags ?? []).map((tag): readonly [string, string] => [`tag ${tag}`, `+${tag}`]),
    ...(group === undefined ? [] : [[`group ${group}`, `group ${group}`] as const]),
    ...(profile?.tier == null ? [] : [[`tier ${profile.tier}`, `tier ${profile.tier}`] as const]),
  ]);
}

function whatCame(before: State, after: State): readonly string[] {
  const came = [...after].filter(([key]) => !before.has(key)).map(([, text]) => text);
  const gone = [...before.keys()].filter((key) => key.startsWith('tag ') && !after.has(key));
  return [...came, ...gone.map((key) => key.replace('tag ', '-'))].toSorted();
}

function subjectOf(effects: readonly Effect[]): string {
  return effects
    .flatMap((effect) => {
      if (effect.kind === 'send-email')
        return [`${effect.mail.template}${worthIn(effect.mail.values)}`];
      if (effect.kind === 'set-shop-group') return [`group ${effect.group}`];
      if (effect.kind === 'set-tier') return [`tier ${effect.tier ?? 'by spend'}`];
      return effect.kind === 'create-discount' && effects.length === 1
        ? [worthText(effect.terms)]
        : [];
    })
    .join(', ');
}

function worthIn(values: Readonly<Record<string, unknown>> | undefined): string {
  const { discount } = values ?? {};
  if (typeof discount !== 'object' || discount === null || !('worth' in discount)) return '';
  return `: ${discount.worth}`;
}

async function idOf(world: World, { ref }: CustomerFacts): Promise<CustomerId> {
  const id = await world.deps.storage.customers.findByIdentity({
    shop: 'events',
    kind: 'ref',
    value: ref ?? '',
  });
  if (id === null) throw new Error('the customer of the story is not known');
  return id;
}

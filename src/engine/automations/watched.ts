// An automation in a replay: what wakes it, whether it lets somebody in again, and what it changes of them at once.
import type { ActingStep, PlanTools } from '../actions/action.ts';
import type { Effect } from '../actions/effect.ts';
import { InvariantError } from '../errors.ts';
import { type Compiled, compileCondition } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import type { Condition } from '../segments/grammar.ts';
import type { Place } from '../segments/leaf.ts';
import { needsOf } from '../segments/needs.ts';
import { addDuration } from '../time.ts';
import { type Automation, isTriggered } from './automation.ts';
import { createStanding, type Standing } from './standing.ts';

export type Watched = {
  readonly automation: Automation;
  readonly holds: Compiled | null;
  /** Of a segment's door: who is in the segment; of a schedule: who meets its condition; null of all others. */
  readonly standing: Standing | null;
  /** Whether it asks for places among all customers. */
  readonly asksForRanks: boolean;
  /** What it does to the profile at once, before its first wait. */
  readonly changes: readonly ActingStep[];
  /** When it last met each customer, as they are counted in the replay. */
  readonly lastAt: (Date | undefined)[];
};

/** `segments`: the conditions of those that automations wait for, by name. A segment that is gone wakes nobody. */
export function watch(
  automation: Automation,
  { segments, place }: { readonly segments: ReadonlyMap<string, Condition>; readonly place: Place },
): Watched {
  const { trigger, when } = automation;
  const condition = when?.condition ?? null;
  const segment = trigger.kind === 'segment' ? segments.get(trigger.segment) : undefined;
  const holds = condition === null ? null : compileCondition(condition, place);
  const conditions = [condition, segment ?? null].filter((each) => each !== null);
  return {
    automation,
    holds,
    standing:
      trigger.kind === 'schedule'
        ? createStanding(condition, holds)
        : segment === undefined
          ? null
          : createStanding(segment, compileCondition(segment, place)),
    asksForRanks: conditions.some((each) => needsOf(each).has('ranks')),
    changes: changesAtOnce(automation),
    lastAt: [],
  };
}

/** Whether what happened starts it: one of its events, or that its segment's door was passed. */
export function wakes({ automation, standing }: Watched, subject: Subject, nth: number, at: Date) {
  const { trigger } = automation;
  const change = standing?.ask(subject, nth, at) ?? null;
  if (trigger.kind === 'event') return isTriggered(trigger, subject.event);
  return trigger.kind === 'segment' && change === trigger.change;
}

/** Whether its word on re-entry lets somebody in whom it may have met before. */
export function letsIn(
  { automation, lastAt }: Watched,
  nth: number,
  at: Date,
  zone: string,
): boolean {
  const { reentry } = automation;
  if (reentry.kind === 'always') return true;
  const last = lastAt[nth];
  if (last === undefined) return true;
  return reentry.kind === 'after' && addDuration(last, reentry.duration, zone) <= at;
}

/** What it changes of a customer before its first wait, without asking anybody. */
export async function effectsAtOnce(
  { changes, automation }: Watched,
  { profile, event }: Subject,
  now: Date,
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const step of changes) {
    const plan = await step.plan({ profile, event, now, automation, discount: null }, NO_TOOLS);
    if (plan.kind === 'planned') effects.push(...plan.effects);
  }
  return effects;
}

const CHANGES = new Set(['tag', 'untag', 'set', 'tier', 'shop_group']);

function changesAtOnce({ actions }: Automation): readonly ActingStep[] {
  const firstWait = actions.findIndex(({ control }) => control !== null);
  const before = firstWait === -1 ? actions : actions.slice(0, firstWait);
  return before.filter(
    (step): step is ActingStep =>
      step.control === null && !step.needsApproval && CHANGES.has(step.kind),
  );
}

/** Actions that change a profile draw on nothing. */
const NO_TOOLS: PlanTools = {
  renderMail: () => refuse(),
  showsCode: () => false,
  recommendedFor: () => refuse(),
  newCode: () => refuse(),
  newMailId: () => refuse(),
  addDuration: (at, duration) => addDuration(at, duration),
  shopMoney: () => refuse(),
  renderText: () => refuse(),
  routing: [],
  tierPercent: () => refuse(),
};

function refuse(): never {
  throw new InvariantError('a back-test carries nothing out');
}

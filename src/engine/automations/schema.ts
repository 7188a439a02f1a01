// An automation written by a person or a model → the automation the engine runs, or every fault of it with its path.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PlannedAction } from '../actions/action.ts';
import { readActionEntry } from '../actions/registry.ts';
import { canonicalJson } from '../approvals/plan.ts';
import { as } from '../flaw.ts';
import { type PathFault, type Reading, readData } from '../path-faults.ts';
import type { QueryOptions } from '../segments/grammar.ts';
import { readCondition } from '../segments/written-condition.ts';
import { parseDuration } from '../time.ts';
import { type Automation, MODES, type Reentry, type Trigger } from './automation.ts';
import { type Exit, readExit } from './exit.ts';
import { readTrigger, takesCustomEvents } from './trigger.ts';

/** Where an automation says nothing of its rank. */
export const DEFAULT_RANK = 100;

/** The keys of the YAML; what stands under `on`, `when`, `exit` and `do` is read by its own room. */
const AutomationFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, as('name')),
  /** How cards and lists call it; unset: the name. */
  title: z.string().trim().min(1).max(120).optional(),
  on: z.unknown().optional(),
  when: z.string(as('condition')).optional(),
  /** Unset: never again for the same customer, since a second mail cannot be called back; on a date, every year. */
  reentry: z
    .string()
    .refine((text) => readReentry(text) !== null, as('reentry'))
    .optional(),
  exit: z.unknown().optional(),
  /** The percentage of customers who get nothing, so that what it brings can be told from what comes anyway. */
  holdout: z.int(as('holdout')).min(1, as('holdout')).max(50, as('holdout')).optional(),
  /** Of two automations that fire together the smaller goes first. */
  rank: z.int(as('whole-number')).min(0).max(1000).default(DEFAULT_RANK),
  /** Unset: shadow, so that what is new is first seen and then let loose. */
  mode: z.enum(MODES).default('shadow'),
  do: z.array(z.unknown()).min(1, as('action-missing')),
});
type AutomationFile = z.infer<typeof AutomationFile>;

/** An automation, or all that is wrong with it. */
export type ReadAutomation =
  | { readonly ok: true; readonly automation: Automation }
  | { readonly ok: false; readonly faults: readonly PathFault[] };

/** Reads an automation from data as YAML or JSON gives it, with the text it came from; finds every fault at once. */
export function readAutomation(data: unknown, source: string | null = null): ReadAutomation {
  const file = readData(AutomationFile, data);
  const trigger = under('on', readTrigger(memberOf(data, 'on')));
  const scope = scopeOf(trigger);
  const when = under('when', readWhen(memberOf(data, 'when'), scope));
  const exit = under('exit', readExit(memberOf(data, 'exit')));
  const actions = readActions(memberOf(data, 'do'), scope);
  if (file.ok && trigger.ok && when.ok && exit.ok && actions.ok) {
    const parts = { trigger: trigger.value, when: when.value, exit: exit.value };
    const automation = build(data, file.value, { ...parts, actions: actions.value });
    return { ok: true, automation: { ...automation, source } };
  }
  if (!isRecord(data)) return { ok: false, faults: faultsOf(file) };
  return { ok: false, faults: [file, trigger, when, exit, actions].flatMap(faultsOf) };
}

/** Stable for the same definition; the mode is no part of it, since it is switched without a new definition. */
export function definitionVersion(definition: unknown): number {
  const digest = createHash('sha256').update(canonicalJson(definition)).digest();
  // 31 bits, so that it fits an integer column.
  return digest.readUInt32BE(0) >>> 1;
}

type Parts = {
  readonly trigger: Trigger;
  readonly when: Automation['when'];
  readonly exit: Exit | null;
  readonly actions: readonly PlannedAction[];
};

function build(
  definition: unknown,
  file: AutomationFile,
  parts: Parts,
): Omit<Automation, 'source'> {
  const { name, mode, rank } = file;
  const title = file.title ?? name;
  const again = file.reentry ?? (parts.trigger.kind === 'date' ? 'always' : 'never');
  const reentry = readReentry(again) ?? { kind: 'never' };
  const version = definitionVersion({
    ...{
      name,
      title,
      trigger: parts.trigger,
      when: parts.when?.text ?? null,
      reentry,
      do: file.do,
    },
    // Absent where they say nothing, so that a definition without them keeps its version.
    ...(file.exit === undefined ? {} : { exit: file.exit }),
    ...(rank === DEFAULT_RANK ? {} : { rank }),
    ...(file.holdout === undefined ? {} : { holdout: file.holdout }),
  });
  const holdout = file.holdout ?? null;
  return { name, title, reentry, mode, holdout, rank, version, definition, ...parts };
}

function readReentry(text: string): Reentry | null {
  if (text === 'always' || text === 'never') return { kind: text };
  const duration = parseDuration(/^after\s+(.+)$/.exec(text)?.[1] ?? '');
  return duration === null ? null : { kind: 'after', duration };
}

/** Fields of an event are known only where an event starts the automation. */
function scopeOf(trigger: Reading<Trigger>): QueryOptions {
  return {
    allowEventFields: !trigger.ok || trigger.value.kind === 'event',
    allowCustomFields: !trigger.ok || takesCustomEvents(trigger.value),
  };
}

function readWhen(text: unknown, scope: QueryOptions): Reading<Automation['when']> {
  return typeof text === 'string' ? readCondition(text, scope) : { ok: true, value: null };
}

function readActions(entries: unknown, scope: QueryOptions): Reading<readonly PlannedAction[]> {
  if (!Array.isArray(entries)) return { ok: true, value: [] };
  const readings = entries.map((entry, position) =>
    under('do', readActionEntry(entry, scope), position),
  );
  const faults = readings.flatMap(faultsOf);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])) };
}

/** Moves the paths of faults below a key, and below a place in its list. */
function under<Value>(key: string, reading: Reading<Value>, position?: number): Reading<Value> {
  if (reading.ok) return reading;
  const head = position === undefined ? [key] : [key, position];
  const faults = reading.faults.map(({ path, flaw }) => ({ path: [...head, ...path], flaw }));
  return { ok: false, faults };
}

function faultsOf(reading: Reading<unknown>): readonly PathFault[] {
  return reading.ok ? [] : reading.faults;
}

function memberOf(data: unknown, key: string): unknown {
  return isRecord(data) && Object.hasOwn(data, key) ? data[key] : undefined;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

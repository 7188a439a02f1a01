// THE list of actions, and how an entry of an automation's `do` becomes one of them.
import { type Flaw, unknownName } from '../flaw.ts';
import { type PathFault, type Reading, readData } from '../path-faults.ts';
import type { QueryOptions } from '../segments/grammar.ts';
import { type Action, type ControlAction, type PlannedAction, readAction } from './action.ts';
import type { Control } from './control.ts';
import { discount } from './discount.ts';
import { notify } from './notify.ts';
import { openCase } from './open-case.ts';
import { openTask } from './open-task.ts';
import { sendEmail } from './send-email.ts';
import { sendRequest } from './send-request.ts';
import { setAttribute } from './set-attribute.ts';
import { setTier } from './set-tier.ts';
import { shopGroup } from './shop-group.ts';
import { stopIf } from './stop-if.ts';
import { tag } from './tag.ts';
import { untag } from './untag.ts';
import { wait } from './wait.ts';
import { writeNote } from './write-note.ts';

type Entry = {
  readonly kind: string;
  readonly read: (params: unknown, scope: QueryOptions) => Reading<PlannedAction>;
};

/** One line an action. */
const ACTIONS: readonly Entry[] = [
  entryOf(tag),
  entryOf(untag),
  entryOf(setAttribute),
  entryOf(setTier),
  entryOf(shopGroup),
  entryOf(notify),
  entryOf(writeNote),
  entryOf(openCase),
  entryOf(openTask),
  entryOf(discount),
  entryOf(sendEmail),
  entryOf(sendRequest),
  controlOf(wait),
  controlOf(stopIf),
];

/** The keys that may stand under `do`. */
export const ACTION_KINDS: readonly string[] = ACTIONS.map((entry) => entry.kind);

/**
 * Reads one entry of `do`: a single key, the action, with its parameters. Paths of faults start in the entry. `scope`:
 * which fields of an event its conditions may name; unset: none.
 */
export function readActionEntry(entry: unknown, scope: QueryOptions = {}): Reading<PlannedAction> {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return refuse([], { reason: 'action' });
  const [first, second] = Object.entries(entry);
  if (first === undefined) return refuse([], { reason: 'action-missing' });
  const [kind, params] = first;
  const found = ACTIONS.find((action) => action.kind === kind);
  if (found === undefined) return refuse([kind], unknownName('action', kind, ACTION_KINDS));
  if (second !== undefined) return refuse([second[0]], { reason: 'own-entry' });
  return found.read(params, scope);
}

function entryOf<Params>(action: Action<Params>): Entry {
  return { kind: action.kind, read: (params) => readParams(action, params) };
}

function controlOf<Steers extends Control>(action: ControlAction<Steers>): Entry {
  return {
    kind: action.kind,
    read: (params, scope) => {
      const read = action.read(params, scope);
      if (!read.ok) return below(action.kind, read.faults);
      const { kind } = action;
      return {
        ok: true,
        value: {
          kind,
          summary: read.value,
          needsApproval: false,
          params,
          control: read.value,
        },
      };
    },
  };
}

function readParams<Params>(action: Action<Params>, params: unknown): Reading<PlannedAction> {
  const read = readData(action.Params, params);
  if (read.ok) return { ok: true, value: readAction(action, params) };
  return below(action.kind, read.faults);
}

function below(kind: string, faults: readonly PathFault[]): Reading<never> {
  return {
    ok: false,
    faults: faults.map(({ path, flaw }) => ({ path: [kind, ...path], flaw })),
  };
}

function refuse(path: PathFault['path'], flaw: Flaw): Reading<never> {
  return { ok: false, faults: [{ path, flaw }] };
}

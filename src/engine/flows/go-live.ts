// Taking an automation live: it is for who comes now, or for those as well who qualify already.
import type { Decider } from '../approvals/approval.ts';
import type { Automation } from '../automations/automation.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { BatchId } from '../ids.ts';
import type { Condition } from '../segments/grammar.ts';
import { asksEvent } from '../segments/needs.ts';
import type { Previewed } from './preview-batch.ts';
import { changeOf, takeDown } from './preview-run.ts';
import { findSegment } from './segments.ts';
import { automationNamed, modeOf, switchMode } from './set-mode.ts';
import { cancelPreview } from './settle-batch.ts';

type LiveDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now' | 'newId'>;

/** `none`: nobody can qualify before its trigger comes. `nobody`: nobody does, or all of them are left out. */
export type GoingLive =
  | { readonly kind: 'already-live' | 'none' }
  | { readonly kind: 'nobody' | 'asked'; readonly previewed: Previewed['batch'] };

/**
 * Takes down who qualifies now, so that somebody can say whether they are meant too. Nothing is switched yet. Throws
 * UserError when there is no such automation.
 */
export async function askToGoLive(
  deps: LiveDeps,
  command: { readonly name: string; readonly by: Decider },
): Promise<GoingLive> {
  const automation = await automationNamed(deps, command.name);
  if ((await modeOf(deps, automation.name)) === 'live') return { kind: 'already-live' };
  const from = await whoQualifies(deps, automation);
  if (from === null) return { kind: 'none' };
  const { kind, batch } = await takeDown(deps, {
    automation,
    change: { ...changeOf(automation), mode: 'live', again: false, activates: true },
    from,
    by: command.by,
  });
  return { kind: kind === 'nothing' ? 'nobody' : 'asked', previewed: batch };
}

/** Takes it live for new ones only and drops the preview of the others; `settled`: somebody has decided on it already. */
export async function goLiveForNew(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  command: { readonly preview: BatchId; readonly by: Decider },
): Promise<'done' | 'settled'> {
  const { by } = command;
  return deps.storage.transaction(async (records) => {
    const batch = await records.batches.lock(command.preview);
    if (batch?.status !== 'previewed' || batch.change.kind !== 'run') return 'settled';
    const { automation: name } = batch.change;
    const automation = deps.playbook.automations.find((each) => each.name === name);
    if (automation === undefined)
      throw new UserError({ code: 'not-found', what: 'automation', who: name });
    const at = deps.now();
    await records.batches.update(batch, await cancelPreview(records, batch, { at, by }));
    await switchMode(records, { automation, mode: 'live', by, at });
    return 'done';
  });
}

type Qualifying = Parameters<typeof takeDown>[1]['from'];

/**
 * Who qualifies as they are. Null where nobody can: its trigger asks by itself (a date, a schedule, leaving a segment),
 * or what happens decides alone.
 */
async function whoQualifies(
  deps: LiveDeps,
  { trigger, when }: Automation,
): Promise<Qualifying | null> {
  if (when !== null && asksEvent(when.condition)) return null;
  switch (trigger.kind) {
    case 'event':
      return when === null ? null : fromQuery(when.text, when.condition);
    case 'segment': {
      if (trigger.change === 'left') return null;
      const { name, query, condition } = await findSegment(deps, trigger.segment);
      if (when === null) return { segment: { name, query }, condition };
      const both: Condition = { kind: 'and', children: [condition, when.condition] };
      return fromQuery(`(${query}) AND (${when.text})`, both);
    }
    case 'date':
    case 'schedule':
      return null;
  }
}

function fromQuery(query: string, condition: Condition): Qualifying {
  return { segment: { name: null, query }, condition };
}

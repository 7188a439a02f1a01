// Who is in which segment, brought up to date: for one customer after a change, for everybody by the clock.

import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { SegmentEventType } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { appendNoticed, type Noticed } from './append-noticed.ts';
import { settingNow } from './load-subject.ts';
import { listSegments, type NamedSegment } from './segments.ts';

type RefreshDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log'>;

/** The query a segment's membership was first filled for: a new or changed one fills in silence. */
const FILLED = 'segment-filled:';

/** `among`: only these customers are looked at. `isSilent`: without events, for history that was just imported. */
export type RefreshOptions = {
  readonly among?: readonly CustomerId[];
  readonly isSilent?: boolean;
};

/**
 * Notes who entered and who left, each once, as events that automations may start from. A segment that is new, or
 * whose query has changed, is filled without events: nobody has just entered.
 */
export async function refreshSegments(
  deps: RefreshDeps,
  options: RefreshOptions = {},
): Promise<void> {
  for (const segment of await listSegments(deps)) {
    const isFilled = (await deps.storage.settings.get(FILLED + segment.name)) === segment.query;
    const how = isFilled ? options : { isSilent: true };
    try {
      await deps.storage.transaction((records) => refreshOne(deps, records, segment, how));
    } catch (error) {
      // What cannot be asked of everybody must not keep the other segments from being brought up to date.
      if (!(error instanceof UserError)) throw error;
      deps.log.warn({}, 'a segment cannot be asked of everybody');
    }
  }
  if (options.among === undefined) deps.log.info({}, 'segments were refreshed');
}

/** Brings one customer's membership up to date, inside the transaction that changed who they are. */
export async function refreshMember(
  deps: RefreshDeps,
  records: Records,
  customerId: CustomerId,
  options: Pick<RefreshOptions, 'isSilent'> = {},
): Promise<void> {
  for (const segment of await listSegments({ storage: records, playbook: deps.playbook })) {
    try {
      const isFilled = (await records.settings.get(FILLED + segment.name)) === segment.query;
      const isSilent = !isFilled || options.isSilent === true;
      await refreshOne(deps, records, segment, { among: [customerId], isSilent });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
}

async function refreshOne(
  deps: RefreshDeps,
  records: Records,
  { name, query, condition }: NamedSegment,
  { among, isSilent = false }: RefreshOptions,
): Promise<void> {
  const at = deps.now();
  const scope = among === undefined ? {} : { among };
  const changed = await records.segments.refresh({ name, condition }, settingNow(deps), {
    at,
    isSilent,
    ...scope,
  });
  if (among === undefined) await records.settings.set(FILLED + name, query);
  await tell(records, { name, type: 'segment.entered', at }, changed.entered);
  await tell(records, { name, type: 'segment.left', at }, changed.left);
}

type Change = { readonly name: string; readonly type: SegmentEventType; readonly at: Date };

async function tell(
  records: Records,
  { name: segment, type, at }: Change,
  customers: readonly CustomerId[],
): Promise<void> {
  const kind = type === 'segment.entered' ? 'segment-entered' : 'segment-left';
  const noticed = customers.map(
    (customerId): Noticed => ({
      customerId,
      dedupeKey: `${type}:${segment}:${customerId}:${at.getTime()}`,
      fact: { type, customer: {}, segment },
      entry: { kind, data: { segment } },
    }),
  );
  await appendNoticed(records, noticed, at);
}

// Reads from storage what a batch's card shows.
import type { Automation } from '#engine/automations/automation.ts';
import {
  type Batch,
  type BulkAsk,
  canGoOn,
  type Tally,
  whyNotUndone,
} from '#engine/batches/batch.ts';
import { bulkExpiry, bulkHash, needsTwoForAll } from '#engine/batches/bulk.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import type { Budget } from '#engine/discounts/budget.ts';
import { budgetsNow } from '#engine/flows/discount-budget.ts';
import { isPaused } from '#engine/flows/pause.ts';
import type { BatchId } from '#engine/ids.ts';

/** A batch with how far it has come; examples and the number of all customers only where it waits to be confirmed. */
export type BatchView = {
  readonly batch: Batch;
  readonly tally: Tally;
  readonly examples: readonly Profile[];
  readonly population: number | null;
  /** The automation that it runs; null where it runs none, or one that has left the playbook. */
  readonly automation: Automation | null;
  /** What somebody must decide on for all of them; null where nobody is asked. */
  readonly bulk: BulkView | null;
  readonly failures: readonly { readonly profile: Profile | null; readonly reason: string }[];
  readonly canGoOn: boolean;
  readonly canBeUndone: boolean;
  readonly paused: boolean;
};

export type BulkView = {
  readonly asks: BulkAsk;
  readonly needsTwo: boolean;
  readonly budgets: readonly Budget[];
  readonly hash: string;
  readonly expiresAt: Date;
};

/** How many customers stand on a preview. */
const EXAMPLES = 5;
/** How many failures are listed; a shop that refuses us fails for everybody. */
const FAILURES = 20;

/** The batch as it stands now; null when there is none. */
export async function loadBatch(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  id: BatchId,
): Promise<BatchView | null> {
  const { batches, customers } = deps.storage;
  const batch = await batches.get(id);
  if (batch === null) return null;
  const isPreview = batch.status === 'previewed' || batch.status === 'waiting-for-approval';
  const [tallies, examples, population, failures, paused] = await Promise.all([
    batches.tally([id]),
    isPreview ? batches.examples(batch, EXAMPLES) : [],
    isPreview ? customers.count() : null,
    loadFailures(deps, id),
    isPaused(deps),
  ]);
  const tally = tallies.get(id) ?? NOBODY;
  return {
    ...{ batch, tally, examples, population, failures, paused },
    automation: automationOf(deps, batch),
    bulk: await bulkOf(deps, batch),
    canGoOn: canGoOn(batch, tally),
    canBeUndone: tally.members.changed > 0 && whyNotUndone(batch, deps.now()) === null,
  };
}

function automationOf({ playbook }: Pick<Deps, 'playbook'>, { change }: Batch): Automation | null {
  if (change.kind !== 'run') return null;
  return playbook.automations.find(({ name }) => name === change.automation) ?? null;
}

async function bulkOf(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  batch: Batch,
): Promise<BulkView | null> {
  const { asks } = batch.foreseen;
  if (asks === undefined || batch.undoOf !== null) return null;
  const { limits, timezone } = deps.playbook.team;
  return {
    asks,
    needsTwo: needsTwoForAll(asks, limits),
    budgets: await budgetsNow(deps, deps.storage),
    hash: bulkHash(batch),
    expiresAt: bulkExpiry(batch, limits, timezone),
  };
}

const NOBODY: Tally = {
  members: { waiting: 0, changed: 0, already: 0, 'left-out': 0, 'moved-on': 0, gone: 0 },
  shop: { waiting: 0, asked: 0, done: 0, failed: 0, skipped: 0 },
  leftOut: [],
};

async function loadFailures(
  { storage }: Pick<Deps, 'storage'>,
  id: BatchId,
): Promise<BatchView['failures']> {
  const failures = await storage.batches.shopFailures(id, FAILURES);
  const profiles = await storage.customers.getMany(failures.map(({ customerId }) => customerId));
  return failures.map(({ customerId, reason }) => ({
    profile: profiles.find((profile) => profile.id === customerId) ?? null,
    reason,
  }));
}

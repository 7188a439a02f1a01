// Batches in a world of their own: customers without a shop, and the few things a person does with a batch.
import type { Decider } from '#engine/approvals/approval.ts';
import type { Batch, FactChange } from '#engine/batches/batch.ts';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { previewBatch, previewBatchUndo } from '#engine/flows/preview-batch.ts';
import { confirmBatch } from '#engine/flows/settle-batch.ts';
import { asId } from '#engine/ids.ts';
import type { DatabaseKind } from './database.ts';
import { daysAgo } from './events.ts';
import { createWorld, type World } from './world.ts';

export const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };
export const TOM: Decider = { person: 'Tom', name: 'Tom', surface: 'workspace' };

/** Everybody there is. */
export const EVERYBODY = 'number_of_orders >= 0';

export type BatchWorld = World & {
  /** Falls over at this named point, as long as it is set. */
  readonly fallAt: (point: string | null) => void;
  /** Customers c1, c2 … whom no shop knows. */
  readonly fill: (count: number, change?: (profile: Profile) => Profile) => Promise<void>;
  readonly ask: (change: FactChange, nameOrQuery?: string) => Promise<Batch>;
  readonly confirm: (batch: Batch, by?: Decider) => ReturnType<typeof confirmBatch>;
  /** Confirms it, runs every job, and gives how it stands. */
  readonly carryOut: (batch: Batch) => ReturnType<BatchWorld['stateOf']>;
  /** The preview of undoing it; fails when there is none. */
  readonly askUndo: (batch: Batch) => Promise<Batch>;
  readonly stateOf: (batch: Pick<Batch, 'id'>) => Promise<{
    readonly status: string | undefined;
    readonly members: Readonly<Record<string, number>>;
    readonly shop: Readonly<Record<string, number>>;
  }>;
  readonly profileOf: (id: string) => Promise<Profile | null>;
};

/** A world without automations, so that nothing but the batch changes anybody. */
export async function createBatchWorld(database: DatabaseKind): Promise<BatchWorld> {
  let point: string | null = null;
  const world = await createWorld({
    database,
    playbook: (shipped) => ({ ...shipped, automations: [], segments: [] }),
    crashpoint: (name) => {
      if (name === point) throw new Error('fell over');
    },
  });
  const { deps } = world;
  const { batches, customers } = deps.storage;
  const confirm: BatchWorld['confirm'] = ({ id }, by = MARIA) => confirmBatch(deps, { id, by });
  const stateOf: BatchWorld['stateOf'] = async ({ id }) => {
    const tally = (await batches.tally([id])).get(id);
    const status = (await batches.get(id))?.status;
    return { status, members: tally?.members ?? {}, shop: tally?.shop ?? {} };
  };
  return {
    ...world,
    confirm,
    stateOf,
    fallAt: (name) => {
      point = name;
    },
    fill: async (count, change = (same) => same) => {
      const profiles = Array.from({ length: count }, (_, index) => {
        const id = asId('customer', `c${index + 1}`);
        return change(emptyProfile(id, daysAgo(9), 'USD', `token-${index}`));
      });
      await customers.saveMany(profiles, new Map());
    },
    ask: async (change, nameOrQuery = EVERYBODY) =>
      (await previewBatch(deps, { nameOrQuery, change, by: MARIA })).batch,
    carryOut: async (batch) => {
      await confirm(batch);
      await world.runJobs();
      return stateOf(batch);
    },
    askUndo: async ({ id }) => {
      const preview = await previewBatchUndo(deps, { batchId: id, by: MARIA });
      if (preview.kind !== 'previewed') throw new Error(`not previewed: ${preview.kind}`);
      return preview.batch;
    },
    profileOf: (id) => customers.get(asId('customer', id)),
  };
}

// THE list of tables whose rows are a customer's: a merge takes them over, row by row, and can give them back.

/**
 * `key` names a row among those of one customer; of two rows with the same `once` a customer has only one. `madeAt` is
 * when a row was made that names nobody but by its owner: after a merge nothing tells whose it would have been.
 */
export type OwnedTable = {
  readonly table: string;
  readonly owner: string;
  readonly key: readonly string[];
  readonly once?: readonly string[];
  readonly madeAt?: string;
};

/** Every table with a customer's id in it, but for those below. A test holds the schema to these two lists. */
export const OWNED_TABLES: readonly OwnedTable[] = [
  owned('events', ['id']),
  owned('identities', ['shop', 'kind', 'value']),
  owned('orders', ['shop', 'ref']),
  owned('refunds', ['shop', 'ref']),
  owned('checkouts', ['shop', 'ref']),
  owned('product_views', ['event_id']),
  { ...owned('timeline', ['key']), once: ['key'] },
  { ...owned('runs', ['id']), once: ['automation', 'occasion'], madeAt: 'started_at' },
  owned('plans', ['id']),
  // All codes of a plan are one customer's.
  { ...owned('grants', ['plan_id']), madeAt: 'granted_at' },
  { ...owned('approvals', ['id']), madeAt: 'created_at' },
  { ...owned('cases', ['id']), madeAt: 'opened_at' },
  { ...owned('tasks', ['id']), madeAt: 'opened_at' },
  { ...owned('mails', ['id']), madeAt: 'at' },
  { ...owned('segment_members', ['segment']), once: ['segment'] },
  { ...owned('batch_members', ['batch_id']), once: ['batch_id'] },
  // Whoever was absorbed before goes with who absorbed them.
  { ...owned('merges', ['id']), owner: 'survivor_id' },
];

/** Tables that no merge moves, with the reason. */
export const LEFT_TABLES: Readonly<Record<string, string>> = {
  customer_search: 'kept by a trigger on customers',
  uncompared: 'kept by the same trigger',
  proposals: 'an id of before leads to who absorbed them',
  conversations: 'likewise, and it is soon forgotten',
};

function owned(table: string, key: readonly string[]): OwnedTable {
  return { table, key, owner: 'customer_id' };
}

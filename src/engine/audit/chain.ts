// The audit log: append-only entries, each sealed with the hash of the one before.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../approvals/plan.ts';

/** What somebody or something did; `details` hold ids and values, never personal data in clear. */
export type AuditEvent = {
  readonly at: Date;
  /** Who: a person's name in the team, or `regulars`. */
  readonly actor: string;
  /** `approval.approved`, `effect.done`, `customer.tagged` … */
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export type AuditEntry = AuditEvent & {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
};

/** The hash before the first entry. */
const GENESIS = '0'.repeat(64);

/** Seals an event after the entry before it: SHA-256 over canonical JSON of everything but the hash itself. */
export function seal(
  event: AuditEvent,
  before: Pick<AuditEntry, 'seq' | 'hash'> | null,
): AuditEntry {
  const open = { ...event, seq: (before?.seq ?? 0) + 1, previous: before?.hash ?? GENESIS };
  return { ...open, hash: hashOf(open) };
}

/** The number of the first entry that does not follow from the ones before, or null when the chain is whole. */
export function firstBreak(
  entries: Iterable<AuditEntry>,
  from: Pick<AuditEntry, 'seq' | 'hash'> | null = null,
): number | null {
  let before = from;
  for (const entry of entries) {
    const expected = (before?.seq ?? 0) + 1;
    if (entry.seq !== expected) return expected;
    if (entry.previous !== (before?.hash ?? GENESIS) || entry.hash !== hashOf(entry))
      return entry.seq;
    before = entry;
  }
  return null;
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { at, actor, action, subject, details, seq, previous } = entry;
  return createHash('sha256')
    .update(canonicalJson({ at, actor, action, subject, details, seq, previous }))
    .digest('hex');
}

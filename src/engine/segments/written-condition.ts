// A condition as it stands in the playbook: its text, and the tree that can be asked.
import type { Reading } from '../path-faults.ts';
import { whyUnanswerable } from './condition.ts';
import { type Condition, parseQuery, type QueryOptions } from './grammar.ts';

export type WrittenCondition = { readonly text: string; readonly condition: Condition };

/** Reads a condition; what cannot be evaluated here is refused like what cannot be read. */
export function readCondition(text: string, options: QueryOptions): Reading<WrittenCondition> {
  const parsed = parseQuery(text, options);
  if (!parsed.ok) {
    const faults = parsed.errors.map(({ line, column, why }) => ({
      path: [],
      flaw: { reason: 'query', line, column, why } as const,
    }));
    return { ok: false, faults };
  }
  const why = whyUnanswerable(parsed.condition);
  if (why !== null)
    return { ok: false, faults: [{ path: [], flaw: { reason: 'unanswerable', asked: why } }] };
  return { ok: true, value: { text: text.trim(), condition: parsed.condition } };
}

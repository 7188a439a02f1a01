// set: gives the customer typed attributes; null takes one away.

import { z } from 'zod';
import { as } from '../flaw.ts';
import type { Action } from './action.ts';

/** A name that a condition can ask for as `attributes.<name>`. */
const AttributeName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,59}(\.[A-Za-z0-9_]{1,60})*$/, as('attribute'));
const Value = z.union(
  [z.string().max(1000), z.number(), z.boolean(), z.null()],
  as('attribute-value'),
);
const Params = z
  .record(AttributeName, Value)
  .refine((values) => Object.keys(values).length > 0, as('attribute-missing'));
type Params = z.infer<typeof Params>;

/** `set: { wholesale: true, shoe_size: 42 }` */
export const setAttribute: Action<Params> = {
  kind: 'set',
  Params,
  summary: (values) => ({ kind: 'set', values }),
  needsApproval: () => false,
  plan: async (values, { profile }) => {
    const known = new Map<string, unknown>(Object.entries(profile.attributes));
    const effects = Object.entries(values)
      .filter(([name, value]) => (known.get(name) ?? null) !== value)
      .map(([name, value]) => ({ kind: 'set-attribute' as const, name, value }));
    return effects.length === 0
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects };
  },
};

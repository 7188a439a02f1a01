// What was filled in, read back from a submitted modal.
import { z } from 'zod';
import type { FormValues } from '../../form.ts';

const Input = z.object({
  type: z.int(),
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).nullish(),
});
const Modal = z.array(
  z.looseObject({
    component: z.unknown().optional(),
    components: z.array(z.unknown()).default([]),
  }),
);

/** A field with more than one answer has this behind its name. */
export const MANY = '[]';

/** What was filled in, by field name; an empty input is the empty text or list. */
export function readModal(components: unknown): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const one of Modal.parse(components)) {
    for (const inner of [one.component, ...one.components]) {
      const input = Input.safeParse(inner);
      if (!input.success) continue;
      const { custom_id: id, value, values: chosen } = input.data;
      if (id.endsWith(MANY)) values[id.slice(0, -MANY.length)] = chosen ?? [];
      else values[id] = value ?? chosen?.[0] ?? '';
    }
  }
  return values;
}

// Reads what came back from a form; a surface may give one value where several were asked for, and the other way round.
import type { FormValues } from '../form.ts';

/** The value of a field as text; "" when it was left out. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : value.join(', ');
}

/** The chosen values of a field. */
export function choicesOf(values: FormValues, name: string): readonly string[] {
  const value = values[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

// A choice of more than Discord's menus hold: its field is written into, and read back as the option that was meant.
import { nearestName } from '#engine/nearest.ts';
import type { Field, FieldFault, Form, FormValues, Option } from '../../form.ts';
import type { Words } from '../../words/en.ts';
import { OPTION_VALUE, SELECT_OPTIONS } from './limits.ts';

type Choice = Extract<Field, { kind: 'choice' }>;

/** What a menu can offer: Discord refuses an empty value and one that is too long. */
export function offeredOf(options: readonly Option[]): readonly Option[] {
  return options.filter(({ value }) => value !== '' && value.length <= OPTION_VALUE);
}

/** Whether a choice has more options than a menu takes. */
export function isTyped(field: Field): boolean {
  return field.kind === 'choice' && offeredOf(field.options).length > SELECT_OPTIONS;
}

/** What stands in the field for a value: the option's own words, or what was written. */
export function wordsOfChoice({ options }: Choice, value: string | undefined): string | undefined {
  return options.find((option) => option.value === value)?.label ?? value;
}

/**
 * What was filled in, with the options that were meant for what was written; the faults where none or several were. Of a
 * form that is not known any more it is what was written.
 */
export function readTyped(
  words: Words,
  form: Form | null,
  values: FormValues,
):
  | { readonly kind: 'values'; readonly values: FormValues }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] } {
  const meant: Record<string, string | readonly string[]> = { ...values };
  const faults: FieldFault[] = [];
  for (const field of form?.fields ?? []) {
    if (field.kind !== 'choice' || !isTyped(field)) continue;
    const typed = values[field.name];
    if (typeof typed !== 'string' || typed.trim() === '') continue;
    const [option, ...others] = optionsMeant(offeredOf(field.options), typed);
    if (option !== undefined && others.length === 0) meant[field.name] = option.value;
    else faults.push({ field: field.name, message: faultOf(words, field, typed) });
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'values', values: meant };
}

/** What is so called; else what begins so, or has a word that does. */
function optionsMeant(options: readonly Option[], typed: string): readonly Option[] {
  const text = folded(typed);
  const named = ({ value, label }: Option) => folded(label) === text || folded(value) === text;
  const begun = ({ label }: Option) => folded(label).startsWith(text);
  const within = ({ label }: Option) => ` ${folded(label)}`.includes(` ${text}`);
  for (const fits of [named, begun, within]) {
    const found = options.filter(fits);
    if (found.length > 0) return found;
  }
  return [];
}

const MOST_NAMED = 5;

function faultOf({ discord, list }: Words, { options }: Choice, typed: string): string {
  const several = optionsMeant(offeredOf(options), typed).map(({ label }) => label);
  if (several.length > 0) return discord.severalFit(list(several.slice(0, MOST_NAMED)));
  const nearest = nearestName(
    typed.trim(),
    options.map(({ label }) => label),
  );
  return discord.noneFits(typed.trim(), nearest);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/^@/, '').replace(/\s+/g, ' ').toLowerCase();
}

// A command with its arguments as somebody would type it.
import type { AnyCommand } from '../command.ts';
import { saysContact } from '../contacts.ts';
import { quoteWord } from './line.ts';

/** The line: places first, then flags, then what goes to the end. */
export function lineOf(
  { name, parameters }: Pick<AnyCommand, 'name' | 'parameters'>,
  args: Readonly<Record<string, string>>,
): string {
  const typed = (place: 'positional' | 'rest' | 'flag') =>
    parameters.flatMap((parameter) => {
      const value = args[parameter.name];
      if (parameter.place !== place || value === undefined) return [];
      if (place === 'rest') return [value];
      if (place === 'positional') return [quoteWord(value)];
      return value === 'true'
        ? [`--${parameter.name}`]
        : [`--${parameter.name} ${quoteWord(value)}`];
    });
  const places = [...typed('positional'), ...typed('rest')];
  const flags = typed('flag');
  // What looks like a flag inside of a text is none.
  if (places.some((text) => /(^|\s)(--|—)/.test(text)))
    return [name, ...flags, '--', ...places].join(' ');
  return [name, ...places, ...flags].join(' ');
}

/** The arguments as a whole channel may read them: whoever was named by address or number is named by their id, which does the same. */
export function withoutContacts(
  args: Readonly<Record<string, string>>,
  customers: Readonly<Record<string, { readonly id: string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      saysContact(value) ? (customers[name]?.id ?? value) : value,
    ]),
  );
}

// What a model is not told: who customers are. It sees handles, and what it says of them is put back for who asked.
import { z } from 'zod';

/** Texts of customers and shops are cut for a model, and lists too. */
const TEXT_MOST = 500;
const ROWS_MOST = 20;

export interface Masker {
  /** A text with handles in place of addresses and numbers to call. */
  hide(text: string): string;
  /** A result of a command: names, addresses and numbers of customers as handles, without what nobody can see. */
  hideIn(value: unknown): unknown;
  /** A text of the model with what its handles stand for; `as` says how a name is written. */
  reveal(text: string, as?: (name: string) => string): string;
}

const ADDRESS = /[^\s"'(),:;<>@[\]\\|]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const PHONE = /(?<![\p{L}\p{N}.,#_/-])(?:\+|00|\(0?\d)[\d ()/.-]{6,22}\d(?![\p{L}\p{N}_-])/gu;

/** Control, format and tag characters, with which a text can say what nobody sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** Who somebody is, or where: whatever the row is of. */
const PERSONAL = new Set(['email', 'phone', 'firstName', 'lastName', 'birthday', 'to', 'address']);

export type MaskerOptions = {
  /** People go by their own ids, which mean the same in every call, and lists stay whole, for who asks reads them page by page. */
  readonly byId?: boolean;
};

/** Handles for one turn; the same text has the same handle. */
export function createMasker({ byId = false }: MaskerOptions = {}): Masker {
  const handles = new Map<string, string>();
  const handleOf = (text: string, own: string | null = null) => {
    const known = handles.get(text) ?? own ?? `person_${handles.size + 1}`;
    handles.set(text, known);
    return known;
  };
  const hide = (text: string) => {
    const plain = text
      .replace(ADDRESS, (found) => handleOf(found))
      .replace(PHONE, (found) => handleOf(found));
    // A name that was seen in one place is hidden wherever else it stands.
    return [...handles].reduce(
      (hidden, [name, handle]) => (name.length > 2 ? hidden.replaceAll(name, handle) : hidden),
      plain,
    );
  };
  const clean = (text: string) => {
    const seen = text.replace(UNSEEN, ' ').slice(0, TEXT_MOST);
    return hide(seen);
  };
  /** Names first, so that they are known wherever a text mentions them. */
  function learn(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) learn(one);
    const person = personIn(value);
    if (person === null) return;
    for (const [key, held] of Object.entries(person.row))
      if (!person.says(key, held)) learn(held);
      else handleOf(String(held), byId ? person.id : null);
  }
  function conceal(value: unknown): unknown {
    if (typeof value === 'string') return clean(value);
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return (byId ? value : value.slice(0, ROWS_MOST)).map(conceal);
    const person = personIn(value);
    if (person === null) return value;
    return Object.fromEntries(
      Object.entries(person.row).map(([key, held]) => [
        key,
        person.says(key, held) ? handleOf(String(held)) : conceal(held),
      ]),
    );
  }
  return {
    hide,
    hideIn: (value) => {
      learn(value);
      return conceal(value);
    },
    reveal: (text, as = (name) => name) => {
      const names = new Map([...handles].map(([name, handle]) => [handle, name]));
      return text.replace(/person_\d+/g, (handle) => {
        const name = names.get(handle);
        return name === undefined ? handle : as(name);
      });
    },
  };
}

const Row = z.record(z.string(), z.unknown());

/** A row, the id of the customer that it is of, and which of its fields say who somebody is; null for what is no row. */
function personIn(value: unknown) {
  const read = Row.safeParse(value);
  if (!read.success || value instanceof Date) return null;
  const row = read.data;
  const id = String(row['id'] ?? '');
  const isCustomer = id.startsWith('cus_');
  const isPerson = isCustomer || 'email' in row;
  return {
    row,
    id: isCustomer ? id : null,
    says: (key: string, held: unknown) =>
      (PERSONAL.has(key) || (isPerson && key === 'name')) &&
      typeof held === 'string' &&
      held !== '',
  };
}

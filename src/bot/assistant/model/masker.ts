// What a model is not told: who customers are. It sees handles, and what it says of them is put back for who asked.
import { z } from 'zod';
import {
  createHandles,
  HANDLE,
  type Handles,
  type Person,
  type Writing,
  withoutHalf,
} from './handles.ts';
import { createPeople, type Naming, type People } from './known-people.ts';
import { toLeast } from './least.ts';
import type { Known } from './person.ts';
import { findShapes, type Span } from './shapes.ts';

/** Texts of customers and shops are cut for a model, and lists too. */
const TEXT_MOST = 500;
const ROWS_MOST = 20;

/** So much of a text is looked at before it is cut, for what is cut in half is not known again. */
const READ_MOST = 2 * TEXT_MOST;

export interface Masker {
  /** Notes a person, so that nothing of theirs is told. */
  know(person: Known): void;
  /** A text with handles in place of who people are, without what nobody can see. */
  hide(text: string): string;
  /** A result of a command: names, addresses and numbers of customers as handles, without what nobody can see. */
  hideIn(value: unknown): unknown;
  /** A text of the model with what its handles stand for; `as` says how a name is written. */
  reveal(text: string, as?: Writing): string;
}

/** Joiners, marks and tags that stand inside of words and are not seen there. */
const INSIDE = /\p{Cf}/gu;

/** Control and unassigned characters, with which a text can say what nobody sees. */
const UNSEEN = /[\p{Cc}\p{Co}\p{Cn}]/gu;

/** Letters, digits and signs in the width of Chinese ones. */
const WIDE = /[\uFF01-\uFF5E]/g;

/** Who somebody is, or where: whatever the row is of. */
const PERSONAL = new Set([
  ...['email', 'phone', 'firstName', 'lastName', 'birthday', 'city', 'address', 'street'],
  ...['zip', 'postcode'],
]);

export type MaskerOptions = {
  /** People go by their own ids, which mean the same in every call, and lists stay whole, for who asks reads them page by page. */
  readonly byId?: boolean;
};

/** Handles for one turn; the same text has the same handle. */
export function createMasker({ byId = false }: MaskerOptions = {}): Masker {
  const { personOf, handleOf, reveal } = createHandles(byId);
  const rows = new WeakMap<object, Person>();
  const people = createPeople<Person>();

  function know(known: Known): Person {
    const person = personOf(known);
    people.add(known, person);
    return person;
  }

  const hide = (text: string) => hideParts(toSeen(text), people, handleOf);

  function clean(text: string): string {
    const hidden = hide(text.slice(0, READ_MOST));
    return hidden.length > TEXT_MOST ? withoutHalf(hidden.slice(0, TEXT_MOST)) : hidden;
  }

  /** Names first, so that they are known wherever a text mentions them. */
  function learn(value: unknown): void {
    if (Array.isArray(value)) for (const one of value) learn(one);
    const row = rowIn(value);
    if (row === null) return;
    const known = knownIn(row);
    if (known !== null) rows.set(Object(value), know(known));
    for (const held of Object.values(row)) learn(held);
  }

  function conceal(value: unknown): unknown {
    if (typeof value === 'string') return clean(value);
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return (byId ? value : value.slice(0, ROWS_MOST)).map(conceal);
    const row = rowIn(value);
    if (row === null) return value;
    const whose = rows.get(Object(value)) ?? null;
    return Object.fromEntries(
      Object.entries(row).map(([key, held]) => [
        key,
        saysWho(row, key, held) ? handleOf(held, whose) : conceal(held),
      ]),
    );
  }

  return {
    know,
    hide,
    hideIn: (value) => {
      const told = toLeast(value);
      learn(told);
      return conceal(told);
    },
    reveal,
  };
}

/** A text with a handle for each part that says who somebody is; what looks like a handle and was none comes back as it was. */
function hideParts(text: string, people: People<Person>, handleOf: Handles['handleOf']): string {
  const forged = [...text.matchAll(HANDLE)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const namings = people.find(text).map((naming) => withPostcode(text, naming));
  let [hidden, end] = ['', 0];
  for (const part of united([...namings, ...forged, ...findShapes(text)])) {
    hidden += text.slice(end, part.start) + handleOf(text.slice(part.start, part.end), part.owner);
    end = part.end;
  }
  return hidden + text.slice(end);
}

/** Without what is not seen, and in letters of one width. */
function toSeen(text: string): string {
  return text
    .replace(INSIDE, '')
    .replace(UNSEEN, ' ')
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** A town with the postcode beside it. */
function withPostcode(text: string, naming: Naming<Person>): Naming<Person> {
  if (!naming.isTown) return naming;
  const before = BEFORE_TOWN.exec(text.slice(0, naming.start));
  const behind = BEHIND_TOWN.exec(text.slice(naming.end));
  return {
    ...naming,
    start: before?.index ?? naming.start,
    end: naming.end + (behind?.[0].length ?? 0),
  };
}

const BEFORE_TOWN = /(?<![\p{L}\p{N}#.,])(?:[A-Z]{1,2}-)?(?:\d{4,6}|\d{2}-\d{3}|\d{3} \d{2}),?\s$/u;
const BEHIND_TOWN = /^,?\s(?:[A-Z]{2}\s)?\d{5,6}(?:-\d{4})?(?![\p{L}\p{N}])/u;

type Part = Span & { readonly owner?: Person };

/** Parts that overlap as one, in order; it is of whoever is known in it. */
function united(parts: readonly Part[]): readonly Part[] {
  const all: Part[] = [];
  for (const part of parts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (last === undefined || part.start >= last.end) all.push(part);
    else all[all.length - 1] = { ...part, ...last, end: Math.max(last.end, part.end) };
  }
  return all;
}

const Row = z.record(z.string(), z.unknown());
type Row = z.infer<typeof Row>;

function rowIn(value: unknown): Row | null {
  const read = Row.safeParse(value);
  return read.success && !(value instanceof Date) ? read.data : null;
}

/** Whoever a row is of; null where it says of nobody who they are. */
function knownIn(row: Row): Known | null {
  const said = Object.fromEntries(
    Object.entries(row).flatMap(([key, held]) => (saysWho(row, key, held) ? [[key, held]] : [])),
  );
  if (Object.keys(said).length === 0) return null;
  const { to: email, ...others } = said;
  const id = String(row['id'] ?? '');
  return { ...(email === undefined ? {} : { email }), ...others, id: isCustomer(id) ? id : null };
}

function isCustomer(id: string): boolean {
  return id.startsWith('cus_');
}

/** Whether a field of a row says who somebody is. */
function saysWho(row: Row, key: string, held: unknown): held is string {
  if (typeof held !== 'string' || held === '') return false;
  // A mail goes to an address; what else goes somewhere is no person.
  if (key === 'to') return held.includes('@');
  const isPerson = isCustomer(String(row['id'] ?? '')) || 'email' in row;
  return PERSONAL.has(key) || (isPerson && key === 'name');
}

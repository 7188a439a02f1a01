// What stands for people in what a model is told: "person_1", and "person_1_2" for something else of the same person.
import type { Known } from './person.ts';

/** A person as their handles name them. */
export type Person = { readonly id: string | null; readonly number: number; told: number };

/** How a handle looks. */
export const HANDLE = /person_\d+(?:_\d+)?/g;

export interface Handles {
  /** The same person under their id and under their address. */
  personOf(known: Known): Person;
  /** What stands for a text; the same text has the same handle. */
  handleOf(text: string, whose?: Person | null): string;
  /** A text with what its handles stand for; `as` says how that is written, `isKnown` whether it is of somebody who was met. */
  reveal(text: string, as?: Writing): string;
}

/** How what a handle stands for is written. */
export type Writing = (name: string, isKnown: boolean) => string;

/** `byId`: people go by their own ids, where these are known. */
export function createHandles(byId: boolean): Handles {
  const handles = new Map<string, string>();
  const names = new Map<string, { readonly text: string; readonly isKnown: boolean }>();
  const persons = new Map<string, Person>();
  let count = 0;

  function newPerson(id: string | null): Person {
    count += 1;
    return { id, number: count, told: 0 };
  }

  function newHandle(person: Person): string {
    person.told += 1;
    const counted = person.told === 1 ? '' : `_${person.told}`;
    return (byId ? person.id : null) ?? `person_${person.number}${counted}`;
  }

  return {
    personOf({ id = null, email = null }) {
      const keys = [id, email?.toLowerCase() ?? null].filter((key) => key !== null);
      const known = keys.map((key) => persons.get(key)).find((one) => one !== undefined);
      const person = known ?? newPerson(id);
      for (const key of keys) if (!persons.has(key)) persons.set(key, person);
      return person;
    },
    handleOf(text, whose = null) {
      const before = handles.get(text);
      if (before !== undefined) return before;
      const met = whose ?? persons.get(text.toLowerCase()) ?? null;
      const handle = newHandle(met ?? newPerson(null));
      handles.set(text, handle);
      names.set(handle, { text, isKnown: met !== null });
      return handle;
    },
    reveal: (text, as = (name) => name) =>
      text.replace(HANDLE, (handle) => {
        const name = names.get(handle);
        return name === undefined ? handle : as(name.text, name.isKnown);
      }),
  };
}

/** A text cut at its end without what may be the first half of a handle. */
export function withoutHalf(text: string): string {
  return text.replace(/person_[\d_]*(…?)$/, '$1');
}

// Chance that is the same every time: numbers made from ids, so that the sample shop looks alike on every machine.
import { InvariantError } from '#engine/errors.ts';

/** A whole number from 0 to 2^32 − 1 that depends on nothing but the given ones (MurmurHash3's mixing steps). */
export function hashOf(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** The choice a number stands for. Throws InvariantError when there is none to choose. */
export function pick<T>(choices: readonly T[], number: number): T {
  const choice = choices[number % choices.length];
  if (choice === undefined) throw new InvariantError('picked from an empty list');
  return choice;
}

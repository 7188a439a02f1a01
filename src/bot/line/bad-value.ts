// Why an argument's value is not taken, as data: the catalogue has the sentences.
import type { z } from 'zod';

/** What a schema of a command wants, by the word that it refuses with. */
export const WANTED = {
  duration: 'wanted:duration',
  since: 'wanted:since',
  version: 'wanted:version',
} as const;

export type BadValue =
  | { readonly kind: 'no-number' | 'no-whole-number' | 'empty' | 'other' }
  | { readonly kind: 'too-small' | 'too-big' | 'too-long'; readonly bound: number }
  | { readonly kind: 'wanted'; readonly what: keyof typeof WANTED };

/** What is wrong by the first issue that zod has with it. */
export function badValueOf(issue: z.core.$ZodIssue | undefined): BadValue {
  if (issue === undefined) return { kind: 'other' };
  const what = KEYS.find((key) => WANTED[key] === issue.message);
  if (what !== undefined) return { kind: 'wanted', what };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return { kind: 'no-whole-number' };
      return { kind: issue.expected === 'number' ? 'no-number' : 'other' };
    case 'too_small':
      if (issue.origin === 'string') return { kind: 'empty' };
      return { kind: 'too-small', bound: Number(issue.minimum) };
    case 'too_big':
      return {
        kind: issue.origin === 'string' ? 'too-long' : 'too-big',
        bound: Number(issue.maximum),
      };
    default:
      return { kind: 'other' };
  }
}

const KEYS = ['duration', 'since', 'version'] as const satisfies readonly (keyof typeof WANTED)[];

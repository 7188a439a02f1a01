// What zod finds wrong in a file of the playbook, as data with the path and the name that was probably meant.
import { z } from 'zod';
import { type Flaw, PLAIN_FLAWS, unknownName, type ValueKind } from './flaw.ts';
import { hintOf } from './segments/query-fault.ts';

/** One fault inside a document: where, by keys and positions, and what is wrong. */
export type PathFault = {
  readonly path: readonly (string | number)[];
  readonly flaw: Flaw;
};

/** A value that fits, or everything that does not. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly PathFault[] };

/** Reads data with a schema; keys and values that nobody knows come with the nearest that somebody does. */
export function readData<Value>(schema: z.ZodType<Value>, data: unknown): Reading<Value> {
  const read = schema.safeParse(data, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, faults: read.error.issues.flatMap((issue) => issueFaults(issue, schema)) };
}

/** A path as people write it: `do[1].email.template`. */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`,
    '',
  );
}

function issueFaults(issue: z.core.$ZodIssue, schema: z.ZodType): readonly PathFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code !== 'unrecognized_keys') return [{ path, flaw: issueFlaw(issue) }];
  const known = keysAt(schema, path);
  return issue.keys.map((key) => ({
    path: [...path, key],
    flaw: unknownName('key', key, known),
  }));
}

/** A schema of ours refuses with the flaw, or with its reason as the message; the rest is zod's own. */
function issueFlaw(issue: z.core.$ZodIssue): Flaw {
  const plain = PLAIN_FLAWS.find((reason) => reason === issue.message);
  if (plain !== undefined && !(issue.code === 'invalid_type' && issue.input === undefined))
    return { reason: plain };
  switch (issue.code) {
    case 'custom':
      return carriedFlaw(issue.params);
    case 'invalid_type':
      return issue.input === undefined
        ? { reason: 'missing' }
        : { reason: 'kind', kind: kindOf(issue.expected) };
    case 'invalid_value': {
      const values = issue.values.map(String);
      return { reason: 'not-among', hint: hintOf(String(issue.input), values), values };
    }
    case 'invalid_key': {
      const [inner] = issue.issues;
      return inner === undefined ? { reason: 'kind', kind: 'other' } : issueFlaw(inner);
    }
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    default:
      return { reason: 'kind', kind: 'other' };
  }
}

function carriedFlaw(params: Readonly<Record<string, unknown>> | undefined): Flaw {
  const flaw = params?.['flaw'];
  return isFlaw(flaw) ? flaw : { reason: 'kind', kind: 'other' };
}

/** Only `withFlaw` puts something there. */
function isFlaw(flaw: unknown): flaw is Flaw {
  return typeof flaw === 'object' && flaw !== null && 'reason' in flaw;
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Flaw {
  const bound = Number(minimum);
  if (origin === 'string') return bound === 1 ? { reason: 'empty' } : { reason: 'too-few', bound };
  if (origin === 'array')
    return bound === 1 ? { reason: 'entries-missing' } : { reason: 'too-few', bound };
  return { reason: inclusive === false ? 'more-than' : 'at-least', bound };
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Flaw {
  const bound = Number(maximum);
  if (origin === 'string') return { reason: 'too-long', bound };
  return { reason: origin === 'array' ? 'too-many' : 'at-most', bound };
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'boolean',
  object: 'keys',
  record: 'keys',
  array: 'list',
};

function kindOf(expected: string): ValueKind {
  return KINDS[expected] ?? 'other';
}

/** The keys that an object schema knows at a path; none where it is no object. */
function keysAt(schema: unknown, path: readonly (string | number)[]): readonly string[] {
  const inner = unwrap(schema);
  const [first, ...rest] = path;
  if (first === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  if (inner instanceof z.ZodObject) return keysAt(inner.shape[first], rest);
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  return inner instanceof z.ZodRecord ? keysAt(inner.valueType, rest) : [];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe)
    return unwrap(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  return schema;
}

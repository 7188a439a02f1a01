// What zod finds wrong in a file of the playbook, as sentences with the path and the name that was probably meant.
import { z } from 'zod';
import { suggestName } from './nearest.ts';

/** One fault inside a document: where, by keys and positions, and what to do. */
export type PathFault = {
  readonly path: readonly (string | number)[];
  readonly message: string;
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
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issueMessage(issue) }];
  const known = keysAt(schema, path);
  return issue.keys.map((key) => ({
    path: [...path, key],
    message: `is no key that is known here.${suggestName(key, known)}`,
  }));
}

function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'is missing' : `must be ${nameOfType(issue.expected)}`;
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = suggestName(String(issue.input), values);
    return near.startsWith(' Did') ? `is not known.${near}` : `must be one of ${values.join(', ')}`;
  }
  if (issue.code === 'invalid_key') {
    const inner = issue.issues[0];
    return inner === undefined ? 'is no key that is known here' : issueMessage(inner);
  }
  return lowerFirst(issue.message);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a list of keys with values',
  record: 'a list of keys with values',
  array: 'a list',
};

function nameOfType(expected: string): string {
  return TYPE_NAMES[expected] ?? `of the type ${expected}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
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

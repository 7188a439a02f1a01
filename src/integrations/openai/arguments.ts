// What a model wrote as the arguments of a call: an object, or null where it is none.
import { z } from 'zod';

const Arguments = z.record(z.string(), z.unknown());

/** Reads JSON that a model wrote. */
export function readCallArguments(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return Arguments.parse(JSON.parse(text === '' ? '{}' : text));
  } catch {
    return null;
  }
}

// Which data a log line may carry: listed fields only, errors without foreign words, nothing nested deep.
import {
  ConfigError,
  InvariantError,
  StorageBusyError,
  UserError,
  VendorError,
} from '#engine/errors.ts';

/** Fields whose texts are ours: names of things in the code, states, counts. Anything else ends in `Id`, `Ids` or `Ms`. */
const TEXT_FIELDS = new Set(
  `action at attempt automation channel code command crashpoint currency dataDir database delivery error errorClass
  event file flow host id job kind level method migration mode outcome port publicUrl queue reason reasons role
  route shop shops signal stack stage state status step surface surfaces template topic type vendor version where
  why`.split(/\s+/),
);

type Scrub = (text: string) => string;

const ITEMS_AT_MOST = 20;
const TEXT_AT_MOST = 1_000;
const FRAMES_AT_MOST = 8;
const DEEPEST = 3;

/** What stands where a field was not on the list, so that who reads the line knows that there was more. */
const OMITTED = '[omitted]';

/**
 * The data as it may be logged. Numbers and booleans pass under any name; texts only under a listed one or one that
 * ends in `Id`; a failure gives its class, code and place, and its message only when the message is ours.
 */
export function allowedFields(data: object, scrub: Scrub): Record<string, unknown> {
  return allowedEntries(data, scrub, 0);
}

/** Names that do not look like ours (somebody's input used as a key) are left out with their values. */
function allowedEntries(data: object, scrub: Scrub, depth: number): Record<string, unknown> {
  const allowed = Object.entries(data)
    .filter(([name, value]) => value !== undefined && /^[a-z]\w{0,40}$/i.test(name))
    .slice(0, ITEMS_AT_MOST)
    .map(([name, value]) => [name, allowedValue(name, value, scrub, depth)] as const);
  return Object.fromEntries(allowed);
}

function allowedValue(name: string, value: unknown, scrub: Scrub, depth: number): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return describeError(value, scrub, depth);
  if (typeof value === 'string') return mayBeText(name) ? shorten(value, scrub) : OMITTED;
  if (depth >= DEEPEST || typeof value !== 'object') return OMITTED;
  if (Array.isArray(value)) {
    return value.slice(0, ITEMS_AT_MOST).map((item) => allowedValue(name, item, scrub, depth + 1));
  }
  return allowedEntries(value, scrub, depth + 1);
}

function mayBeText(name: string): boolean {
  return TEXT_FIELDS.has(name) || /(?:Id|Ids|At)$/.test(name);
}

/**
 * A failure as data. Messages of foreign errors quote what they stumbled over (JSON.parse quotes the body, a database
 * the row), so of those only class, code and the places in our code are kept.
 */
function describeError(error: Error, scrub: Scrub, depth: number): Record<string, unknown> {
  const details = ['code', 'status', 'vendor', 'retryable', 'ambiguous', 'constraint'].flatMap(
    (key) => detailOf(error, key, scrub),
  );
  const { cause } = error;
  return {
    class: error.name,
    ...Object.fromEntries(details),
    ...(isOurs(error) ? { message: shorten(error.message, scrub) } : {}),
    frames: framesOf(error).map(scrub),
    ...(cause instanceof Error && depth < DEEPEST
      ? { cause: describeError(cause, scrub, depth + 1) }
      : {}),
  };
}

function detailOf(error: Error, key: string, scrub: Scrub): [string, unknown][] {
  const value: unknown = Reflect.get(error, key);
  if (typeof value === 'string') return [[key, shorten(value, scrub)]];
  return typeof value === 'number' || typeof value === 'boolean' ? [[key, value]] : [];
}

/** Scrubs before it cuts: half a secret is not recognised any more. */
function shorten(text: string, scrub: Scrub): string {
  return scrub(text.slice(0, TEXT_AT_MOST * 10)).slice(0, TEXT_AT_MOST);
}

function isOurs(error: Error): boolean {
  return (
    error instanceof InvariantError ||
    error instanceof VendorError ||
    error instanceof UserError ||
    error instanceof ConfigError ||
    error instanceof StorageBusyError
  );
}

/** The places of the stack, without the message in front of them. */
function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? '').replace(error.message, '').split('\n');
  const frames = lines.filter((line) => /^\s+at /.test(line));
  return frames.slice(0, FRAMES_AT_MOST).map((line) => line.trim());
}

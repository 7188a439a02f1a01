// What is wrong with a Liquid source: what does not parse, and values that nobody gives.
import type { LiquidFlaw } from '#engine/flaw.ts';

/** A fault of a source; `line` counts from its first one, null where it has none. */
export type LiquidFault = { readonly flaw: LiquidFlaw; readonly line: number | null };

/** The values a source may show, each with its members; an empty list: it has none that are known here. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** LiquidJS and MJML say where in the message ("…, line:3, col:1"); only its first line names no value. */
export function describeLiquidError(error: unknown): LiquidFault {
  if (!(error instanceof Error))
    return { flaw: { reason: 'liquid', detail: String(error) }, line: null };
  const [message = ''] = error.message.split('\n');
  const place = /,? line:(\d+), col:\d+$/.exec(message);
  const detail = place === null ? message : message.slice(0, place.index);
  return {
    flaw: { reason: 'liquid', detail },
    line: place?.[1] === undefined ? null : Number(place[1]),
  };
}

/** A value that is asked for and not given, or null. */
export function unknownValue(
  { path, line }: { readonly path: readonly string[]; readonly line: number },
  values: KnownValues,
): LiquidFault | null {
  const [root = '', member] = path;
  const members = Object.hasOwn(values, root) ? values[root] : undefined;
  if (members === undefined)
    return { line, flaw: { reason: 'no-value', name: root, known: Object.keys(values) } };
  if (member === undefined || members.length === 0 || members.includes(member)) return null;
  return { line, flaw: { reason: 'no-member', name: root, member, known: members } };
}

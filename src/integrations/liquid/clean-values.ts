// Values as a template may show them: without controls, without marks that turn the direction of text, well-formed.

export type Values = Readonly<Record<string, unknown>>;

/** Every text in the values cleaned; line breaks and tabs stay. */
export function cleanValues(values: object): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, unknown] => [name, cleanValue(value)]),
  );
}

/** A text without what nobody can see. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** Whether a value holds others by their names. */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  return isRecord(value) && !(value instanceof Date) ? cleanValues(value) : value;
}

// JSON as it is written to a terminal or a file: the same text to every parser, and nothing in it that a terminal acts on.

const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One document without a line break at its end; `indent` 0 is one line. What a terminal might act on is an escape. */
export function safeJson(value: unknown, indent: number): string {
  const json = JSON.stringify(value, null, indent) ?? 'null';
  return json.replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// What the libraries that read YAML, Liquid and MJML say in English, in German: by code where there is one, else by form.
import type { Flaw } from '#engine/flaw.ts';

/** What a library says, and how German has it; `$1` is what the form caught. */
type Form = readonly [said: RegExp, german: string];

/** What is wrong with YAML; the usual slips have a sentence, the rest is said as what cannot be read. */
export function yamlDetail({ code, detail }: Extract<Flaw, { reason: 'yaml' }>): string {
  return inGerman(detail, YAML) ?? CODES[code ?? ''] ?? `ist kein lesbares YAML: „${detail}“`;
}

/** What LiquidJS says of a text or a template. */
export function liquidDetail(detail: string): string {
  return inGerman(detail, LIQUID) ?? `ist kein lesbares Liquid: „${detail}“`;
}

/** What MJML says of an element. */
export function mjmlDetail(detail: string): string {
  return inGerman(detail, MJML) ?? `ist so kein MJML: „${detail}“`;
}

function inGerman(detail: string, forms: readonly Form[]): string | null {
  const form = forms.find(([said]) => said.test(detail));
  return form === undefined ? null : detail.replace(form[0], form[1]);
}

const YAML: readonly Form[] = [
  [/^Missing closing (["'])quote[\s\S]*$/, 'das schließende Anführungszeichen $1 fehlt'],
  [/^Implicit map keys need to be followed by map values[\s\S]*$/, 'nach dem Namen fehlt „: “'],
  [/^Comments must be separated[\s\S]*$/, 'vor einem Kommentar muss ein Leerzeichen stehen'],
  [/^Missing , [\s\S]*$/, 'zwischen zwei Einträgen fehlt ein Komma'],
  [/^Missing space after :[\s\S]*$/, 'nach dem Doppelpunkt fehlt ein Leerzeichen'],
  [/^Unresolved tag: (\S+)[\s\S]*$/, 'die Auszeichnung $1 ist nicht bekannt'],
  [/^Unresolved alias[\s\S]*: (\S+)$/, 'es gibt keinen Anker zu *$1'],
  [/^Excessive alias count[\s\S]*$/, 'hat zu viele Verweise'],
  [/^Nested mappings are not allowed[\s\S]*$/, 'auf einer Zeile steht mehr als ein Doppelpunkt'],
];

/** Codes of the library `yaml` 2, `src/errors.ts`. */
const CODES: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'ein Verweis (* oder &) ist nicht richtig geschrieben',
  BAD_DQ_ESCAPE: 'nach dem Zeichen \\ steht etwas, das dort nicht stehen darf',
  BAD_INDENT: 'die Einrückung passt nicht zu den Zeilen davor',
  BAD_SCALAR_START: 'ein Text, der so beginnt, braucht Anführungszeichen',
  BLOCK_AS_IMPLICIT_KEY: 'ein Name braucht eine Zeile für sich',
  BLOCK_IN_FLOW: 'in Klammern darf keine eingerückte Liste stehen',
  DUPLICATE_KEY: 'ein Schlüssel steht doppelt',
  MISSING_CHAR: 'ein Zeichen fehlt, etwa ein Anführungszeichen, eine Klammer oder „: “',
  MULTILINE_IMPLICIT_KEY: 'ein Name muss auf einer Zeile stehen',
  MULTIPLE_DOCS: 'es darf nur ein Dokument sein: bitte die Zeile --- entfernen',
  TAB_AS_INDENT: 'Tabulatoren dürfen nicht einrücken: bitte Leerzeichen verwenden',
  UNEXPECTED_TOKEN: 'hier steht ein Zeichen, das hier nicht stehen darf',
};

const LIQUID: readonly Form[] = [
  [/^tag "(.*)" not found$/, 'es gibt keinen Befehl „$1“'],
  [/^tag ([\s\S]*) not closed$/, '$1 wird nicht geschlossen'],
  [/^output ([\s\S]*) not closed$/, '$1 wird nicht geschlossen'],
  [/^raw ([\s\S]*) not closed$/, '$1 wird nicht geschlossen'],
  [/^undefined filter: (.*)$/, 'es gibt keinen Filter „$1“'],
  [/^unexpected token ([\s\S]*), value expected$/, 'bei $1 fehlt ein Wert'],
  [/^invalid value expression: ([\s\S]*)$/, '$1 ist kein Wert'],
  [/^unexpected character ([\s\S]*)$/, '$1 passt hier nicht'],
  [/^expected "\|" before filter$/, 'vor einem Filter fehlt |'],
  [/^expected filter name$/, 'nach | fehlt der Name eines Filters'],
  [/^illegal tag syntax, tag name expected$/, 'nach {% fehlt ein Befehl'],
  [/^illegal tag: ([\s\S]*)$/, '$1 ist nicht richtig geschrieben'],
  [/^expected variable name$/, 'hier fehlt der Name eines Werts'],
  [/^(?:unbalanced parentheses|invalid range syntax)$/, 'eine Klammer fehlt'],
];

const MJML: readonly Form[] = [
  [/^Attributes? (.+) (?:is|are) illegal$/, 'kennt $1 nicht'],
  [/^Element (\S+) doesn't exist or is not registered$/, 'es gibt kein Element $1'],
  [
    /^(\S+) cannot be used inside (\S+), only inside: (.*)$/,
    '$1 darf nicht in $2 stehen, nur in: $3',
  ],
  [/^Attribute (\S+) has invalid value: (.*) for type [\s\S]*$/, '$2 ist kein Wert für $1'],
];

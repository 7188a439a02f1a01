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

/** What was wrong with a shop's delivery, as its reader said it when it came; it is kept as it was said. */
export function issueDetail(detail: string): string {
  return inGerman(detail, ISSUES) ?? detail;
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

/** Our readers' own words, and those of zod 4 (`locales/en.ts`). */
const ISSUES: readonly Form[] = [
  [/^(?:is missing|Invalid input: expected \S+, received undefined)$/, 'fehlt'],
  [/^must be text$/, 'muss ein Text sein'],
  [/^Invalid input: expected string, received .*$/, 'muss ein Text sein'],
  [/^Invalid input: expected (?:number|int), received .*$/, 'muss eine Zahl sein'],
  [/^Invalid input: expected array, received .*$/, 'muss eine Liste sein'],
  [/^Invalid input: expected (\S+), received (.*)$/, 'muss $1 sein, nicht $2'],
  [/^Invalid input$/, 'passt hier nicht'],
  [/^Too small: expected string .*$/, 'ist zu kurz'],
  [/^Too big: expected string .*$/, 'ist zu lang'],
  [/^Too small: expected \S+ to be (\S+)$/, 'ist zu klein: muss $1 sein'],
  [/^Too big: expected \S+ to be (\S+)$/, 'ist zu groß: muss $1 sein'],
  [/^Too small: .*$/, 'hat zu wenige Einträge'],
  [/^Too big: .*$/, 'hat zu viele Einträge'],
  [/^Invalid option: expected one of (.*)$/, 'muss eines von diesen sein: $1'],
  [/^Invalid (?:string|ISO|URL|email).*$/, 'ist nicht richtig geschrieben'],
  [/^must be ISO 8601 with an offset$/, 'muss ISO 8601 mit Abstand zu UTC sein'],
  [/^(?:is )?not JSON$/, 'ist kein JSON'],
  [/^is another shop$/, 'ist ein anderer Shop'],
  [/^says that it is not paid$/, 'sagt, dass nicht bezahlt ist'],
  [/^says that it is not fulfilled$/, 'sagt, dass nicht versandt ist'],
  [/^says that it is not cancelled$/, 'sagt, dass nicht storniert ist'],
  [/^no amount: .*$/, 'ist kein Betrag'],
  [/^several currencies$/, 'nennt mehrere Währungen'],
  [/^could not be read$/, 'war nicht lesbar'],
  [/^this shop is not connected any more$/, 'dieser Shop ist nicht mehr verbunden'],
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

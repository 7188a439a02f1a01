// What in a text is somebody's by its look alone: addresses to write to, numbers to call, where people live and what they pay with.
import { ADDRESS, isPhone, PHONE } from '../../contacts.ts';

/** A part of a text. */
export type Span = { readonly start: number; readonly end: number };

type Shape = { readonly pattern: RegExp; readonly is?: (found: string) => boolean };

/** A house's number, and behind it a postcode and a town where they stand there. */
const HOUSE = /\s{0,2}\d{1,4}\s?[a-z]?(?![\p{L}\p{N}])/u.source;
const TOWN =
  /(?:,?\s{1,2}(?:[A-Z]{1,2}-)?(?:\d{4,6}|\d{2}-\d{3}|\d{3} \d{2})(?:\s[A-Z]{2})?,?\s\p{L}[\p{L}'’.-]{1,30})?/u
    .source;
const BEFORE = /(?<![\p{L}\p{N}])/u.source;
const AFTER = /(?![\p{L}\p{N}])/u.source;
const WORD = /\p{L}[\p{L}'’.-]{0,30}/u.source;
const SMALL = /(?!(?:the|a|an|on|in|of|our|my|your|her|his|their|its|to|this|that|at)\s)/u.source;

/** "Hauptstr. 5", "Lange Straße 12 a", "Keizersgracht 3", "Storgatan 4". */
const JOINED = `${BEFORE}(?:${WORD}\\s)?(?:\\p{L}[\\p{L}'’-]{0,30})?(?:stra(?:ß|ss)e|str\\.?|gasse|allee|chaussee|promenade|damm|ufer|platz|weg|steig|straat|laan|gracht|plein|kade|gatan|vägen|gade|veien)${HOUSE}${TOWN}`;
/** "Am Markt 3, 10115 Berlin", "Nordring 4, 10115 Berlin": what may as well be something else needs its postcode. */
const BY = `${BEFORE}(?:(?:am|an de[rn]|auf de[rm]|im|in de[rn]|zu[mr]|unter den)\\s${WORD}|\\p{L}{1,30}(?:ring|hof|markt|berg))${HOUSE}(?=,?\\s+\\d{4,5}(?!\\d))${TOWN}`;
/** "12 Oak Lane, Apt 4". */
const NUMBERED = `${BEFORE}\\d{1,5}[a-z]?,?\\s(?:${SMALL}${WORD}\\s){1,3}(?:street|road|avenue|lane|boulevard|terrace|crescent|highway|parkway|drive|rd|ave|blvd|st|dr|ln|pkwy|hwy)${AFTER}\\.?(?:,?\\s(?:apt|apartment|unit|suite|flat)\\.?\\s?\\w{1,6})?`;
const NUMBERED_PLACES = `${BEFORE}\\d{1,5}[A-Za-z]?,?\\s(?:\\p{Lu}[\\p{L}'’.-]{0,30}\\s){1,3}(?:Way|Court|Square|Place|Close|Row|Hill|Gardens|Park|Mews)${AFTER}`;
/** "rue de la Paix 12", "Via Roma 3", "ul. Długa 4"; "12, rue de la Paix". */
const NAMED = `${BEFORE}(?:rue|calle|avenida|viale|corso|piazza|paseo|rua|ulica|ul\\.|quai|chemin)\\s(?:${WORD}\\s){1,4}?\\d{1,4}${AFTER}${TOWN}`;
const NAMED_WAYS = `${BEFORE}[Vv]ia\\s(?:\\p{Lu}[\\p{L}'’.-]{0,30}\\s){1,3}\\d{1,4}${AFTER}`;
const NUMBERED_NAMED = `${BEFORE}\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s(?:rue|avenue|boulevard|place|quai|chemin|impasse|allée)\\s(?:(?:de|du|des|la|le|les)\\s|[ld]['’])*${WORD}${TOWN}`;
const BOX = `${BEFORE}(?:p\\.?\\s?o\\.?\\s?box|postfach)\\s\\d[\\d ]{0,9}`;

/** "10115 Berlin", "SW1A 1AA", "K1A 0B1", "…, IL 62704". */
const POSTCODES = [
  /(?<![\p{L}\p{N}#.,])(?:[A-Z]{1,2}-)?\d{5}\s\p{Lu}[\p{L}'’-]{2,30}/gu,
  new RegExp(`${BEFORE}[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}${AFTER}`, 'giu'),
  new RegExp(`${BEFORE}[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d${AFTER}`, 'giu'),
  new RegExp(`${BEFORE}[A-Z]{2}\\s\\d{5}(?:-\\d{4})?${AFTER}`, 'gu'),
];

/** ISO 13616: a country, two digits to check it by, and up to 30 letters and digits, often in groups of four. */
const IBAN = new RegExp(
  `${BEFORE}[A-Z]{2}\\d{2}(?:[ -]?[A-Z\\d]{4}){2,7}(?:[ -]?[A-Z\\d]{1,3})?${AFTER}`,
  'giu',
);
const IBAN_DIGITS = 10;
const CARD = new RegExp(`${BEFORE}\\d(?:[ -]?\\d){12,18}${AFTER}`, 'gu');

const SHAPES: readonly Shape[] = [
  { pattern: ADDRESS },
  { pattern: PHONE, is: isPhone },
  { pattern: IBAN, is: (found) => found.replace(/\D/g, '').length >= IBAN_DIGITS },
  { pattern: CARD, is: isCard },
  ...[JOINED, BY, NUMBERED, NAMED, NUMBERED_NAMED, BOX].map((source) => ({
    pattern: new RegExp(source, 'giu'),
  })),
  ...[NUMBERED_PLACES, NAMED_WAYS].map((source) => ({ pattern: new RegExp(source, 'gu') })),
  ...POSTCODES.map((pattern) => ({ pattern })),
];

/** The parts of a text that look so, in no order; they may overlap. */
export function findShapes(text: string): readonly Span[] {
  return SHAPES.flatMap(({ pattern, is }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      is === undefined || is(found) ? [{ start: index, end: index + found.length }] : [],
    ),
  );
}

/** The digits of a payment card check themselves (ISO/IEC 7812-1, Luhn). */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.reduce((all, digit, at) => {
    const doubled = at % 2 === 0 ? digit : digit * 2;
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

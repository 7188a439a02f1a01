// What a cell may hold: amounts, instants, addresses, consent; what it does not hold is a fault of the row.
import { asciiAddress } from '#engine/email/address.ts';
import type { ConsentState } from '#engine/events/shop-event.ts';
import { decimalsOf, type Money, parseMoney } from '#engine/money.ts';
import { type CellKind, LONGEST_LABEL, type RowFault } from '#engine/row-fault.ts';
import { instantOf, isTimeZone, startOfDay } from '#engine/time.ts';
import type { Cells } from './records.ts';

/**
 * Reads the cells of one row. Every method gives undefined for an absent cell, and for a wrong one too, which it then
 * adds to `faults`: a row is good when that is empty at the end.
 */
export type CellReader = ReturnType<typeof createCellReader>;

/** A reader over a row; times without an offset are in `zone`. */
export function createCellReader(cells: Cells, zone: string) {
  const faults: RowFault[] = [];
  const read = <T>(name: string, parse: (cell: string) => T | null, wanted: CellKind) => {
    const cell = cells.get(name);
    if (cell === undefined) return undefined;
    const value = parse(cell);
    if (value !== null) return value;
    faults.push({ reason: 'cell', column: name, cell, wanted });
    return undefined;
  };
  return {
    faults,
    text: (name: string) => cells.get(name),
    label: (name: string) => read(name, readLabel, 'short'),
    email: (name: string) => read(name, readEmail, 'email'),
    country: (name: string) => read(name, readCountry, 'country'),
    instant: (name: string) => read(name, (cell) => readInstant(cell, zone), 'instant'),
    quantity: (name: string) => read(name, readQuantity, 'quantity'),
    birthday: (name: string) => read(name, readBirthday, 'birthday'),
    consent: (name: string) => read(name, readConsent, 'consent'),
    zone: (name: string) => read(name, readZone, 'zone'),
    money: (name: string, currency: string): Money | undefined => {
      const cell = cells.get(name);
      if (cell === undefined) return undefined;
      const parsed = parseMoney(cell, currency);
      if (parsed.ok) return parsed.money;
      faults.push(moneyFault(name, cell, currency, parsed.fault));
      return undefined;
    },
  };
}

/** An instant as ISO 8601 writes it; without an offset a clock in `zone`, without a time the start of the day there. */
function readInstant(text: string, zone: string): Date | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, day = '', minutes, seconds = '00', fraction = '', offset] = match;
  try {
    const start = startOfDay(day, minutes === undefined ? zone : 'UTC');
    if (start.getUTCFullYear() < EARLIEST_YEAR) return null;
    if (minutes === undefined) return start;
    const reading = `${day}T${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
    if (offset === undefined) return instantOf(reading, zone);
    const at = new Date(`${reading}${offset.toUpperCase().replace(/^(...)(..)$/, '$1:$2')}`);
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    // The calendar has no such day, or the clock no such reading.
    return null;
  }
}

/** What lies before is a spreadsheet's zero, not a day. */
const EARLIEST_YEAR = 1900;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function readLabel(cell: string): string | null {
  return cell.length <= LONGEST_LABEL ? cell : null;
}

function readEmail(cell: string): string | null {
  return asciiAddress(cell) === null ? null : cell;
}

function readQuantity(cell: string): number | null {
  return /^0*[1-9]\d{0,5}$/.test(cell) ? Number(cell) : null;
}

function readBirthday(cell: string): string | null {
  const [, year = '2000-', day] = /^(\d{4}-)?(\d{2}-\d{2})$/.exec(cell) ?? [];
  return day !== undefined && readInstant(`${year}${day}`, 'UTC') !== null ? cell : null;
}

function readZone(cell: string): string | null {
  return isTimeZone(cell) ? cell : null;
}

const CONSENT: Readonly<Record<string, ConsentState>> = {
  ...{ subscribed: 'subscribed', yes: 'subscribed', true: 'subscribed' },
  ...{ unsubscribed: 'unsubscribed', no: 'unsubscribed', false: 'unsubscribed' },
  ...{ pending: 'pending', unknown: 'unknown' },
};

function readConsent(cell: string): ConsentState | null {
  const word = cell.toLowerCase();
  return Object.hasOwn(CONSENT, word) ? (CONSENT[word] ?? null) : null;
}

/** ISO 3166-1 alpha-2, or the country's English name. */
function readCountry(cell: string): string | null {
  if (/^[a-z]{2}$/i.test(cell)) return cell.toUpperCase();
  countryCodes ??= listCountries();
  return countryCodes.get(cell.toLowerCase()) ?? null;
}

let countryCodes: ReadonlyMap<string, string> | null = null;

function listCountries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(codes.flatMap((code) => [[names.of(code)?.toLowerCase() ?? '', code] as const]));
}

function moneyFault(column: string, cell: string, currency: string, fault: string): RowFault {
  if (fault === 'unknown-currency') return { reason: 'currency', currency };
  if (fault === 'too-many-decimals')
    return { reason: 'decimals', column, cell, currency, most: decimalsOf(currency) ?? 0 };
  return { reason: 'cell', column, cell, wanted: /^-\d/.test(cell) ? 'positive' : 'amount' };
}

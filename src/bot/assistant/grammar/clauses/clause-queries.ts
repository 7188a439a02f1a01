// How what was said of customers is written in the segment language.
import { CUSTOMER_FIELDS } from '#engine/segments/fields.ts';
import { PRODUCTS_APART } from '../names.ts';
import type { Said } from './said.ts';

export function isNumeric(name: string): boolean {
  const type = CUSTOMER_FIELDS.find((field) => field.name === name)?.type;
  return type === 'money' || type === 'integer';
}

export function writeSpent(said: Said): string | null {
  const when = windowOf(said);
  if (when === null) return compare(said.has('net') ? 'amount_spent_net' : 'amount_spent', said);
  const amount = compare('sum_amount', said);
  return amount === null || said.isNegated ? null : `orders_placed MATCHES (${when}, ${amount})`;
}

export function writeTimes(said: Said): string | null {
  const count = said.has('once') ? 1 : said.has('twice') ? 2 : null;
  if (count !== null && said.numbers.length > 0) return null;
  const sized =
    count === null
      ? compare('count', said)
      : `count ${operatorOf(said) ?? (said.has('twice') ? '>=' : '=')} ${count}`;
  if (sized === null || said.isNegated) return null;
  const when = windowOf(said);
  return when === null
    ? sized.replace('count', 'number_of_orders')
    : `orders_placed MATCHES (${when}, ${sized})`;
}

/** "no orders", "more than 5 orders", "orders over 100 euros", "not ordered for 90 days". */
export function writeOrdered(said: Said): string | null {
  // Nobody counts orders in fractions.
  const amount = said.numbers.find(
    ({ unit, value }) => unit === 'money' || !Number.isInteger(value),
  );
  const when = windowOf(said);
  if (
    amount !== undefined ||
    (said.numbers.length > 0 && said.has('over', 'under') && said.has('money'))
  )
    return writeSized(said);
  if (said.numbers.length > 0) {
    const sized = compare('count', said);
    if (sized === null || said.isNegated) return null;
    return when === null
      ? sized.replace('count', 'number_of_orders')
      : `orders_placed MATCHES (${when}, ${sized})`;
  }
  if (when !== null && isOver(said))
    return `orders_placed ${said.isNegated ? 'NOT ' : ''}MATCHES (${when})`;
  if (said.durations.length + said.days.length > 0) return writeWhen('last_order_date', said);
  return `number_of_orders ${said.isNegated ? '= 0' : '> 0'}`;
}

/** Orders of such an amount. */
export function writeSized(said: Said): string | null {
  const sized = compare('amount', said);
  const when = windowOf(said);
  if (sized === null) return null;
  return `orders_placed ${said.isNegated ? 'NOT ' : ''}MATCHES (${[sized, when].filter((one) => one !== null).join(', ')})`;
}

/** Days that have passed: who ordered on one of them may have ordered again since. */
function isOver(said: Said): boolean {
  const [days] = said.days;
  return (
    days !== undefined &&
    days.runsUntil === undefined &&
    days.to !== 'today' &&
    !said.has('before', 'since', 'after', 'last')
  );
}

function writeRefunded(said: Said): string | null {
  const when = windowOf(said);
  if (when === null) return compare('refunded_amount', said);
  const amount = compare('sum_amount', said);
  return amount === null || said.isNegated ? null : `refunds_made MATCHES (${when}, ${amount})`;
}

/** Nobody speaks of more refunds of one customer; it is money. */
const MOST_REFUNDS = 20;

export function writeRefunds(said: Said): string | null {
  if (said.numbers.some(({ unit }) => unit === 'percent')) return compare('refunded_percent', said);
  const isMuch = said.numbers.some(({ value }) => value > MOST_REFUNDS) && !said.has('times');
  if (said.numbers.some(({ unit }) => unit === 'money') || said.has('money') || isMuch)
    return writeRefunded(said);
  const when = windowOf(said);
  const count = said.has('once') ? 1 : said.has('twice') ? 2 : null;
  if (said.numbers.length > 0 && count !== null) return null;
  if (said.numbers.length > 0 || count !== null) {
    const sized =
      count === null ? compare('count', said) : `count ${operatorOf(said) ?? '>='} ${count}`;
    if (sized === null || said.isNegated) return null;
    return when === null
      ? sized.replace('count', 'number_of_refunds')
      : `refunds_made MATCHES (${when}, ${sized})`;
  }
  if (when !== null) return `refunds_made ${said.isNegated ? 'NOT ' : ''}MATCHES (${when})`;
  return `number_of_refunds ${said.isNegated ? '= 0' : '> 0'}`;
}

/** What was done with a product of this title. */
export function writeProduct(field: string, said: Said): string | null {
  const when = windowOf(said);
  return only(said.names('product'), (value) => {
    const ids = value.split(PRODUCTS_APART).map(quote);
    const id = ids.length === 1 ? `id = ${ids[0]}` : `id IN (${ids.join(', ')})`;
    const all = [id, ...(when === null ? [] : [when])];
    return `${field} ${said.isNegated ? 'NOT ' : ''}MATCHES (${all.join(', ')})`;
  });
}

export function writeProducts(param: 'id' | 'category', said: Said): string | null {
  const when = windowOf(said);
  return only(said.texts, (text) => {
    const all = [`${param} = ${quote(text)}`, ...(when === null ? [] : [when])];
    return `products_purchased ${said.isNegated ? 'NOT ' : ''}MATCHES (${all.join(', ')})`;
  });
}

export function writePlace(said: Said): string | null {
  const places = [
    ...said.names('country').map((code) => ['customer_countries', code] as const),
    ...said
      .names('city')
      .flatMap((known) => known.split('|').map((city) => ['customer_cities', city] as const)),
  ];
  if (places.length === 0) return null;
  const isOutside = said.isNegated || said.has('outside');
  const clauses = places.map(
    ([field, value]) => `${field} ${isOutside ? 'NOT ' : ''}CONTAINS ${quote(value)}`,
  );
  return clauses.length === 1
    ? (clauses[0] ?? null)
    : `(${clauses.join(isOutside ? ' AND ' : ' OR ')})`;
}

export function writeBirthday(said: Said): string | null {
  if (said.has('tomorrow')) return "anniversary ('birthday') = +1d";
  const [duration] = said.durations;
  if (duration !== undefined && !said.has('past'))
    return `anniversary ('birthday') BETWEEN today AND +${duration}`;
  const [days] = said.days;
  if (days?.from === 'today') return "anniversary ('birthday') = today";
  if (days?.ahead !== undefined && !said.has('past'))
    return `anniversary ('birthday') = ${days.ahead}`;
  return days === undefined
    ? null
    : `anniversary ('birthday') BETWEEN ${days.from} AND ${days.runsUntil ?? days.to}`;
}

export function writeTop(said: Said): string | null {
  const share = said.numbers.find(({ unit }) => unit === 'percent')?.value ?? shareOf(said);
  if (share === null || share <= 0 || share >= 100) return null;
  const field = said.has('recency', 'last') ? 'recency_percentile' : 'amount_spent_percentile';
  return `${field} >= ${100 - share}`;
}

function shareOf(said: Said): number | null {
  if (said.has('quarter') || said.durations.includes('3m')) return 25;
  if (said.has('tenth')) return 10;
  if (said.has('fifth')) return 20;
  return said.has('half') ? 50 : null;
}

/** A day long ago or not, from how it was said and how it is meant of dates. */
export function writeWhen(field: string, said: Said): string | null {
  const not = said.isNegated;
  const [duration] = said.durations;
  if (duration !== undefined) {
    const isLong =
      said.has('ago') ||
      (said.has('longer', 'over', 'older', 'least', 'before') &&
        !said.has('past', 'newer', 'under') &&
        // "Not for more than a year" is not within it.
        !(not && field.endsWith('order_date') && !said.has('older')));
    // "Customers for two years" have been so for as long; "ordered for two years" is not said.
    const isSince =
      field === 'customer_added_date' && said.has('during', 'since') && !said.has('past', 'in');
    const within = !(isLong || isSince);
    return `${field} ${within !== not ? '>=' : within ? '<' : '<='} -${duration}`;
  }
  const [days] = said.days;
  if (days === undefined) return null;
  if (said.has('after')) return `${field} ${not ? '<=' : '>'} ${days.to}`;
  if (said.has('before')) return `${field} ${not ? '>=' : '<'} ${days.from}`;
  if (said.has('since') || days.runsUntil !== undefined)
    return `${field} ${not ? '<' : '>='} ${days.from}`;
  const within =
    days.from === days.to
      ? `${field} = ${days.from}`
      : `${field} BETWEEN ${days.from} AND ${days.to}`;
  return not ? `NOT (${within})` : within;
}

/** The same as a parameter `date` of a function; null when no time was said. */
function windowOf(said: Said): string | null {
  const [duration] = said.durations;
  if (duration !== undefined) return `date >= -${duration}`;
  const [days] = said.days;
  if (days === undefined) return null;
  if (said.has('after')) return `date > ${days.to}`;
  if (said.has('before')) return `date < ${days.from}`;
  if (said.has('since') || days.runsUntil !== undefined) return `date >= ${days.from}`;
  return days.from === days.to ? `date = ${days.from}` : `date BETWEEN ${days.from} AND ${days.to}`;
}

/** A number of things: none, some, or as many as said. */
export function countOf(field: string, said: Said): string | null {
  if (said.numbers.length > 0) return compare(field, said);
  return `${field} ${said.isNegated ? '= 0' : '> 0'}`;
}

export function compare(field: string, said: Said): string | null {
  const [first, second] = said.numbers;
  if (first === undefined) return null;
  if (second !== undefined)
    return said.has('between') && !said.isNegated
      ? `${field} BETWEEN ${first.value} AND ${second.value}`
      : null;
  const operator = operatorOf(said) ?? (first.unit === 'money' ? null : '=');
  if (operator === null) return null;
  return `${field} ${said.isNegated ? (OPPOSITE[operator] ?? operator) : operator} ${first.value}`;
}

function operatorOf(said: Said): '>' | '<' | '>=' | '<=' | '=' | null {
  if (said.has('least')) return '>=';
  if (said.has('most_')) return '<=';
  if (said.has('over', 'older')) return '>';
  if (said.has('under', 'newer')) return '<';
  return said.has('exactly') ? '=' : null;
}

const OPPOSITE: Readonly<Record<string, string>> = {
  '>': '<=',
  '<': '>=',
  '>=': '<',
  '<=': '>',
  '=': '!=',
};

export function listed(field: string, values: readonly string[], said: Said): string | null {
  return only(
    values,
    (value) => `${field} ${said.isNegated ? 'NOT ' : ''}CONTAINS ${quote(value)}`,
  );
}

/** Of exactly one thing. */
export function only(
  things: readonly string[],
  write: (thing: string) => string | null,
): string | null {
  const [first, second] = things;
  return first === undefined || second !== undefined ? null : write(first);
}

export function quote(text: string): string {
  return `'${text.replace(/['\\]/g, (sign) => `\\${sign}`)}'`;
}

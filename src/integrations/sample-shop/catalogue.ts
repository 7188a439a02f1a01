// What Regular Records sells: some 300 records with made-up artists and titles, and what goes into one order.
import type { OrderItem } from '#engine/events/shop-event.ts';
import type { Money } from '#engine/money.ts';
import { hashOf, pick } from './seed.ts';

const CATEGORIES = [
  'Rock',
  'Rock',
  'Jazz',
  'Soul & Funk',
  'Electronic',
  'Folk & Country',
  'Classical',
  'Hip-Hop',
  'Soundtracks',
  'Box Sets',
];

const ARTISTS = [
  'The Paper Lanterns',
  'Marigold Sons',
  'Ella Quartz',
  'Night Ferry',
  'Otis & the Owls',
  'Velvet Antenna',
  'Juniper Lane',
  'Blue Tram Quartet',
  'Hollow Pines',
  'Signal & Noise',
  'The Second Tuesday',
  'Casa Aurora',
  'Northbound',
  'Lowtide',
  'Miss Calendula',
  'Tin Roof Orchestra',
  'Saint Elsewhere',
  'The Honest Mistakes',
  'Polar Bureau',
  'Delia Vane',
];

const TITLES = [
  'Late Trains',
  'Second Sunrise',
  'Maps of Home',
  'Small Hours',
  'Glass Houses in June',
  'The Long Way Round',
  'Salt & Copper',
  'Postcards',
  'Kitchen Radio',
  'A Field Guide to Rain',
  'Everything Twice',
  'Bright Side Down',
  'Tape Hiss',
  'Winter Arcade',
  'Live at the Mill',
];

/** How many records there are: every artist with every title. */
const PRODUCTS = ARTISTS.length * TITLES.length;

/** An order never lists more than this many different records; the last one takes the rest. */
const LINES_AT_MOST = 4;

const CATEGORY = 11;
const TASTE = 12;
const RECORD = 13;

/** Record `number` (from 0): always the same title and category. */
function sampleProduct(number: number) {
  const index = number % PRODUCTS;
  return {
    productId: `rr-${String(index + 1).padStart(3, '0')}`,
    sku: `RR${String(index + 1).padStart(4, '0')}`,
    title: `${pick(ARTISTS, index)} – ${pick(TITLES, Math.floor(index / ARTISTS.length))}`,
    category: pick(CATEGORIES, hashOf(index, CATEGORY)),
  };
}

/**
 * What order `order` of customer `customer` holds: `quantity` records, two in three from the customer's favourite
 * category, whose prices add up to `total` to the last minor unit.
 */
export function sampleItems(order: {
  readonly customer: number;
  readonly order: number;
  readonly quantity: number;
  readonly total: Money;
}): readonly OrderItem[] {
  const lines = Math.min(order.quantity, LINES_AT_MOST);
  const price = Math.floor(order.total.minor / order.quantity);
  // The first line is one record, so it can carry the units that do not divide.
  const rest = order.total.minor - price * order.quantity;
  return Array.from({ length: lines }, (_, line) => ({
    ...sampleProduct(recordFor(order.customer, order.order, line)),
    quantity: line > 0 && line === lines - 1 ? order.quantity - line : 1,
    price: { minor: line === 0 ? price + rest : price, currency: order.total.currency },
  }));
}

/** The record on a line: of the customer's taste where a few tries find one. */
function recordFor(customer: number, order: number, line: number): number {
  const taste = pick(CATEGORIES, hashOf(customer, TASTE));
  const tries = Array.from(
    { length: 12 },
    (_, attempt) => hashOf(order, line, attempt, RECORD) % PRODUCTS,
  );
  const any = tries[0] ?? 0;
  if (hashOf(order, line, TASTE) % 3 === 0) return any;
  return tries.find((record) => sampleProduct(record).category === taste) ?? any;
}

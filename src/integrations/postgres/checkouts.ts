// Checkouts, and the orders that bought them.
import { type Checkout, type CheckoutKey, checkoutKeyText } from '#engine/customers/checkouts.ts';
import type { ShopKey } from '#engine/events/shop-event.ts';
import { asId } from '#engine/ids.ts';
import type { CheckoutRecords, QuietWindow } from '#engine/ports/storefront-records.ts';
import { type Checkout as CheckoutRow, Prisma } from './generated/client.ts';
import { fromJson, toStored } from './json.ts';
import { lockKeys, type Session } from './session.ts';
import { describeTable } from './table.ts';

/** All but `bought_at`, which only the orders say. */
const { boughtAt: _boughtAt, ...FIELDS } = Prisma.CheckoutScalarFieldEnum;
const CHECKOUTS = describeTable('checkouts', FIELDS, ['shop', 'ref']);

/** Checkouts of all shops. */
export function checkoutRecords({ query }: Session): CheckoutRecords {
  const find = async (where: string, values: readonly unknown[]) =>
    (
      await query<Omit<CheckoutRow, 'boughtAt'>>(
        `SELECT ${CHECKOUTS.columns} FROM checkouts WHERE ${where}`,
        values,
      )
    ).map(toCheckout);
  return {
    lock: (keys) => lockKeys(query, keys.map(checkoutKeyText)),
    get: async ({ shop, ref }) => (await find('shop = $1 AND ref = $2', [shop, ref]))[0] ?? null,
    getMany: async (keys) => (keys.length === 0 ? [] : find(AMONG, columnsOf(keys))),
    ofCustomer: (customerId) =>
      find('customer_id = $1 ORDER BY started_at, shop, ref', [customerId]),
    saveMany: async (checkouts) => CHECKOUTS.upsert(query, checkouts.map(toRow)),
    noteBought: async ({ customers, checkouts }) => {
      const rows = await query(NOTE_BOUGHT, [customers, ...columnsOf(checkouts)]);
      return rows.length;
    },
    listQuiet: async (window, { limit, after }) => {
      const values = [...boundsOf(window), limit];
      if (after === undefined) return find(`${QUIET_IN} ${LONGEST_FIRST}`, values);
      const { heardAt, shop, ref } = after;
      const beyond = 'AND (heard_at, shop, ref) > ($4::timestamptz, $5, $6)';
      return find(`${QUIET_IN} ${beyond} ${LONGEST_FIRST}`, [...values, heardAt, shop, ref]);
    },
    getQuiet: async ({ shop, ref }, window) => {
      const own = 'AND shop = $3 AND ref = $4';
      return (await find(`${QUIET_IN} ${own}`, [...boundsOf(window), shop, ref]))[0] ?? null;
    },
    latestAbandoned: async (customerId) => {
      const [row] = await query<{ at: Date | null }>(LATEST_ABANDONED, [customerId]);
      return row?.at ?? null;
    },
    eraseOf: async (customerId) => {
      await query('DELETE FROM checkouts WHERE customer_id = $1', [customerId]);
    },
  };
}

/** A checkout that was left, and not bought after all. */
export const IS_LEFT =
  'checkouts.abandoned_at IS NOT NULL AND checkouts.completed_at IS NULL AND checkouts.bought_at IS NULL';

const LATEST_ABANDONED = `SELECT max(started_at) AS at FROM checkouts WHERE customer_id = $1 AND ${IS_LEFT}`;

const AMONG = '(shop, ref) IN (SELECT * FROM unnest($1::text[], $2::text[]))';

/** As the partial index has it, so that the minute's sweep reads nothing but what it finds. */
const QUIET_IN = `live AND customer_id IS NOT NULL AND completed_at IS NULL AND bought_at IS NULL
  AND abandoned_at IS NULL AND heard_at <= $1::timestamptz AND heard_at > $2::timestamptz
  AND last_activity_at > $2::timestamptz`;
const LONGEST_FIRST = 'ORDER BY heard_at, shop, ref LIMIT $3';

const NOTE_BOUGHT = `UPDATE checkouts SET bought_at = found.at
  FROM (
    SELECT asked.shop, asked.ref, least(
      (SELECT min(placed_at) FROM orders WHERE NOT test
        AND customer_id = asked.customer_id AND placed_at >= asked.started_at),
      (SELECT min(placed_at) FROM orders WHERE shop = asked.shop AND checkout_ref = asked.ref)) AS at
    FROM checkouts AS asked
    WHERE customer_id = ANY($1::text[])
      OR (shop, ref) IN (SELECT * FROM unnest($2::text[], $3::text[]))) AS found
  WHERE checkouts.shop = found.shop AND checkouts.ref = found.ref
    AND checkouts.bought_at IS DISTINCT FROM found.at
  RETURNING 1`;

function boundsOf({ heardBefore, activeAfter }: QuietWindow): readonly unknown[] {
  return [heardBefore, activeAfter];
}

function columnsOf(keys: readonly CheckoutKey[]): readonly unknown[] {
  return [keys.map(({ shop }) => shop), keys.map(({ ref }) => ref)];
}

function toRow(checkout: Checkout) {
  const { total, items, url, ...plain } = checkout;
  return {
    ...plain,
    currency: total.currency,
    totalMinor: BigInt(total.minor),
    items: toStored(items),
    url: url ?? null,
  };
}

function toCheckout(row: Omit<CheckoutRow, 'boughtAt'>): Checkout {
  const { currency, totalMinor, url, items, customerId, ...plain } = row;
  return {
    ...plain,
    shop: fromJson<ShopKey>(row.shop),
    customerId: customerId === null ? null : asId('customer', customerId),
    total: { minor: Number(totalMinor), currency },
    items: fromJson(items),
    ...(url === null ? {} : { url }),
  };
}

// Orders and refunds.
import type { Order, Refund } from '#engine/customers/purchases.ts';
import type { ShopKey } from '#engine/events/shop-event.ts';
import { asId } from '#engine/ids.ts';
import type { PurchaseRecords } from '#engine/ports/customer-records.ts';
import { type Order as OrderRow, Prisma, type Refund as RefundRow } from './generated/client.ts';
import { noteUses } from './grants.ts';
import { fromJson, toStored } from './json.ts';
import { lockKeys, type Session } from './session.ts';
import { describeTable } from './table.ts';

const ORDERS = describeTable('orders', Prisma.OrderScalarFieldEnum, ['shop', 'ref']);
const REFUNDS = describeTable('refunds', Prisma.RefundScalarFieldEnum, ['shop', 'ref']);

/** What sells is among so many of the latest orders; all of them would take too long to answer in. */
const LATEST_ORDERS = 2000;
const MOST_PRODUCTS = 50;

const PRODUCTS = `SELECT DISTINCT item ->> 'title' AS title, item ->> 'productId' AS id
  FROM (SELECT items FROM orders ORDER BY placed_at DESC LIMIT ${LATEST_ORDERS}) AS latest
    CROSS JOIN LATERAL jsonb_array_elements(items) AS item
  WHERE lower(item ->> 'title') = ANY($1::text[]) AND item ->> 'productId' <> '' LIMIT ${MOST_PRODUCTS}`;

/** Orders and refunds of all shops. */
export function purchaseRecords({ prisma, query }: Session): PurchaseRecords {
  const orders = async (where: string, ...values: readonly unknown[]) =>
    (await query<OrderRow>(`SELECT ${ORDERS.columns} FROM orders WHERE ${where}`, values)).map(
      toOrder,
    );
  const refunds = async (where: string, ...values: readonly unknown[]) =>
    (await query<RefundRow>(`SELECT ${REFUNDS.columns} FROM refunds WHERE ${where}`, values)).map(
      toRefund,
    );
  const save = async (list: readonly Order[]) => {
    await ORDERS.upsert(query, list.map(orderRow));
    await noteUses(query, list);
  };
  return {
    lockOrder: (shop, ref) => lockKeys(query, [`order|${shop}|${ref}`]),
    order: async (shop, ref) => (await orders('shop = $1 AND ref = $2', shop, ref))[0] ?? null,
    orderByNumber: async (number) => {
      const row = await prisma.order.findFirst({
        where: { number: { in: [number, `#${number}`] } },
        orderBy: { placedAt: 'desc' },
      });
      return row === null ? null : toOrder(row);
    },
    saveOrder: (order) => save([order]),
    saveOrders: save,
    saveRefund: async (refund) => REFUNDS.upsert(query, [refundRow(refund)]),
    saveRefunds: async (list) => REFUNDS.upsert(query, list.map(refundRow)),
    ordersOf: (customerId) =>
      orders('customer_id = $1 ORDER BY placed_at DESC, ref DESC', customerId),
    refundsOf: (customerId) =>
      refunds('customer_id = $1 ORDER BY refunded_at DESC, ref DESC', customerId),
    purchasesOf: async (customerId, order) => {
      const values = [customerId, order?.shop ?? null, order?.ref ?? null];
      return {
        orders: await orders(`${THEIRS} AND shop = $2 AND ref = $3)`, ...values),
        refunds: await refunds(`${THEIRS} AND shop = $2 AND order_ref = $3)`, ...values),
      };
    },
    productsNamed: (titles) =>
      query<{ title: string; id: string }>(PRODUCTS, [titles.map((title) => title.toLowerCase())]),
    ordersOfMany: (ids) => orders('customer_id = ANY($1::text[])', ids),
    refundsOfMany: (ids) => refunds('customer_id = ANY($1::text[])', ids),
    adoptRefunds: async (shop, orderRef, customerId) => {
      await query(ADOPT, [shop, orderRef, customerId]);
    },
  };
}

const THEIRS = 'customer_id = $1 OR (customer_id IS NULL';

const ADOPT = `UPDATE refunds SET customer_id = $3
  WHERE shop = $1 AND order_ref = $2 AND customer_id IS NULL`;

function orderRow(order: Order) {
  const { total, items, discountCodes, checkoutRef, url, ...plain } = order;
  return {
    ...plain,
    currency: total.currency,
    totalMinor: BigInt(total.minor),
    items: toStored(items),
    discountCodes: [...discountCodes],
    checkoutRef: checkoutRef ?? null,
    url: url ?? null,
  };
}

function toOrder(row: OrderRow): Order {
  const { currency, totalMinor, checkoutRef, url, items, customerId, ...plain } = row;
  return {
    ...plain,
    shop: fromJson<ShopKey>(row.shop),
    customerId: customerId === null ? null : asId('customer', customerId),
    total: { minor: Number(totalMinor), currency },
    items: fromJson(items),
    ...(checkoutRef === null ? {} : { checkoutRef }),
    ...(url === null ? {} : { url }),
  };
}

function refundRow(refund: Refund) {
  const { amount, reason, ...plain } = refund;
  return {
    ...plain,
    currency: amount.currency,
    amountMinor: BigInt(amount.minor),
    reason: reason ?? null,
  };
}

function toRefund(row: RefundRow): Refund {
  const { currency, amountMinor, reason, customerId, ...plain } = row;
  return {
    ...plain,
    shop: fromJson<ShopKey>(row.shop),
    customerId: customerId === null ? null : asId('customer', customerId),
    amount: { minor: Number(amountMinor), currency },
    ...(reason === null ? {} : { reason }),
  };
}

// Orders and refunds.
import type { Order, Refund } from '#engine/customers/purchases.ts';
import type { ShopKey } from '#engine/events/shop-event.ts';
import { asId } from '#engine/ids.ts';
import type { PurchaseRecords } from '#engine/ports/storage.ts';
import type { Order as OrderRow, Refund as RefundRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Client } from './session.ts';

const CHUNK = 500;

/** Orders and refunds of all shops. */
export function purchaseRecords(client: Client): PurchaseRecords {
  return {
    order: async (shop, ref) => {
      const row = await client.order.findUnique({ where: { shop_ref: { shop, ref } } });
      return row === null ? null : toOrder(row);
    },
    orderByNumber: async (number) => {
      const row = await client.order.findFirst({
        where: { number: { in: [number, `#${number}`] } },
        orderBy: { placedAt: 'desc' },
      });
      return row === null ? null : toOrder(row);
    },
    saveOrder: async (order) => {
      const data = orderRow(order);
      await client.order.upsert({
        where: { shop_ref: { shop: order.shop, ref: order.ref } },
        create: data,
        update: data,
      });
    },
    saveOrders: async (orders) => {
      for (let start = 0; start < orders.length; start += CHUNK) {
        const chunk = orders.slice(start, start + CHUNK);
        await client.order.deleteMany({
          where: { OR: chunk.map(({ shop, ref }) => ({ shop, ref })) },
        });
        await client.order.createMany({ data: chunk.map(orderRow) });
      }
    },
    ordersOf: async (customerId) => {
      const rows = await client.order.findMany({
        where: { customerId },
        orderBy: [{ placedAt: 'desc' }, { ref: 'desc' }],
      });
      return rows.map(toOrder);
    },
    ordersOfMany: async (ids) => {
      const rows = await client.order.findMany({ where: { customerId: { in: [...ids] } } });
      return rows.map(toOrder);
    },
    refundsOfMany: async (ids) => {
      const rows = await client.refund.findMany({ where: { customerId: { in: [...ids] } } });
      return rows.map(toRefund);
    },
    saveRefunds: async (refunds) => {
      for (let start = 0; start < refunds.length; start += CHUNK) {
        const chunk = refunds.slice(start, start + CHUNK);
        await client.refund.deleteMany({
          where: { OR: chunk.map(({ shop, ref }) => ({ shop, ref })) },
        });
        await client.refund.createMany({ data: chunk.map(refundRow) });
      }
    },
    saveRefund: async (refund) => {
      const data = refundRow(refund);
      await client.refund.upsert({
        where: { shop_ref: { shop: refund.shop, ref: refund.ref } },
        create: data,
        update: data,
      });
    },
    refundsOf: async (customerId) => {
      const rows = await client.refund.findMany({
        where: { customerId },
        orderBy: [{ refundedAt: 'desc' }, { ref: 'desc' }],
      });
      return rows.map(toRefund);
    },
    adoptRefunds: async (shop, orderRef, customerId) => {
      await client.refund.updateMany({
        where: { shop, orderRef, customerId: null },
        data: { customerId },
      });
    },
  };
}

function orderRow(order: Order) {
  const { total, items, discountCodes, url, ...plain } = order;
  return {
    ...plain,
    currency: total.currency,
    totalMinor: BigInt(total.minor),
    items: toJson(items),
    discountCodes: [...discountCodes],
    url: url ?? null,
  };
}

function toOrder(row: OrderRow): Order {
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

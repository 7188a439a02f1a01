// The rows of `import orders`: one order a row, or several rows with the same order_id, one item each.
import type { CustomerFacts, NewEvent, OrderItem, ShopKey } from '#engine/events/shop-event.ts';
import type { Money } from '#engine/money.ts';
import { LONGEST_LABEL } from '#engine/row-fault.ts';
import type { CellReader } from './cells.ts';
import { readBuyer } from './customers.ts';

/** What a row says was bought; `price` null when it names none. */
type Item = Omit<OrderItem, 'price'> & { readonly price: Money | null };

/** An order of which more rows may follow. */
export type OpenOrder = {
  readonly line: number;
  readonly ref: string;
  readonly customer: CustomerFacts;
  readonly orderedAt: Date;
  readonly total: Money;
  readonly items: readonly Item[];
};

/** The first row of an order; null when it has faults. `currency` is meant where the row names none. */
export function openOrder(row: CellReader, line: number, currency: string): OpenOrder | null {
  requireCells(row, ['ordered_at', 'total']);
  const ref = row.label('order_id');
  const customer = readBuyer(row);
  const orderedAt = row.instant('ordered_at');
  const code = row.text('currency')?.toUpperCase() ?? currency;
  const total = row.money('total', code);
  const item = readItem(row, code);
  if (row.faults.length > 0 || !ref || !customer || !orderedAt || !total) return null;
  return { line, ref, customer, orderedAt, total, items: item === null ? [] : [item] };
}

/**
 * The order with the item of one more row. `total` is the order's total: repeated on every row or left empty, but never
 * another one. Null when the row has faults.
 */
export function addRow(order: OpenOrder, row: CellReader): OpenOrder | null {
  const { currency } = order.total;
  const total = row.money('total', row.text('currency')?.toUpperCase() ?? currency);
  if (total !== undefined && (total.minor !== order.total.minor || total.currency !== currency)) {
    const totals = { first: order.total, here: total };
    row.faults.push({ reason: 'other-total', order: order.ref, line: order.line, ...totals });
  }
  const customerRef = row.label('customer_id');
  if (customerRef !== undefined && customerRef !== order.customer.ref)
    row.faults.push({ reason: 'other-customer', order: order.ref, line: order.line });
  const item = readItem(row, currency);
  if (row.faults.length > 0) return null;
  return item === null ? order : { ...order, items: [...order.items, item] };
}

/** The finished order as one historic fact: paid, as it stood. */
export function closeOrder(order: OpenOrder, shop: ShopKey): NewEvent {
  return {
    shop,
    dedupeKeys: [`import:order:${order.ref}`],
    fact: {
      type: 'order.paid',
      customer: order.customer,
      order: {
        ref: order.ref,
        number: order.ref,
        total: order.total,
        placedAt: order.orderedAt,
        version: order.orderedAt,
        paid: true,
        items: priceItems(order),
        discountCodes: [],
      },
    },
    occurredAt: order.orderedAt,
    historic: true,
  };
}

function requireCells(row: CellReader, names: readonly string[]): void {
  for (const name of names)
    if (row.text(name) === undefined) row.faults.push({ reason: 'missing', column: name });
}

/** The item of a row that names a product, or at least how many there were. */
function readItem(row: CellReader, currency: string): Item | null {
  const product = row.text('product');
  const sku = row.label('sku');
  const category = row.label('category');
  const quantity = row.quantity('quantity');
  const price = row.money('price', currency);
  const title = product ?? sku ?? category;
  if (title === undefined && quantity === undefined) return null;
  return {
    productId: row.label('product_id') ?? sku ?? shortOrNull(product),
    title: title ?? 'Item',
    quantity: quantity ?? 1,
    price: price ?? null,
    ...(sku === undefined ? {} : { sku }),
    ...(category === undefined ? {} : { category }),
  };
}

/** A product that has no number of its own goes by its name, if that is short enough for one. */
function shortOrNull(product: string | undefined): string | null {
  return product !== undefined && product.length <= LONGEST_LABEL ? product : null;
}

/** A file without a price column says only what the order cost: each unit is taken to have cost the same. */
function priceItems(order: OpenOrder): readonly OrderItem[] {
  const units = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const share = { ...order.total, minor: Math.round(order.total.minor / Math.max(units, 1)) };
  return order.items.map((item) => ({ ...item, price: item.price ?? share }));
}

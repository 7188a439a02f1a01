// A CSV file of orders or customers as historic facts, one row at a time, with what was wrong on which line.
import type { NewEvent, ShopKey } from '#engine/events/shop-event.ts';
import type { RowFault } from '#engine/row-fault.ts';
import { type CellReader, createCellReader } from './cells.ts';
import { readCustomer } from './customers.ts';
import { addRow, closeOrder, type OpenOrder, openOrder } from './orders.ts';
import { type CsvRecord, readRecords } from './records.ts';

/** One fact of the file, or why a line gives none. `line` is the file's own line number, from 1. */
export type CsvRow =
  | { readonly kind: 'event'; readonly line: number; readonly event: NewEvent }
  | { readonly kind: 'rejected'; readonly line: number; readonly faults: readonly RowFault[] };

export type CsvOptions = {
  /** The file's bytes, in pieces of any size. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The shop's time zone, for times without an offset. */
  readonly zone: string;
  /** The shop's currency, for rows that name none. */
  readonly currency: string;
  /** When a customer without `created_at` was made. */
  readonly now: Date;
  /** Whose history it is; `events` unless said. */
  readonly shop?: ShopKey;
};

const ORDER_COLUMNS = [['order_id'], ['ordered_at'], ['total'], ['customer_id', 'email']];
const CUSTOMER_COLUMNS = [['customer_id', 'email']];

/**
 * Orders, each a paid order of the past. Rows with the same `order_id` that follow each other are the items of one
 * order; a row of an order that is finished already is rejected, as is any row with a fault, alone. Throws UserError
 * when the header lacks a column.
 */
export async function* readOrders(options: CsvOptions): AsyncGenerator<CsvRow> {
  const orders = createOrderReader(options);
  for await (const record of readRecords(options.chunks, ORDER_COLUMNS)) {
    yield* orders.take(record);
  }
  yield* orders.finish();
}

/** Customers, each as they stand in the row. Throws UserError when the header lacks a column. */
export async function* readCustomers(options: CsvOptions): AsyncGenerator<CsvRow> {
  for await (const record of readRecords(options.chunks, CUSTOMER_COLUMNS)) {
    yield customerRow(record, options);
  }
}

function customerRow(record: CsvRecord, options: CsvOptions): CsvRow {
  if (record.kind === 'broken') return reject(record.line, [record.fault]);
  const row = createCellReader(record.cells, options.zone);
  const event = readCustomer(row, options.shop ?? 'events', options.now);
  if (event === null) return reject(record.line, row.faults);
  return { kind: 'event', line: record.line, event };
}

/** Keeps the order that more rows may belong to, and which orders are finished. */
function createOrderReader(options: CsvOptions) {
  const finished = new Set<string>();
  let open: OpenOrder | null = null;

  function finish(): readonly CsvRow[] {
    if (open === null) return [];
    const { line, ref } = open;
    const event = closeOrder(open, options.shop ?? 'events');
    finished.add(ref);
    open = null;
    return [{ kind: 'event', line, event }];
  }

  function add(row: CellReader, line: number): readonly CsvRow[] {
    const next = open === null ? openOrder(row, line, options.currency) : addRow(open, row);
    if (next === null) return [reject(line, row.faults)];
    open = next;
    return [];
  }

  function take(record: CsvRecord): readonly CsvRow[] {
    if (record.kind === 'broken') return [reject(record.line, [record.fault])];
    const ref = record.cells.get('order_id');
    if (ref === undefined)
      return [reject(record.line, [{ reason: 'missing', column: 'order_id' }])];
    if (finished.has(ref)) return [reject(record.line, [{ reason: 'scattered' }])];
    const before = open?.ref === ref ? [] : finish();
    return [...before, ...add(createCellReader(record.cells, options.zone), record.line)];
  }

  return { take, finish };
}

function reject(line: number, faults: readonly RowFault[]): CsvRow {
  return { kind: 'rejected', line, faults };
}

// Reads a CSV text as `import` does, in pieces of any size.

import { en } from '#bot/words/en.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import {
  type CsvOptions,
  type CsvRow,
  readCustomers,
  readOrders,
} from '#integrations/csv/read-csv.ts';

/** When the import runs. */
export const NOW = new Date('2026-03-09T07:41:00Z');

export type ReadOptions = Partial<CsvOptions> & { readonly pieceBytes?: number };

/** Orders of a file given as text or bytes. */
export function ordersIn(file: string | Uint8Array, options: ReadOptions = {}) {
  return gather(readOrders(optionsFor(file, options)));
}

/** Customers of a file given as text or bytes. */
export function customersIn(file: string | Uint8Array, options: ReadOptions = {}) {
  return gather(readCustomers(optionsFor(file, options)));
}

function optionsFor(file: string | Uint8Array, options: ReadOptions): CsvOptions {
  const { pieceBytes = 65_536, ...rest } = options;
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  return { chunks: pieces(bytes, pieceBytes), zone: 'UTC', currency: 'USD', now: NOW, ...rest };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gather(rows: AsyncIterable<CsvRow>) {
  const events: NewEvent[] = [];
  const rejected: { line: number; message: string }[] = [];
  for await (const row of rows) {
    if (row.kind === 'event') events.push(row.event);
    else rejected.push({ line: row.line, message: row.faults.map(en.flaws.rowFault).join('; ') });
  }
  return { events, rejected };
}

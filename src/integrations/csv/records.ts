// The rows of a CSV file under their column names, each with the line of the file where it begins.
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { UserError } from '#engine/errors.ts';
import type { RowFault } from '#engine/row-fault.ts';
import { decodeChunks, separatorOf } from './decode.ts';

/** Cells by column name, spaces around them gone; an empty cell is absent. */
export type Cells = ReadonlyMap<string, string>;

export type CsvRecord =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: Cells }
  | { readonly kind: 'broken'; readonly line: number; readonly fault: RowFault };

/** What csv-parse gives with `raw`: the cells, and the text they were read from. */
const RawRecord = z.object({ record: z.array(z.string()), raw: z.string() });

/**
 * Reads a file of any length, one row at a time. Throws UserError when the header lacks a column of `required`; each
 * entry of it is a choice of names.
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  required: readonly (readonly string[])[],
): AsyncGenerator<CsvRecord> {
  let header: readonly string[] | null = null;
  for await (const { line, fields, broken } of readLines(chunks)) {
    if (broken) yield { kind: 'broken', line, fault: { reason: 'open-quote' } };
    else if (fields.every((field) => field.trim() === '')) continue;
    else if (header === null) header = readHeader(fields, required);
    else yield toRecord(line, header, fields);
  }
  if (header === null) readHeader([], required);
}

type Line = { readonly line: number; readonly fields: readonly string[]; readonly broken: boolean };

/** Lines are counted here: csv-parse counts a CRLF inside quotes as two. */
async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const texts = decodeChunks(chunks);
  const first = await texts.next();
  const head = first.done ? '' : first.value;
  let brokenCount = 0;
  const parser = parse({
    delimiter: separatorOf(head),
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: () => {
      brokenCount += 1;
    },
  });
  let line = 1;
  for await (const given of feed(parser, head, texts)) {
    const { record, raw } = RawRecord.parse(given);
    yield { line, fields: record, broken: false };
    line += countLines(raw);
  }
  if (brokenCount > 0) yield { line, fields: [], broken: true };
}

/** Writes the texts into the parser, no faster than it is read. */
function feed(
  parser: ReturnType<typeof parse>,
  head: string,
  rest: AsyncIterable<string>,
): AsyncIterable<unknown> {
  async function* all(): AsyncGenerator<string> {
    yield head;
    yield* rest;
  }
  return Readable.from(all()).compose(parser);
}

/** How many lines a record takes up; its own line break may be there in full, in part or not at all. */
function countLines(raw: string): number {
  return (raw.replace(/[\r\n]+$/, '').match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}

function readHeader(
  fields: readonly string[],
  required: readonly (readonly string[])[],
): readonly string[] {
  const names = fields.map((field) => field.trim().toLowerCase().replace(/[ -]+/g, '_'));
  const missing = required.filter((choice) => !choice.some((name) => names.includes(name)));
  if (missing.length === 0) return names;
  throw new UserError({
    code: 'invalid',
    field: 'file',
    reason: 'no-column',
    wanted: missing,
    found: names,
  });
}

/** More cells than columns come from a separator that should be in quotes: what stands where is anybody's guess. */
function toRecord(line: number, header: readonly string[], fields: readonly string[]): CsvRecord {
  if (fields.slice(header.length).some((field) => field.trim() !== '')) {
    const fault = { reason: 'cells', found: fields.length, named: header.length } as const;
    return { kind: 'broken', line, fault };
  }
  const cells = new Map<string, string>();
  header.forEach((name, index) => {
    // The database keeps no NUL; every other character stays.
    const cell = fields[index]?.trim().replaceAll('\0', '\uFFFD') ?? '';
    if (cell !== '' && !cells.has(name)) cells.set(name, cell);
  });
  return { kind: 'cells', line, cells };
}

// A table written in bulk: whole rows travel as one JSON document, and one statement takes them however many there are.
import type { Query } from './session.ts';

/** The names of a model's fields, as Prisma lists them. */
type Fields = Readonly<Record<string, string>>;

/** A whole row: every field of the model, 64-bit integers as bigints, JSON as `toStored` gives it. */
export type Row<F extends Fields> = { readonly [Field in keyof F]: unknown };

/** The statements of one table. */
export type Table<F extends Fields> = {
  /** All columns under the names of the model, for a SELECT. */
  readonly columns: string;
  /** Writes whole rows, new or known; of two with the same key the later one stays. */
  readonly upsert: (query: Query, rows: readonly Row<F>[]) => Promise<void>;
  /** Adds rows; those that meet one that is there are left out. */
  readonly insert: (query: Query, rows: readonly Row<F>[]) => Promise<void>;
};

/** Describes a table whose columns are its model's fields in snake case. */
export function describeTable<F extends Fields>(
  name: string,
  fields: F,
  key: readonly (keyof F & string)[],
): Table<F> {
  const columns = Object.keys(fields).map((field) => ({ field, column: columnOf(field) }));
  const list = columns.map(({ column }) => column).join(', ');
  const others = columns.filter(({ field }) => !key.includes(field));
  const insert = `INSERT INTO ${name} (${list})
    SELECT ${list} FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb) ON CONFLICT`;
  const upsert = `${insert} (${key.map(columnOf).join(', ')}) DO UPDATE SET
    ${others.map(({ column }) => `${column} = EXCLUDED.${column}`).join(', ')}`;
  const write = async (query: Query, sql: string, rows: readonly Row<F>[]) => {
    if (rows.length > 0) await query(sql, [rowsToJson(columns, rows)]);
  };
  return {
    columns: columns.map(({ field, column }) => `${column} AS "${field}"`).join(', '),
    upsert: async (query, rows) => {
      const keyOf = (row: Row<F>) => JSON.stringify(key.map((field) => row[field]));
      const latest = new Map(rows.map((row) => [keyOf(row), row]));
      await write(query, upsert, [...latest.values()]);
    },
    insert: (query, rows) => write(query, `${insert} DO NOTHING`, rows),
  };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function rowsToJson(
  columns: readonly { readonly field: string; readonly column: string }[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const documents = rows.map((row) =>
    Object.fromEntries(columns.map(({ field, column }) => [column, row[field]])),
  );
  return JSON.stringify(documents, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

// The report: one table of what was measured, what it is held against, and their ratio.

/** One measurement. `ratio` is ours over the yardstick's; null where there is no yardstick. */
export type Row = {
  readonly what: string;
  readonly ours: string;
  readonly yardstick: string;
  readonly ratio: string;
  readonly note: string;
};

/** The middle one of some numbers; of an even count the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** A number with thousands separated and as many decimals as make sense for its size. */
export function readable(number: number): string {
  const digits = Math.abs(number) < 10 ? 2 : 0;
  return number.toLocaleString('en', { maximumFractionDigits: digits });
}

/** The table in Markdown, so that it can be pasted as it is. */
export function formatTable(rows: readonly Row[]): string {
  const header = ['what', 'ours', 'yardstick', 'ratio', 'note'];
  const lines = [
    header,
    ...rows.map((row) => [row.what, row.ours, row.yardstick, row.ratio, row.note]),
  ];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const format = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = format(widths.map((width) => '-'.repeat(width)));
  return [format(header), rule, ...lines.slice(1).map(format), ''].join('\n');
}

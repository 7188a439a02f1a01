// An automation's YAML cut where its keys begin: each with the comments above it, so that it can be moved as it stands.
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** The text of each key by its name, in the order in which they stand; each ends with a line break. */
export type Sections = ReadonlyMap<string, string>;

/** Cuts a text; null where its keys do not each begin a line, as in `{name: x}`. */
export function cutSections(text: string): Sections | null {
  const counter = new LineCounter();
  const { contents, errors } = parseDocument(text, { lineCounter: counter, logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents) || contents.flow === true) return null;
  const starts: { readonly key: string; readonly line: number }[] = [];
  for (const { key } of contents.items) {
    if (!isScalar(key) || key.range == null || key.anchor !== undefined) return null;
    const place = counter.linePos(key.range[0]);
    if (place.col !== 1) return null;
    starts.push({ key: String(key.value), line: place.line });
  }
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const cuts = starts.map(({ line }) => commentsAbove(lines, line));
  const sections = starts.map(({ key }, at) => {
    const end = cuts[at + 1] ?? lines.length;
    return [key, `${lines.slice(cuts[at], end).join('\n')}\n`] as const;
  });
  return new Map(sections);
}

/** The comments of a section above its key, and the text below; the key's own line is taken off. */
export function openSection(section: string): {
  readonly comments: string;
  readonly key: string;
  readonly body: string;
} {
  const lines = section.split('\n');
  const at = lines.findIndex((line) => !isComment(line));
  const above = lines.slice(0, at).map((line) => `${line}\n`);
  return {
    comments: above.join(''),
    key: lines[at] ?? '',
    body: lines.slice(at + 1).join('\n'),
  };
}

/** The index of the first line that belongs to a key: comments right above it do, also across empty lines. */
function commentsAbove(lines: readonly string[], line: number): number {
  let at = line - 1;
  while (at > 0 && isComment(lines[at - 1] ?? '')) at -= 1;
  return at;
}

/** At the start of a line only: further in it belongs to what stands above. */
function isComment(line: string): boolean {
  return line.trim() === '' || line.startsWith('#');
}

// A YAML text → plain data, and the line of every place in it.
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Flaw } from '#engine/flaw.ts';
import type { PathFault } from '#engine/path-faults.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';

/** Data of a file, with the way from a path in it back to its line. */
export type YamlFile = {
  readonly data: unknown;
  /** The line on which what stands at a path begins, as far as the path exists; the first is 1. */
  readonly lineOf: (path: PathFault['path']) => number;
  /** Puts file and line before faults that were found in the data. */
  readonly placeFaults: (faults: readonly PathFault[]) => readonly PlaybookFault[];
};

/** A file, or why it is no YAML. */
export type ReadYaml =
  | { readonly ok: true; readonly file: YamlFile }
  | {
      readonly ok: false;
      readonly faults: readonly PlaybookFault[];
      readonly flaw: Flaw;
      readonly line: number | null;
    };

/** An alias may stand for much; more than these are a bomb and not a playbook. */
const MAX_ALIASES = 50;

/** Reads YAML 1.2 (JSON is a part of it). `linesBefore` counts what was cut off above. */
export function readYaml(name: string, text: string, linesBefore = 0): ReadYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const lineAt = (offset: number): number =>
    counter.linePos(Math.min(offset, text.length)).line + linesBefore;
  // What comes after the first is mostly its consequence.
  const [broken] = [...document.errors, ...document.warnings].toSorted(byPlace);
  if (broken !== undefined) {
    const { code, message: detail } = broken;
    return refuse(name, { reason: 'yaml', code, detail }, lineAt(broken.pos[0]));
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const lineOf = (path: PathFault['path']) => lineAt(offsetOf(document.contents, path));
    const placeFaults: YamlFile['placeFaults'] = (faults) =>
      faults.map((fault) => ({ where: `${name}:${lineOf(fault.path)}`, ...fault }));
    return { ok: true, file: { data, lineOf, placeFaults } };
  } catch (error) {
    return refuse(name, { reason: 'yaml', code: null, detail: messageOf(error) }, null);
  }
}

function refuse(name: string, flaw: Flaw, line: number | null): ReadYaml {
  const where = line === null ? name : `${name}:${line}`;
  return { ok: false, faults: [{ where, path: null, flaw }], flaw, line };
}

/** Where a path begins in the text: the key, or the item; as far as the path exists. */
function offsetOf(root: unknown, path: PathFault['path']): number {
  let node = root;
  let offset = startOf(root);
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (pair === undefined) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = Math.max(offset, startOf(node));
    }
  }
  return offset;
}

function byPlace(a: { readonly pos: readonly number[] }, b: typeof a): number {
  return (a.pos[0] ?? 0) - (b.pos[0] ?? 0);
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

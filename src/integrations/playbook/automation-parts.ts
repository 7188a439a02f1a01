// An automation's YAML as the pieces that a form shows, and the pieces put together again with every fault in its place.
import { parse, parseDocument, stringify } from 'yaml';
import { canonicalJson } from '#engine/approvals/plan.ts';
import type { PathFault } from '#engine/path-faults.ts';
import type {
  AutomationParts,
  JoinedParts,
  PartFault,
  Surroundings,
} from '#engine/ports/automation-texts.ts';
import { checkAutomation } from './automation-check.ts';
import { cutSections, openSection, type Sections } from './automation-sections.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** The keys that stand together in `starts`. */
const STARTS = ['on', 'reentry', 'exit', 'rank'] as const;

/** Where a key goes that the text before did not have. */
const ORDER = ['name', 'title', 'on', 'when', 'reentry', 'exit', 'rank', 'mode', 'do'] as const;

/** Cuts a text that can be read into its pieces. */
export function cutAutomation(text: string): AutomationParts {
  const data: unknown = parse(text, { maxAliasCount: 50 });
  const { title = '', when = '', do: steps = [], ...rest } = isRecord(data) ? data : {};
  const sections = cutSections(text) ?? new Map<string, string>();
  const starts = STARTS.filter((key) => Object.hasOwn(rest, key)).map(
    (key) => sections.get(key) ?? stringify({ [key]: rest[key] }),
  );
  const list = bodyOf(sections.get('do'));
  return {
    title: String(title),
    starts: starts.join('').trim(),
    when: String(when).trim(),
    steps: withoutEdges(list ?? stringify(steps, { lineWidth: 0 })),
  };
}

/** A text with other values for some of its keys; everything else stands as it stood. */
export function retouchAutomation(
  text: string,
  keys: Readonly<Partial<Record<'name' | 'mode', string>>>,
): string {
  const before = cutSections(text);
  if (before === null) {
    const document = parseDocument(text);
    for (const [key, value] of Object.entries(keys)) document.set(key, value);
    return document.toString({ lineWidth: 0 });
  }
  const data: unknown = parse(text, { maxAliasCount: 50 });
  const said = isRecord(data) ? data : {};
  const changed = Object.entries(keys).filter(([key, value]) => said[key] !== value);
  const sections = new Map([
    ...before,
    ...changed.map(
      ([key, value]) => [key, `${commentsOf(before.get(key))}${lineOf(key, value)}`] as const,
    ),
  ]);
  return inOrder([...sections.keys()], before)
    .map((key) => sections.get(key) ?? '')
    .join('');
}

/** Puts pieces together. What is wrong is said of the piece it stands in, with its line there. */
export function joinAutomation(
  parts: AutomationParts,
  to: { readonly name: string; readonly base: string | null },
  surroundings: Surroundings,
): JoinedParts {
  const starts = readPart('starts', parts.starts);
  const steps = readPart('steps', parts.steps);
  const broken = [starts, steps].flatMap((part) => (part.ok ? [] : [part.fault]));
  if (!starts.ok || !steps.ok) return { ok: false, faults: broken };
  const foreign = foreignKeys(starts.file);
  if (foreign.length > 0) return { ok: false, faults: foreign };
  const data = {
    name: to.name,
    ...(parts.title.trim() === '' ? {} : { title: parts.title.trim() }),
    ...(isRecord(starts.file.data) ? starts.file.data : {}),
    ...(parts.when.trim() === '' ? {} : { when: parts.when.trim() }),
    do: steps.file.data,
  };
  const read = checkAutomation(data, '', surroundings);
  if (!read.ok) return { ok: false, faults: read.faults.map((one) => place(one, starts, steps)) };
  const written = write(parts, data, to.base);
  const source = isSame(written, data) ? written : stringify(data, { lineWidth: 0 });
  return { ok: true, automation: { ...read.automation, source } };
}

type Part = { readonly ok: true; readonly file: YamlFile };

function readPart(
  part: 'starts' | 'steps',
  text: string,
): Part | { readonly ok: false; readonly fault: PartFault } {
  const yaml = readYaml('', text);
  if (yaml.ok) return { ok: true, file: yaml.file };
  return { ok: false, fault: { part, path: [], flaw: yaml.flaw, line: yaml.line } };
}

/** What stands in `starts` and belongs elsewhere, or is no list of keys at all. */
function foreignKeys({ data, lineOf }: YamlFile): readonly PartFault[] {
  if (data === null || data === undefined) return [];
  if (!isRecord(data))
    return [{ part: 'starts', path: [], line: 1, flaw: { reason: 'keys', known: STARTS } }];
  return Object.keys(data)
    .filter((key) => !STARTS.some((one) => one === key))
    .map((key) => ({
      ...{ part: 'starts' as const, path: [key], line: lineOf([key]) },
      flaw: { reason: 'misplaced', known: STARTS } as const,
    }));
}

/** The piece that a fault stands in. */
function place(fault: PathFault, starts: Part, steps: Part): PartFault {
  const [key, ...below] = fault.path;
  if (key === 'name' || key === 'title' || key === 'when')
    return { ...fault, part: key, line: null };
  if (key === 'do') return { ...fault, part: 'steps', line: steps.file.lineOf(below) };
  return { ...fault, part: 'starts', line: starts.file.lineOf(fault.path) };
}

/** The pieces as one text: what has not changed stands as it stood, in the order in which it stood. */
function write(
  parts: AutomationParts,
  data: Readonly<Record<string, unknown>>,
  base: string | null,
): string {
  const before = (base === null ? null : cutSections(base)) ?? new Map<string, string>();
  const starts = cutSections(parts.starts) ?? new Map<string, string>();
  const said: unknown = base === null ? {} : parse(base, { maxAliasCount: 50 });
  const kept = isRecord(said) ? said : {};
  const keep = (key: string): string | undefined =>
    kept[key] === data[key] ? before.get(key) : undefined;
  const sections: Record<string, string | undefined> = {
    ...Object.fromEntries(starts),
    ...Object.fromEntries(
      ['name', 'title', 'when'].map((key) => [
        key,
        keep(key) ?? `${commentsOf(before.get(key))}${lineOf(key, data[key])}`,
      ]),
    ),
    mode: before.get('mode'),
    do: `${commentsOf(before.get('do'))}do:\n${indent(withoutEdges(parts.steps))}\n`,
  };
  return inOrder(Object.keys(sections), before)
    .map((key) => sections[key] ?? '')
    .join('');
}

function lineOf(key: string, value: unknown): string {
  return value === undefined ? '' : stringify({ [key]: value }, { lineWidth: 0 });
}

function commentsOf(section: string | undefined): string {
  return section === undefined ? '' : openSection(section).comments;
}

/** Keys as they stood; a new one right after the one that it usually follows. */
function inOrder(keys: readonly string[], before: Sections): readonly string[] {
  const stood = [...before.keys()];
  const ordered = stood.filter((key) => keys.includes(key));
  for (const [at, key] of ORDER.entries()) {
    if (!keys.includes(key) || ordered.includes(key)) continue;
    const leader = ORDER.slice(0, at).findLast((one) => ordered.includes(one));
    ordered.splice(leader === undefined ? 0 : ordered.indexOf(leader) + 1, 0, key);
  }
  return ordered;
}

/** The lines of a list that stands below its key, moved to the left; null where it stands beside it. */
function bodyOf(section: string | undefined): string | null {
  if (section === undefined) return null;
  const { key, body } = openSection(section);
  if (!/^(do|"do"|'do')\s*:\s*(#.*)?$/.test(key)) return null;
  const depth = /^ *(?=-)/m.exec(body)?.[0].length ?? 0;
  return body.replace(new RegExp(`^ {0,${depth}}`, 'gm'), '');
}

function indent(text: string): string {
  return text.replace(/^(?=.*\S)/gm, '  ');
}

/** Empty lines at both ends mean nothing; spaces before the first word do. */
function withoutEdges(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** Whether a text says what the data says; pieces may hold what only stands for itself, such as a document's end. */
function isSame(text: string, data: unknown): boolean {
  const yaml = readYaml('', text);
  if (!yaml.ok || !isRecord(yaml.file.data)) return false;
  const { mode: _mode, ...said } = yaml.file.data;
  return canonicalJson(said) === canonicalJson(data);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

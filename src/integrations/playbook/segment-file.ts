// segments.yml → named conditions: read, checked, and each fault with its line, and its column inside the query.
import { z } from 'zod';
import type { Flaw } from '#engine/flaw.ts';
import { type PathFault, type Reading, readData } from '#engine/path-faults.ts';
import type { PlaybookFault, PlaybookSegment } from '#engine/playbook/playbook.ts';
import { whyUnanswerable } from '#engine/segments/condition.ts';
import { parseQuery } from '#engine/segments/grammar.ts';
import { readText } from './text-file.ts';
import { readYaml } from './yaml-file.ts';

const FILE = 'segments.yml';

/** Typed in chat and named by automations: as automations are called. */
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

const Entry = z.strictObject({
  query: z.string(),
  title: z.string().trim().min(1).max(120).optional(),
});

/** The segments that can be used, and what is wrong with the others. */
export type ReadSegments = {
  readonly segments: readonly PlaybookSegment[];
  readonly faults: readonly PlaybookFault[];
};

/** Reads segments.yml of a playbook, name → query or name → {query, title}; without the file there are none. */
export async function loadSegments(dir: string): Promise<ReadSegments> {
  const read = await readText(dir, FILE);
  if (read.kind === 'missing') return { segments: [], faults: [] };
  if (read.kind === 'unreadable') return refuse(read.flaw);
  const yaml = readYaml(FILE, read.text);
  if (!yaml.ok) return { segments: [], faults: yaml.faults };
  const { data, placeFaults } = yaml.file;
  if (data === null || data === undefined) return { segments: [], faults: [] };
  const entries = z.record(z.string(), z.unknown()).safeParse(data);
  if (!entries.success) return refuse({ reason: 'segment-list' });
  const readings = Object.entries(entries.data).map(([name, said]) => readSegment(name, said));
  return {
    segments: readings.flatMap((one) => (one.ok ? [one.value] : [])),
    faults: placeFaults(readings.flatMap((one) => (one.ok ? [] : one.faults))),
  };
}

function readSegment(name: string, said: unknown): Reading<PlaybookSegment> {
  if (!NAME.test(name)) return fault([name], { reason: 'segment-name' });
  if (typeof said !== 'string' && (typeof said !== 'object' || said === null))
    return fault([name], { reason: 'segment-entry' });
  const short = typeof said === 'string';
  const entry = readData(Entry, short ? { query: said } : said);
  if (!entry.ok) return { ok: false, faults: entry.faults.map((one) => below(name, one)) };
  const { query, title = name } = entry.value;
  const path = short ? [name] : [name, 'query'];
  const parsed = parseQuery(query);
  if (!parsed.ok) {
    const faults = parsed.errors.map(({ line, column, why }) => ({
      path,
      flaw: { reason: 'query', line, column, why } as const,
    }));
    return { ok: false, faults };
  }
  const why = whyUnanswerable(parsed.condition);
  if (why !== null) return fault(path, { reason: 'unanswerable', asked: why });
  return { ok: true, value: { name, title, query: query.trim(), condition: parsed.condition } };
}

function below(name: string, { path, flaw }: PathFault): PathFault {
  return { path: [name, ...path], flaw };
}

function fault(path: PathFault['path'], flaw: Flaw): Reading<PlaybookSegment> {
  return { ok: false, faults: [{ path, flaw }] };
}

function refuse(flaw: Flaw): ReadSegments {
  return { segments: [], faults: [{ where: FILE, path: null, flaw }] };
}

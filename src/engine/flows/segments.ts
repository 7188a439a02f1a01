// Segments as a team uses them: named ones and queries just typed, sized, listed, explained, saved.
import type { Decider } from '../approvals/approval.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CustomerId } from '../ids.ts';
import type { Page } from '../ports/page.ts';
import type { Measure } from '../ports/segment-records.ts';
import type { Records } from '../ports/storage.ts';
import { explain, whyUnanswerable } from '../segments/condition.ts';
import { type Condition, parseQuery } from '../segments/grammar.ts';
import { loosen } from '../segments/loosen.ts';
import { draftSegment, type Segment } from '../segments/segment.ts';
import type { Trace } from '../segments/trace.ts';
import { markPlaybook } from './live-playbook.ts';
import { loadSubject, settingNow } from './load-subject.ts';

type SegmentDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** A segment by its name, or a query that has none. `version` is null for one that only the playbook has. */
export type KnownSegment = {
  readonly name: string | null;
  readonly title: string;
  readonly query: string;
  readonly condition: Condition;
  readonly version: number | null;
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
};

export type NamedSegment = KnownSegment & { readonly name: string };

/** Every named segment; what was saved in chat stands before what segments.yml says under the same name. */
export async function listSegments(deps: {
  readonly storage: Pick<Records, 'segments'>;
  readonly playbook: Deps['playbook'];
}): Promise<readonly NamedSegment[]> {
  const saved = (await deps.storage.segments.list()).flatMap(fromSaved);
  const names = new Set(saved.map(({ name }) => name));
  const shipped = deps.playbook.segments.filter(({ name }) => !names.has(name));
  return [
    ...shipped.map((segment) => ({ ...segment, version: null, savedBy: null, savedAt: null })),
    ...saved,
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The segment of this name, or else the query that the text is. Throws UserError for what is neither. */
export async function findSegment(deps: SegmentDeps, nameOrQuery: string): Promise<KnownSegment> {
  const wanted = nameOrQuery.trim();
  const named = (await listSegments(deps)).find(
    ({ name }) => name.toLowerCase() === wanted.toLowerCase(),
  );
  if (named !== undefined) return named;
  if (/^[\w-]+$/.test(wanted))
    throw new UserError({ code: 'not-found', what: 'segment', who: wanted });
  const condition = readQuery(wanted);
  const unsaved = { name: null, version: null, savedBy: null, savedAt: null };
  return { ...unsaved, title: wanted, query: wanted, condition };
}

/** A query's condition. Throws UserError (`invalid`) with the place and the reason of the first error. */
export function readQuery(query: string): Condition {
  const read = parseQuery(query);
  if (!read.ok) {
    const [error] = read.errors;
    throw new UserError({
      code: 'invalid',
      field: 'query',
      reason: 'query-unreadable',
      line: error.line,
      column: error.column,
      why: error.why,
    });
  }
  const why = whyUnanswerable(read.condition);
  if (why !== null)
    throw new UserError({
      code: 'invalid',
      field: 'query',
      reason: 'query-unanswerable',
      asked: why,
    });
  return read.condition;
}

/** Which change would let how many in. */
export type Hint = { readonly clause: string; readonly query: string; readonly count: number };

export type Estimate = Measure & {
  readonly segment: KnownSegment;
  readonly examples: readonly Profile[];
  /** Only where the segment is small: the loosened queries that would let more in, most first. */
  readonly hints: readonly Hint[];
  readonly milliseconds: number;
};

const EXAMPLES = 5;
/** A segment with fewer customers gets hints. */
const SMALL = 10;
const HINTS = 3;
/** More variants than this are not measured: the answer should come at once. */
const VARIANTS = 24;

/** How many a segment or query has, how many of them may get mail, five of them, and what to loosen when it is small. */
export async function estimateSegment(deps: SegmentDeps, nameOrQuery: string): Promise<Estimate> {
  return estimate(deps, await findSegment(deps, nameOrQuery));
}

async function estimate(deps: SegmentDeps, segment: KnownSegment): Promise<Estimate> {
  const startedAt = deps.now().getTime();
  const setting = settingNow(deps);
  const { segments } = deps.storage;
  const measure = await segments.measure(segment.condition, setting);
  const examples = await segments.members(segment.condition, setting, { limit: EXAMPLES });
  const hints =
    measure.count < SMALL ? await findHints(deps, segment.condition, measure.count) : [];
  return { ...measure, segment, examples, hints, milliseconds: deps.now().getTime() - startedAt };
}

async function findHints(
  deps: SegmentDeps,
  condition: Condition,
  count: number,
): Promise<readonly Hint[]> {
  const setting = settingNow(deps);
  const hints: Hint[] = [];
  for (const looser of loosen(condition).slice(0, VARIANTS)) {
    const measured = await deps.storage.segments.measure(looser.condition, setting);
    if (measured.count > count)
      hints.push({ clause: looser.clause, query: looser.text, count: measured.count });
  }
  return hints.sort((a, b) => b.count - a.count).slice(0, HINTS);
}

/** How many a query has that nobody has named yet. Throws UserError for one that cannot be read or asked of everybody. */
export async function measureQuery(deps: SegmentDeps, query: string): Promise<Measure> {
  return deps.storage.segments.measure(readQuery(query), settingNow(deps));
}

/** Who is in it now, by what they spent, most first. */
export async function membersOf(
  deps: SegmentDeps,
  nameOrQuery: string,
  page: Page,
): Promise<{ readonly segment: KnownSegment; readonly members: readonly Profile[] }> {
  const segment = await findSegment(deps, nameOrQuery);
  const members = await deps.storage.segments.members(segment.condition, settingNow(deps), page);
  return { segment, members };
}

/** Why somebody is in a segment or is not. */
export async function explainSegment(
  deps: SegmentDeps,
  question: { readonly nameOrQuery: string; readonly customerId: CustomerId },
): Promise<{ readonly segment: KnownSegment; readonly matches: boolean; readonly trace: Trace }> {
  const segment = await findSegment(deps, question.nameOrQuery);
  const profile = await deps.storage.customers.get(question.customerId);
  if (profile === null)
    throw new UserError({ code: 'not-found', what: 'customer', who: question.customerId });
  const setting = settingNow(deps);
  const subject = await loadSubject(
    deps.storage,
    { profile, event: null },
    [segment.condition],
    setting,
  );
  const trace = explain(segment.condition, subject, setting);
  return { segment, matches: trace.result, trace };
}

/** A segment as it was saved, with its size at that moment. */
export type Saved = { readonly segment: Segment; readonly estimate: Estimate };

/**
 * Saves a query under a name, as a new version, audited. Throws UserError for a query that cannot be read, answered, or
 * asked of everybody: it would be saved as a segment that nobody ever enters.
 */
export async function saveSegment(
  deps: SegmentDeps,
  command: { readonly name: string; readonly query: string; readonly by: Decider },
): Promise<Saved> {
  const { name, query, by } = command;
  const condition = readQuery(query);
  const savedAt = deps.now();
  const draft = draftSegment({ name, query, savedBy: by.name, savedAt });
  const unsaved = { version: null, savedBy: null, savedAt: null };
  const size = await estimate(deps, { ...draft, ...unsaved, title: name, condition });
  const segment = await deps.storage.transaction(async (records) => {
    const segment = await records.segments.save(draft);
    await markPlaybook(records);
    const details = { version: segment.version, query: segment.query };
    await records.audit.append({
      at: savedAt,
      actor: by.person,
      action: 'segment.saved',
      subject: segment.name,
      details,
    });
    await records.enqueue([{ job: { name: 'refresh-segments' } }]);
    return segment;
  });
  return { segment, estimate: size };
}

/** Takes a saved segment off the list, audited; false when there is none of this name. */
export async function removeSegment(
  deps: SegmentDeps,
  command: { readonly name: string; readonly by: Decider },
): Promise<boolean> {
  return deps.storage.transaction(async (records) => {
    if (!(await records.segments.remove(command.name))) return false;
    await markPlaybook(records);
    await records.audit.append({
      at: deps.now(),
      actor: command.by.person,
      action: 'segment.removed',
      subject: command.name,
      details: {},
    });
    return true;
  });
}

/** A saved query may have been written for an older grammar: one that cannot be read any more is left out. */
function fromSaved({ name, query, version, savedBy, savedAt }: Segment): readonly NamedSegment[] {
  const read = parseQuery(query);
  return read.ok
    ? [{ name, title: name, query, condition: read.condition, version, savedBy, savedAt }]
    : [];
}

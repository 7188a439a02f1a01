// team.yml → the team; a wrong value is left out and named, and a limit nobody can read is held at its strictest.
import type { Meanwhile } from '#engine/flaw.ts';
import { nearestName } from '#engine/nearest.ts';
import { type PathFault, readData } from '#engine/path-faults.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';
import { Team } from '#engine/playbook/team.ts';
import { readText } from './text-file.ts';
import { readYaml } from './yaml-file.ts';

const FILE = 'team.yml';

/** The team as far as the file can be read, and what is wrong in it. */
export type ReadTeam = { readonly team: Team; readonly faults: readonly PlaybookFault[] };

/** Reads team.yml of a playbook; without one everything has its default. */
export async function loadTeam(dir: string): Promise<ReadTeam> {
  const read = await readText(dir, FILE);
  if (read.kind === 'missing')
    return withDefaults([{ where: FILE, path: null, flaw: { reason: 'team-missing' } }]);
  if (read.kind === 'unreadable')
    return withDefaults([{ where: FILE, path: null, flaw: read.flaw }]);
  const yaml = readYaml(FILE, read.text);
  if (!yaml.ok) return withDefaults(yaml.faults);
  const { data, placeFaults } = yaml.file;
  const whole = readData(Team, data ?? {});
  if (whole.ok) return { team: whole.value, faults: [] };
  return { team: salvage(data, whole.faults), faults: placeFaults(whole.faults).map(explain) };
}

function withDefaults(faults: readonly PlaybookFault[]): ReadTeam {
  return { team: Team.parse({}), faults };
}

/**
 * A mistyped limit must not become no limit: until it is mended, two must approve every code and refund, one percent is the most,
 * and nothing may be given away.
 */
const STRICTEST = {
  discount_percent_max: 1,
  discount_amount_max: 0.01,
  second_approver_above: 0.01,
  second_approver_above_amount: 0.01,
  second_approver_above_refund: 0.01,
  daily_discount_budget: 0.01,
  monthly_discount_budget: 0.01,
} as const;
type LimitName = keyof typeof STRICTEST;
const LIMIT_NAMES: readonly LimitName[] = [
  'discount_percent_max',
  'discount_amount_max',
  'second_approver_above',
  'second_approver_above_amount',
  'second_approver_above_refund',
  'daily_discount_budget',
  'monthly_discount_budget',
];

/** Takes out what does not fit, one place after the other, until the rest does. */
function salvage(data: unknown, faults: readonly PathFault[]): Team {
  const limits = Object.fromEntries(
    faults.flatMap(({ path }) => strictLimits(path)).map((name) => [name, STRICTEST[name]]),
  );
  let rest = data;
  let found = faults;
  while (found.length > 0) {
    rest = without(rest, leftOut(found[0]?.path ?? []));
    const read = readData(Team, rest);
    if (read.ok) return { ...read.value, limits: { ...read.value.limits, ...limits } };
    found = read.faults;
  }
  return Team.parse({});
}

/** Half a list of tiers would put customers where they do not belong: it counts as a whole, or not at all. */
function leftOut(path: PathFault['path']): PathFault['path'] {
  return path[0] === 'tiers' ? ['tiers'] : path;
}

/** The limits that a fault leaves unknown. */
function strictLimits(path: PathFault['path']): readonly LimitName[] {
  if (path[0] !== 'limits') return [];
  if (path[1] === undefined) return LIMIT_NAMES;
  const meant = nearestName(String(path[1]), LIMIT_NAMES);
  return LIMIT_NAMES.filter((name) => name === meant);
}

/** What holds until the fault is mended. */
function explain(fault: PlaybookFault): PlaybookFault {
  const meanwhile = meanwhileOf(fault.path ?? []);
  return meanwhile === null ? fault : { ...fault, meanwhile };
}

function meanwhileOf(path: PathFault['path']): Meanwhile | null {
  if (path[0] === 'tiers') return { kind: 'tiers-stay' };
  const limits = strictLimits(path);
  return limits.length === 0 ? null : { kind: 'strictest', limits };
}

/** The data without what stands at a path; of a list the whole item goes, and what is missing takes its owner along. */
function without(data: unknown, path: PathFault['path']): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return {};
  if (Array.isArray(data)) return data.filter((_, position) => position !== part);
  if (!isRecord(data) || !Object.hasOwn(data, part)) return {};
  const { [part]: member, ...others } = data;
  if (rest.length === 0) return others;
  const inner = rest[0] ?? '';
  const isThere = Array.isArray(member) || (isRecord(member) && Object.hasOwn(member, inner));
  return isThere ? { ...others, [part]: without(member, rest) } : others;
}

function isRecord(data: unknown): data is Readonly<Record<string | number, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

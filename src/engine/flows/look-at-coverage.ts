// The whole plan held against everybody: who is on no level, who is met by no rule or by several, where bounds leave gaps.
import {
  countRules,
  findSeams,
  type Rule,
  type RuleCounts,
  type Seam,
  uncoveredBuyers,
} from '../automations/coverage.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Invalid } from '../invalid.ts';
import { coverTiers, type TierCoverage } from '../playbook/tier-coverage.ts';
import { measuresOf } from '../playbook/tiers.ts';
import type { Condition } from '../segments/grammar.ts';
import { settingNow } from './load-subject.ts';
import { listSegments } from './segments.ts';
import { modesOf } from './set-mode.ts';

type CoverageDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** A rule, and how many it is true of. */
export type CoveredRule = { readonly rule: Rule; readonly customers: number };

/** A rule that cannot be held against everybody; `why` is null where it has no condition: it takes whoever comes. */
export type UncountedRule = Omit<Rule, 'condition'> & { readonly why: Invalid | null };

export type Coverage = {
  /** null: there are no tiers. */
  readonly tiers: TierCoverage | null;
  readonly rules: readonly CoveredRule[];
  readonly counts: Omit<RuleCounts, 'customers'>;
  /** A query for the buyers whom no rule covers; null where there are none, or it cannot be asked. */
  readonly uncoveredBuyers: string | null;
  readonly seams: readonly Seam[];
  readonly uncounted: readonly UncountedRule[];
};

/**
 * Looks at all tiers, and at the rules of these names; without names at every segment and every live automation.
 * Throws UserError for a name that neither a segment nor an automation has.
 */
export async function lookAtCoverage(
  deps: CoverageDeps,
  names: readonly string[] = [],
): Promise<Coverage> {
  const { segments, tiers } = deps.storage;
  const { team } = deps.playbook;
  const setting = settingNow(deps);
  const { countable, uncounted } = sortOut(deps, await plannedRules(deps, names));
  const conditions = countable.map(({ condition }) => condition);
  const patterns = await segments.patterns(conditions, setting);
  const { customers, ...counts } = countRules(countable, patterns);
  return {
    tiers: coverTiers(team, await tiers.standings(measuresOf(team).ladder)),
    rules: countable.map((rule, at) => ({ rule, customers: customers[at] ?? 0 })),
    counts,
    uncoveredBuyers: counts.buyers.none === 0 ? null : uncoveredBuyers(countable),
    seams: findSeams(countable, setting),
    uncounted,
  };
}

/** A rule as the plan has it; an automation may have no condition. */
type Planned = Omit<Rule, 'condition'> & { readonly condition: Condition | null };

async function plannedRules(
  deps: CoverageDeps,
  names: readonly string[],
): Promise<readonly Planned[]> {
  const mode = await modesOf(deps);
  const segments = (await listSegments(deps)).map(
    ({ name, condition }): Planned => ({ kind: 'segment', name, condition }),
  );
  const automations = deps.playbook.automations
    .filter((automation) => names.length > 0 || mode(automation) === 'live')
    .map(
      ({ name, when }): Planned => ({
        ...{ kind: 'automation', name, condition: when?.condition ?? null },
      }),
    );
  const all = [...segments, ...automations];
  return names.length === 0 ? all : names.flatMap((name) => rulesNamed(all, name));
}

/** A segment and an automation may have one name: then both are meant. */
function rulesNamed(rules: readonly Planned[], name: string): readonly Planned[] {
  const wanted = name.toLowerCase();
  const found = rules.filter((rule) => rule.name.toLowerCase() === wanted);
  if (found.length === 0) throw new UserError({ code: 'not-found', what: 'segment', who: name });
  return found;
}

function sortOut({ storage }: CoverageDeps, rules: readonly Planned[]) {
  const countable: Rule[] = [];
  const uncounted: UncountedRule[] = [];
  for (const { condition, ...rule } of rules) {
    const why = condition === null ? null : storage.segments.whyNotAll(condition);
    if (condition === null || why !== null) uncounted.push({ ...rule, why });
    else countable.push({ ...rule, condition });
  }
  return { countable, uncounted };
}

// segment coverage: the whole plan of tiers and rules, its gaps and overlaps.
import { z } from 'zod';
import type { BoundValue, Rule } from '#engine/automations/coverage.ts';
import type { Deps } from '#engine/deps.ts';
import { type Coverage, lookAtCoverage } from '#engine/flows/look-at-coverage.ts';
import { listSegments } from '#engine/flows/segments.ts';
import { moneyToJson } from '#engine/money.ts';
import type { TierCoverage } from '#engine/playbook/tier-coverage.ts';
import { shown } from '../answers.ts';
import { coverageCard } from '../cards/coverage.ts';
import { type AnyCommand, defineCommand } from '../command.ts';
import { splitLine } from '../line/line.ts';
import type { Words } from '../words/en.ts';
import { rest } from './parameters.ts';

const Args = z.object({ rules: z.string().optional() });

/** The command that holds tiers and rules against everybody. */
export function segmentCoverage(words: Words): readonly AnyCommand[] {
  const command = defineCommand({
    name: 'segment coverage',
    summary: words.commandSummaries['segment coverage'],
    role: 'viewer',
    parameters: [
      {
        ...rest('rules', words.parameterSummaries.rules, { required: false, completes: 'segment' }),
        verbatim: true,
      },
    ],
    Args,
    examples: ['segment coverage', 'segment coverage big-spenders vip-promotion'],
    run: async ({ deps }, { rules = '' }) => {
      const seen = await lookAtCoverage(deps, await namesIn(deps, rules));
      return shown(coverageCard(words, seen), coverageJson(words, seen));
    },
  });
  return [command];
}

/** Names apart by spaces; one that has spaces itself may stand alone, or in quotes. */
async function namesIn(deps: Deps, typed: string): Promise<readonly string[]> {
  const wanted = typed.trim().toLowerCase();
  const known = (await listSegments(deps)).some(({ name }) => name.toLowerCase() === wanted);
  return known ? [wanted] : splitLine(typed);
}

function coverageJson(
  words: Words,
  { tiers, rules, counts, uncoveredBuyers, seams, uncounted }: Coverage,
) {
  return {
    tiers: tiers === null ? null : tiersJson(tiers),
    rules: rules.map(({ rule, customers }) => ({ ...ruleJson(rule), customers })),
    customers: counts.everybody,
    buyers: counts.buyers,
    uncoveredBuyers,
    overlaps: counts.overlaps.map((overlap) => ({
      ...overlap,
      rules: overlap.rules.map(ruleJson),
    })),
    bounds: seams.map((seam) => ({
      ...seam,
      first: boundJson(seam.first),
      last: boundJson(seam.last),
      rules: seam.rules.map(ruleJson),
    })),
    uncounted: uncounted.map(({ why, ...rule }) => ({
      ...rule,
      why: why === null ? null : words.problems.invalid(why),
    })),
  };
}

function tiersJson({ levels, holes, ...counts }: TierCoverage) {
  return {
    ...counts,
    levels: levels.map(withBounds),
    holes: holes.map(withBounds),
  };
}

type Bounded = Pick<TierCoverage['levels'][number], 'from' | 'upto'>;

function withBounds<Part extends Bounded>({ from, upto, ...part }: Part) {
  const json = (bound: Bounded['from']) => (bound === null ? null : moneyToJson(bound));
  return { ...part, from: json(from), upto: json(upto) };
}

function ruleJson({ name, kind }: Pick<Rule, 'name' | 'kind'>) {
  return { name, kind };
}

function boundJson(value: BoundValue | null) {
  if (value === null) return null;
  switch (value.kind) {
    case 'money':
      return moneyToJson(value.money);
    case 'count':
      return value.count;
    case 'day':
      return value.day;
  }
}

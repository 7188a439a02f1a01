// Coverage as a card: the levels with who is on none, the rules with who is in none or in several, the seams in their bounds.
import { type BoundValue, isExact, type Rule, type Seam } from '#engine/automations/coverage.ts';
import type { Coverage } from '#engine/flows/look-at-coverage.ts';
import type { LevelCoverage, TierCoverage } from '#engine/playbook/tier-coverage.ts';
import { type Block, type Card, type Inline, type ListItem, note, strong, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** More of a kind are in the answer for programs. */
const SHOWN = 10;

/** The whole card. */
export function coverageCard(words: Words, seen: Coverage): Card {
  const holes = seen.tiers?.holes.length ?? 0;
  return {
    title: words.coverage.title,
    tone: holes > 0 || seen.seams.some(isExact) ? 'warning' : 'neutral',
    blocks: [
      ...tierBlocks(words, seen.tiers),
      { kind: 'divider' },
      ...ruleBlocks(words, seen),
      ...overlapBlocks(words, seen),
      ...seamBlocks(words, seen.seams),
      ...uncountedBlocks(words, seen),
    ],
  };
}

function tierBlocks(words: Words, tiers: TierCoverage | null): readonly Block[] {
  const { coverage } = words;
  if (tiers === null) return [text(coverage.noTiers)];
  return [
    text(tiers.followsMoney ? coverage.by[tiers.by] : coverage.byHand),
    {
      kind: 'table',
      caption: coverage.tiersTitle,
      columns: tiers.followsMoney ? coverage.levelColumns : coverage.nameColumns,
      rows: tiers.levels.map((level) => levelRow(words, tiers, level)),
    },
    ...listOf(tierLines(words, tiers)),
  ];
}

function levelRow(
  words: Words,
  { followsMoney }: TierCoverage,
  { name, from, upto, customers, pinned }: LevelCoverage,
): readonly Inline[] {
  const bounds = [from, upto].map((bound) => (bound === null ? '' : words.money(bound)));
  const count = words.number(customers);
  return followsMoney
    ? [oneLine(name, 60), ...bounds, count, words.number(pinned)]
    : [oneLine(name, 60), count];
}

/** What does not fit on the list of levels; a hole is named although nobody is in it. */
function tierLines(words: Words, tiers: TierCoverage): readonly string[] {
  const { coverage } = words;
  const lowest = tiers.levels[0];
  const some = (count: number, line: (count: number) => string) =>
    count === 0 ? [] : [line(count)];
  return [
    ...some(tiers.below, (count) =>
      tiers.followsMoney
        ? coverage.below(count, oneLine(lowest?.name ?? '', 60))
        : coverage.without(count),
    ),
    ...tiers.holes.map(({ from, upto, customers }) =>
      coverage.hole(words.money(from), upto === null ? null : words.money(upto), customers),
    ),
    ...some(tiers.elsewhere, coverage.elsewhere),
    ...some(tiers.unlisted, coverage.unlisted),
    ...some(tiers.waiting, coverage.waiting),
  ];
}

function ruleBlocks(words: Words, { rules, counts, uncoveredBuyers }: Coverage): readonly Block[] {
  const { coverage } = words;
  if (rules.length === 0) return [text(coverage.noRules)];
  const { buyers, everybody } = counts;
  const [before, command] = coverage.who;
  return [
    text(strong(coverage.buyers(buyers.none, buyers.several, buyers.total))),
    text(coverage.everybody(everybody.none, everybody.several, everybody.total)),
    {
      kind: 'table',
      caption: coverage.rulesTitle,
      columns: coverage.ruleColumns,
      rows: rules.map(({ rule, customers }) => [ruleText(words, rule), words.number(customers)]),
    },
    ...(uncoveredBuyers === null
      ? []
      : [note(before, { kind: 'code', text: command + oneLine(uncoveredBuyers, 1_000) })]),
  ];
}

function overlapBlocks(words: Words, { counts: { overlaps } }: Coverage): readonly Block[] {
  if (overlaps.length === 0) return [];
  const { overlapTitle: caption, overlapColumns: columns } = words.coverage;
  const rows = overlaps
    .slice(0, SHOWN)
    .map(({ rules, customers }): readonly Inline[] => [
      ...rules.map((rule) => ruleText(words, rule)),
      words.number(customers),
    ]);
  return [{ kind: 'table', caption, columns, rows }, ...moreOf(words, overlaps.length)];
}

function seamBlocks(words: Words, seams: readonly Seam[]): readonly Block[] {
  if (seams.length === 0) return [];
  return [
    text(strong(words.coverage.seamTitle)),
    ...listOf(seams.slice(0, SHOWN).map((seam) => seamText(words, seam))),
    ...moreOf(words, seams.length),
  ];
}

function seamText(words: Words, seam: Seam): string {
  const { coverage } = words;
  const rules = coverage.all(seam.rules.map((rule) => ruleText(words, rule)));
  const [first, last] = [seam.first, seam.last].map((value) => boundText(words, value));
  const values = isExact(seam)
    ? coverage.exactly(first ?? '')
    : coverage.range(first ?? null, last ?? null);
  if (seam.kind === 'overlap') return coverage.overlap(seam.field, values, rules);
  const gap = coverage.gap(seam.field, values, rules);
  return seam.certain ? gap : gap + coverage.mayBeClosed;
}

function boundText(words: Words, value: BoundValue | null): string | null {
  if (value === null) return null;
  switch (value.kind) {
    case 'money':
      return words.money(value.money);
    case 'count':
      return words.number(value.count);
    case 'day':
      return value.day;
  }
}

function uncountedBlocks(words: Words, { uncounted }: Coverage): readonly Block[] {
  return uncounted
    .slice(0, SHOWN)
    .map(({ why, ...rule }) =>
      note(
        words.coverage.uncounted(
          ruleText(words, rule),
          why === null ? null : oneLine(words.problems.invalid(why), 200),
        ),
      ),
    );
}

function ruleText(words: Words, { name, kind }: Pick<Rule, 'name' | 'kind'>): string {
  return words.coverage.rule(oneLine(name, 60), kind);
}

function listOf(lines: readonly string[]): readonly Block[] {
  const items = lines.map((line): ListItem => ({ text: [line] }));
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function moreOf(words: Words, count: number): readonly Block[] {
  return count <= SHOWN ? [] : [note(words.more(count - SHOWN))];
}

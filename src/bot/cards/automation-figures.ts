// What came of an automation: its codes, and those who got something beside those who were held out.
import type { Autonomy } from '#engine/approvals/autonomy.ts';
import {
  compareGroups,
  FEWEST,
  HOLDOUT_DAYS,
  type HoldoutGroup,
  type HoldoutGroups,
} from '#engine/automations/holdout.ts';
import type { GrantSummary } from '#engine/discounts/grant.ts';
import { type Block, buttons, facts, note, strong, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { autonomySentence, endAutonomyButton } from './autonomy.ts';

/** `groups` is null where nobody is held out. */
export type Figures = {
  readonly codes: GrantSummary;
  readonly groups: HoldoutGroups | null;
  /** Whether it runs by itself; null: that was never offered. */
  readonly autonomy: Autonomy | null;
};

/** The figures; nothing where it made no code and holds nobody out. */
export function figureBlocks(words: Words, { codes, groups, autonomy }: Figures): readonly Block[] {
  const stands = autonomy === null ? null : autonomySentence(words, autonomy);
  return [
    ...(stands === null ? [] : [facts([words.autonomy.label, stands])]),
    ...(autonomy?.status === 'active' ? [buttons(endAutonomyButton(words, autonomy.id))] : []),
    ...(codes.granted === 0 ? [] : [facts([words.outcomes.label, codesText(words, codes)])]),
    ...(groups === null ? [] : groupBlocks(words, groups)),
  ];
}

function codesText(words: Words, codes: GrantSummary): string {
  const { outcomes } = words;
  const { granted, redeemed, expired } = codes;
  return [
    outcomes.made(granted, words.amounts(codes.cost)),
    outcomes.used(redeemed, share(redeemed, granted)),
    ...(codes.ordered.length === 0 ? [] : [outcomes.ordered(words.amounts(codes.ordered))]),
    outcomes.notUsed(expired),
  ].join(words.separator);
}

function groupBlocks(words: Words, groups: HoldoutGroups): readonly Block[] {
  const { outcomes } = words;
  return [
    text(strong(outcomes.compared(HOLDOUT_DAYS))),
    facts(
      [outcomes.treated, groupText(words, groups.treated)],
      [outcomes.heldOut, groupText(words, groups.heldOut)],
    ),
    note(outcomes.verdict(compareGroups(groups), FEWEST)),
  ];
}

function groupText(words: Words, { customers, buyers, revenue }: HoldoutGroup): string {
  return words.outcomes.group(buyers, customers, share(buyers, customers), words.money(revenue));
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 1000) / 10} %`;
}

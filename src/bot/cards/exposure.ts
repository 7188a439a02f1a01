// What a customer was given lately and what the budgets have left, beside a decision on one more code.
import { type Budget, type Shortage, shortageOf } from '#engine/discounts/budget.ts';
import { EXPOSURE_DAYS, type Exposure } from '#engine/discounts/exposure.ts';
import type { ExposureView } from '#engine/flows/discount-exposure.ts';
import type { Money } from '#engine/money.ts';
import type { Person } from '#engine/playbook/team.ts';
import { type Block, facts, note, type Text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** The ledger of an approval; the budget only while there is something to decide (`isOpen`). */
export function exposureBlocks(
  words: Words,
  ledger: ExposureView | null,
  isOpen: boolean,
): readonly Block[] {
  if (ledger === null) return [];
  const { exposure } = words;
  const budgets = isOpen ? ledger.budgets : [];
  return [
    facts(
      [exposure.planned, words.money(ledger.planned)],
      [exposure.lately(EXPOSURE_DAYS), latelyText(words, ledger)],
      ...budgetFacts(words, budgets),
    ),
    ...shortBlocks(words, budgets, ledger.planned),
  ];
}

/** What each budget has left. */
export function budgetFacts(
  { exposure, money }: Words,
  budgets: readonly Budget[],
): readonly [string, string][] {
  return budgets.map(({ period, left, total }) => [
    exposure.left[period],
    exposure.ofTotal(money(left), money(total)),
  ]);
}

/** Which budget has no room for a cost, and when it renews; nothing where all have. */
export function shortBlocks(
  { exposure }: Words,
  budgets: readonly Budget[],
  cost: Money,
): readonly Block[] {
  const short = shortageOf(budgets, cost);
  return short === null ? [] : [note(exposure.tooLittle[short.period], time(short.renewsAt), '.')];
}

/** Why the budget refuses, when it renews, and who can raise it. */
export function overBudgetText(
  words: Words,
  { cost, left, total, renewsAt, period }: Shortage,
  people: readonly Person[],
): Text {
  const { exposure } = words;
  const admins = people.filter(({ roles }) => roles.includes('admin'));
  const names = words.list(admins.slice(0, 5).map(({ name }) => oneLine(name, 60)));
  return [
    exposure.shortage(period, words.money(cost), words.money(left), words.money(total)),
    time(renewsAt),
    exposure.whoRaises(period, names === '' ? null : names),
  ];
}

function latelyText(words: Words, ledger: Exposure): string {
  const { exposure } = words;
  if (ledger.granted === 0) return exposure.noneLately;
  const used =
    ledger.redeemed === 0
      ? exposure.noneRedeemed
      : exposure.redeemed(ledger.redeemed, words.amounts(ledger.ordered));
  return `${exposure.granted(ledger.granted, words.amounts(ledger.cost))}${words.separator}${used}`;
}

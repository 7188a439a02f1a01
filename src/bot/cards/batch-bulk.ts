// What the card of a batch says where somebody decides for all of it at once: what each gets, what it may cost, who has decided.

import { type Block, facts, note, strong, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import type { BatchView } from '../work/batch-view.ts';
import { budgetFacts, shortBlocks } from './exposure.ts';
import { oneLine } from './shorten.ts';

/** What each gets and what all of it may cost; the budgets and by when to decide only while it waits. */
export function bulkBlocks(words: Words, { batch, bulk }: BatchView): readonly Block[] {
  if (bulk === null) return [];
  const { batches, approvals } = words;
  const { asks, budgets, needsTwo, expiresAt, hash } = bulk;
  const isAsked = batch.status === 'waiting-for-approval';
  const isOpen = isAsked || batch.status === 'previewed';
  const costs = asks.exposure.minor > 0;
  return [
    text(strong(batches.bulk.gives)),
    {
      kind: 'list',
      items: asks.gives.map((one) => ({ text: [oneLine(words.automations.step(one), 300)] })),
    },
    facts(
      [batches.bulk.exposure, costs ? words.money(asks.exposure) : null],
      ...(isOpen && costs ? budgetFacts(words, budgets) : []),
      [approvals.expires, isAsked ? [time(expiresAt)] : null],
    ),
    ...(isOpen ? shortBlocks(words, budgets, asks.exposure) : []),
    ...(isOpen && needsTwo ? [note(batches.bulk.needsTwo)] : []),
    ...batch.decisions.map(({ decision, by, at }) =>
      text(
        `${approvals.decided[decision]}${oneLine(by.name, 60)}${words.separator}`,
        time(at, 'full'),
        `${words.separator}${approvals.from(words.surface(by.surface))}`,
      ),
    ),
    ...(isAsked ? [note(approvals.version(1, hash))] : []),
  ];
}

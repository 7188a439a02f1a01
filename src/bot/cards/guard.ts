// What keeps an automation from running for somebody, as a line and as an answer.
import type { LeftOut } from '#engine/batches/batch.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { GuardReason } from '#engine/flows/guards-of.ts';
import type { RunByHand } from '#engine/flows/run-by-hand.ts';
import { type Block, note, strong, type Text, text, time } from '../card.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/en.ts';
import { shortName } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

type Standing = { readonly reason: LeftOut | GuardReason; readonly until: Date | null };

/** Why it does not run, and from when on it could; a day where nothing finer counts. */
function guardText({ guards }: Words, { reason, until }: Standing): Text {
  const sentence = guards.sentence(reason);
  if (until !== null)
    return [
      `${sentence} ${guards.until(reason)}`,
      time(until, BY_THE_HOUR.has(reason) ? 'full' : 'day'),
    ];
  return [reason === 'reentry' ? `${sentence} ${guards.never}` : sentence];
}

/** What ends in the middle of a day. */
const BY_THE_HOUR: ReadonlySet<Standing['reason']> = new Set(['email-gap', 'quiet-hours']);

/** The guards that stand in the way, a sentence each; or that none does. */
export function guardBlocks(words: Words, standing: readonly Standing[]): readonly Block[] {
  const { guards } = words;
  if (standing.length === 0) return [note(guards.clear)];
  const items = standing.map((one) => ({
    mark: one.until === null ? ('failed' as const) : ('waiting' as const),
    text: guardText(words, one),
  }));
  return [text(strong(guards.inTheWay)), { kind: 'list', items }];
}

/** A run that a guard has refused. */
export function leftOutCard(
  words: Words,
  { automation, why }: Extract<RunByHand, { kind: 'left-out' }>,
  profile: Profile,
): Answer {
  const title = words.guards.title(oneLine(automation.title, 80), shortName(profile));
  const message = words.guards.sentence(why.reason);
  return {
    kind: 'card',
    card: { title, tone: 'warning', blocks: [text(...guardText(words, why))] },
    json: { error: { code: why.reason, message, until: why.until } },
    visible: 'asker',
    refused: { code: why.reason, message },
  };
}

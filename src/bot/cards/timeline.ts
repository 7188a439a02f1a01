// What happened with one customer, newest first, as a card.
import type { Profile } from '#engine/customers/profile.ts';
import type { TimelineEntry } from '#engine/customers/timeline.ts';
import { type Block, buttons, type Card, note, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { profileButton, shortName } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

/** One line an entry; `more` is the command that shows older ones. */
export function timelineCard(
  words: Words,
  profile: Profile,
  entries: readonly TimelineEntry[],
  more: string | null,
): Card {
  return {
    title: words.customers.timelineTitle(shortName(profile)),
    tone: 'neutral',
    blocks: [
      entries.length === 0
        ? text(words.customers.timelineEmpty)
        : { kind: 'list', items: entries.map((entry) => timelineItem(words, entry)) },
      ...(more === null ? [] : [note(more)]),
      buttons(profileButton(words, profile.id), {
        label: words.undo.button,
        action: { name: 'customer.undo', id: profile.id },
      }),
    ],
  };
}

type Item = Extract<Block, { kind: 'list' }>['items'][number];

function timelineItem(words: Words, entry: TimelineEntry): Item {
  return { text: [time(entry.at), words.separator, oneLine(words.timeline(entry), 300)] };
}

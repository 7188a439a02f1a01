// Deliveries in quarantine, read again or dropped, from any face.
import { dropQuarantined, replayQuarantined } from '#engine/flows/replay-quarantine.ts';
import { refusedAs, shown } from '../answers.ts';
import { quarantineCard } from '../cards/events.ts';
import { sentenceCard } from '../cards/list.ts';
import type { Answer, Context } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';

/** Reads a delivery once more; refused with what is still wrong in it. */
export async function rereadDelivery(words: Words, { deps }: Context, id: string): Promise<Answer> {
  const { events } = words;
  const read = await replayQuarantined(deps, id);
  if (read.kind === 'stored') {
    const sentence = events.readAgainDone(read.events);
    return shown(sentenceCard(events.readAgain, sentence, 'good'), { id, events: read.events });
  }
  const entry = { ...read.entry, issues: read.issues };
  return refusedAs(
    { title: events.readAgain, code: 'unreadable', message: events.readAgainFailed },
    { card: quarantineCard(words, [entry]), json: { id, issues: read.issues } },
  );
}

/** Drops a delivery for good. */
export async function dropDelivery(
  words: Words,
  { deps, teammate }: Context,
  id: string,
): Promise<Answer> {
  await dropQuarantined(deps, { id, by: toDecider(teammate) });
  return shown(sentenceCard(words.events.drop, words.events.dropped), { id, dropped: true });
}

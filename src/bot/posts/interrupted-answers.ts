// Answers whose process is gone: what stands of each of them says so, and has no button any more that stops nothing.
import type { Deps } from '#engine/deps.ts';
import { VendorError } from '#engine/errors.ts';
import type { PlacedTurn } from '#engine/ports/assistant-records.ts';
import type { Card } from '../card.ts';
import { sentenceCard } from '../cards/list.ts';
import { wordsOn } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words/en.ts';
import { spoken, wordsIn } from '../words/languages.ts';

type Sources = Pick<Deps, 'storage' | 'playbook' | 'log'>;

/** Ends what stands of answers that were begun before an instant and never finished. What a surface does not take now is tried again the next time. */
export async function endInterrupted(
  deps: Sources,
  surfaces: readonly Surface[],
  before: Date,
): Promise<void> {
  const { assistant } = deps.storage;
  for (const turn of await assistant.placedTurns(before)) {
    const surface = surfaces.find(({ name }) => name === turn.place.surface);
    try {
      if (surface !== undefined) await end(deps, surface, turn);
      await assistant.placeTurn(turn.id, null);
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      const { vendor, status, retryable } = error;
      deps.log.warn({ vendor, status, retryable }, 'an interrupted answer could not be ended');
      if (!retryable) await assistant.placeTurn(turn.id, null);
    }
  }
}

async function end(deps: Sources, surface: Surface, turn: PlacedTurn): Promise<void> {
  const { channel, thread, messageId } = turn.place;
  const found = messageId ?? (await surface.find?.({ channel, thread, mark: turn.id })) ?? null;
  if (found === null) return;
  const card = interruptedCard(wordsFor(deps, surface, turn));
  await surface.update({ channel, messageId: found, card });
}

function interruptedCard(words: Words): Card {
  const card = sentenceCard(words.assistant.title, words.turns.interrupted);
  return spoken(words, { ...card, tone: 'warning' });
}

function wordsFor(deps: Sources, surface: Surface, { askedBy, place }: PlacedTurn): Words {
  const asker = deps.playbook.team.people.find(({ name }) => name === askedBy);
  return asker?.language === undefined
    ? wordsOn(deps, surface, place.channel)
    : wordsIn(asker.language);
}

// An answer in the making as a surface is shown it, step by step as a test says.
import { turnCard } from '#bot/cards/turn.ts';
import type { LiveTask, Progress } from '#bot/live.ts';
import type { Input, Place, Reply } from '#bot/router.ts';
import { en } from '#bot/words/en.ts';
import { asId } from '#engine/ids.ts';

const TURN = asId('turn', 'trn_0123456789AB');

/** What is shown of an answer with this text and these tasks. */
export function aProgress(text: string, ...tasks: readonly LiveTask[]): Progress {
  const progress = { turn: TURN, text, tasks };
  return { ...progress, card: turnCard(en, progress) };
}

/** What answers a question while a test looks on: `show` tells the surface, `finish` ends it. */
export function aSlowAnswer() {
  const asked = Promise.withResolvers<Place>();
  const ended = Promise.withResolvers<Reply>();
  return {
    answer: (_input: Input, place: Place): Promise<Reply> => {
      asked.resolve(place);
      return ended.promise;
    },
    show: async (progress: Progress) => (await asked.promise).live?.show(progress),
    place: () => asked.promise,
    finish: (reply: Reply) => ended.resolve(reply),
  };
}

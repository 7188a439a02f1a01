// What a model has said and looked up in a turn so far, shown to who looks on as it settles.
import { turnCard } from '../../cards/turn.ts';
import type { Context } from '../../command.ts';
import type { LiveTask } from '../../live.ts';
import type { Words } from '../../words/en.ts';
import type { Hands } from './calls.ts';
import type { Masker } from './masker.ts';
import { createSpeech, settledPart, showingFor, toShown } from './speech.ts';
import type { OpenTurn } from './turn.ts';

/** What has been said and looked up so far, shown to who looks on. */
export type Told = {
  readonly hear: (piece: string) => void;
  /** All that a round has said; `isCut`: it may end within a word. */
  readonly endRound: (said: string, isCut: boolean) => void;
  readonly begin: Hands['begin'];
  /** What a round has said that has not ended. */
  readonly heard: () => string;
  readonly whole: () => string;
  readonly settled: () => string;
};

/** What a turn says, from its first word. */
export function createTold({
  words,
  context,
  masker,
  turn,
}: {
  readonly words: Words;
  readonly context: Context;
  readonly masker: Masker;
  readonly turn: OpenTurn;
}): Told {
  const { deps, live } = context;
  const { privacy } = deps.playbook.team;
  const showing = showingFor(context, masker);
  const isMasked = live?.isShared === true && privacy.mask_in_channels;
  const speech = createSpeech({ ...showing, isMasked });
  const tasks = new Map<string, LiveTask>();
  const rounds: string[] = [];
  let heard = '';
  const said = () => rounds.join('') + heard;
  let shown = '';
  function show(): void {
    if (live === undefined) return;
    shown = speech.hear(said());
    const progress = { turn: turn.id, text: shown, tasks: [...tasks.values()] };
    live.show({ ...progress, card: turnCard(words, progress) });
  }
  show();
  return {
    hear: (piece) => {
      const before = shown;
      heard += piece;
      if (live !== undefined && speech.hear(said()) !== before) show();
    },
    endRound: (text, isCut) => {
      if (text !== '' && !isCut) rounds.push(`${text}\n\n`);
      heard = isCut ? text : '';
    },
    begin: (name) => {
      const id = `task-${tasks.size + 1}`;
      const as = (state: LiveTask['state']) => {
        tasks.set(id, { id, name, state });
        show();
      };
      as('running');
      return as;
    },
    heard: () => heard,
    whole: () => toShown(said(), showing),
    settled: () => toShown(settledPart(said()), showing),
  };
}

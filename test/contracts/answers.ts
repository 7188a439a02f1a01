// Who hears an answer, and what a press brings to the router; and what stands for that where there is nobody else and no button.
import { expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { Reply } from '#bot/router.ts';
import { eventually } from '../support/eventually.ts';
import { hear, messageOf, press, type Stage, see, standingOf } from './face.ts';
import { aCard, aPress } from './things.ts';

/** The laws of answers on a surface where others read along. */
export function describeAnswers(at: () => Stage): void {
  it('answers who asks, and shows it to nobody else', async () => {
    const standing = standingOf(at());

    const whisper = await hear(at(), aCard({ words: 'for Maria alone' }));

    expect(whisper.text).toContain('A refund request');
    expect(whisper.text).toContain('for Maria alone');
    expect(whisper.buttons).toMatchObject([{ label: 'Take', action: aPress(0) }]);
    expect(await standing.shown()).toEqual([]);
  });

  it('tells everybody what is for everybody', async () => {
    const { face, script } = at();
    script.answers(answer(aCard({ words: 'for the team' }), 'channel'));

    const heard = await face.ask();

    expect(heard).toMatchObject({ kind: 'message', to: 'everybody' });
    expect(heard.kind === 'message' && heard.message.text).toContain('for the team');
  });

  it('brings a press to the router as who pressed it, and leaves the card to be changed where it stands', async () => {
    const { script } = at();
    const standing = standingOf(at());
    const card = await see(at(), aCard({}));

    const heard = await press(card, 'Take');

    expect(heard).toEqual({ kind: 'nothing' });
    expect(script.asked).toMatchObject([
      {
        teammate: { person: 'Maria', surface: standing.surface.name },
        input: { kind: 'press', action: aPress(0) },
      },
    ]);
    expect((await standing.shown()).map(({ text }) => text)).toEqual([card.text]);
  });

  it('answers a press privately beside the card', async () => {
    const { script } = at();
    const standing = standingOf(at());
    const card = await see(at(), aCard({}));
    script.answers(answer(aCard({ words: 'for Maria alone' }), 'asker'));

    const whisper = messageOf(await press(card, 'Take'));

    expect(whisper.text).toContain('for Maria alone');
    await eventually(async () =>
      expect((await standing.shown()).map(({ text }) => text)).toEqual([card.text]),
    );
  });

  it('takes a press on a private answer as any other', async () => {
    const { script } = at();
    const whisper = await hear(at(), aCard({}));
    script.answers(answer(aCard({ words: 'pressed' }), 'asker'));

    const next = messageOf(await press(whisper, 'Take'));

    expect(next.text).toContain('pressed');
    expect(script.asked.at(-1)?.input).toEqual({ kind: 'press', action: aPress(0) });
  });
}

/** What stands for them where nobody reads along: all answers are for who asks, and what buttons do is typed. */
export function describeAnswersAlone(at: () => Stage): void {
  it.each(['asker', 'channel'] as const)(
    'answers who asks with what is for the %s, without buttons: there is a command for what each does',
    async (visible) => {
      const { face, script } = at();
      script.answers(answer(aCard({ words: 'for Maria' }), visible));

      const answered = messageOf(await face.ask());

      expect(answered.text).toContain('for Maria');
      expect(answered.text).not.toContain('Take');
      expect(answered.buttons).toEqual([]);
      expect(script.asked).toMatchObject([{ teammate: { person: 'Maria' } }]);
    },
  );
}

function answer(card: Card, visible: 'asker' | 'channel'): Reply {
  return { kind: 'card', card, json: null, visible };
}

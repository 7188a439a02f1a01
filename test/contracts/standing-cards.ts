// Cards that stand in a channel: posted, changed where they stand, spoken about below; and what stands for that where none do.
import { expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import { eventually } from '../support/eventually.ts';
import { hear, type Stage, type Standing, standingOf } from './face.ts';
import { aCard, aPress } from './things.ts';

/** The laws of a surface on which cards stand. */
export function describeStandingCards(at: () => Stage): void {
  it('is ready, and knows its channel of a purpose, and none where the team has none', async () => {
    const { surface, channel } = standingOf(at());

    await eventually(() => expect(surface.isReady()).toBe(true));
    expect(surface.channelOf('refunds')).toBe(channel);
    expect(surface.channelOf('sales')).toBeNull();
  });

  it('shows a posted card with its words and buttons under the id it answers', async () => {
    const standing = standingOf(at());

    const id = await post(standing, aCard({ words: 'Refund of €40 wanted' }));

    await eventually(async () => {
      const shown = await standing.shown();
      expect(shown).toHaveLength(1);
      const [message] = shown;
      expect(message).toMatchObject({ id, channel: standing.channel, threadOf: null, active: [] });
      expect(message?.text).toContain('A refund request');
      expect(message?.text).toContain('Refund of €40 wanted');
      expect(message?.buttons).toMatchObject([{ label: 'Take', action: aPress(0) }]);
    });
  });

  it('changes a card in place', async () => {
    const standing = standingOf(at());
    const { surface, channel } = standing;
    const id = await post(standing, aCard({ words: 'waits' }));
    const taken = aCard({ words: 'taken by Maria', buttonCount: 0 });

    const answer = await surface.update({ channel, messageId: id, card: taken });

    expect(answer).toBe(true);
    await eventually(async () => {
      const shown = await standing.shown();
      expect(shown.map((message) => message.id)).toEqual([id]);
      expect(shown[0]?.text).toContain('taken by Maria');
      expect(shown[0]?.text).not.toContain('waits');
      expect(shown[0]?.buttons).toEqual([]);
    });
  });

  it('puts a reply under its card, and can change that too', async () => {
    const standing = standingOf(at());
    const { surface, channel } = standing;
    const messageId = await post(standing, aCard({}));
    const line = (words: string) => aCard({ words, buttonCount: 0 });
    const reply = await surface.reply({ channel, messageId, card: line('is asked'), key: 'r' });

    const answer = await surface.update({
      ...{ channel, messageId: reply, card: line('The customer chose an exchange') },
    });

    expect(answer).toBe(true);
    await eventually(async () => {
      const lines = (await standing.shown()).filter(({ threadOf }) => threadOf !== null);
      expect(lines.map(({ threadOf }) => threadOf)).toEqual([messageId]);
      expect(lines[0]?.text).toContain('The customer chose an exchange');
      expect(lines[0]?.text).not.toContain('is asked');
    });
  });

  it('says so when the card to change is gone', async () => {
    const standing = standingOf(at());
    const { surface, channel } = standing;
    const messageId = await post(standing, aCard({}));
    await standing.remove(messageId);

    const answer = await surface.update({ channel, messageId, card: aCard({ words: 'later' }) });

    expect(answer).toBe(false);
  });
}

/** What stands for them where only who asks is answered: the answer is the card as it is now. */
export function describeNothingStanding(at: () => Stage): void {
  it('shows a card as it is now to who asks again, and nothing of what it was', async () => {
    const before = await hear(at(), aCard({ words: 'waits' }));

    const after = await hear(at(), aCard({ words: 'taken by Maria', buttonCount: 0 }));

    expect(before.text).toContain('waits');
    expect(after.text).toContain('A refund request');
    expect(after.text).toContain('taken by Maria');
    expect(after.text).not.toContain('waits');
  });
}

function post({ surface, channel }: Standing, card: Card): Promise<string> {
  return surface.post({ channel, card, key: 'post-1' });
}

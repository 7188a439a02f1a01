// What stands of an answer whose process is gone is ended by the next one, wherever it stands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Card, cardToText } from '#bot/card.ts';
import { endInterrupted } from '#bot/posts/interrupted-answers.ts';
import type { Surface } from '#bot/surface.ts';
import { VendorError } from '#engine/errors.ts';
import { asId } from '#engine/ids.ts';
import { createWorld, type World } from '../../support/world.ts';

const TURN = asId('turn', 'trn_0123456789AB');
const PLACE = { surface: 'slack', channel: 'C1', thread: '1.1', messageId: '1.2' };

let world: World;
let shown: { readonly messageId: string; readonly card: Card }[];
beforeEach(async () => {
  world = await createWorld();
  shown = [];
  const { assistant } = world.deps.storage;
  await assistant.beginTurn({ id: TURN, askedBy: 'Maria', at: world.deps.now() });
  await assistant.endTurn(TURN, world.deps.now());
});
afterEach(() => world.close());

/** A surface that shows, or fails as it is told. */
function aSurface(more: Partial<Surface> = {}): Surface {
  return {
    name: 'slack',
    channelOf: () => null,
    post: async () => '',
    reply: async () => '',
    update: async ({ messageId, card }) => shown.push({ messageId, card }) > 0,
    isReady: () => true,
    start: async () => {},
    stop: async () => {},
    ...more,
  };
}

const place = (messageId: string | null = PLACE.messageId) =>
  world.deps.storage.assistant.placeTurn(TURN, { ...PLACE, messageId });

async function end(surface: Surface, before = new Date(world.deps.now().getTime() + 1)) {
  await endInterrupted(world.deps, [surface], before);
  return world.deps.storage.assistant.placedTurns(new Date(8_640_000_000_000_000));
}

describe('endInterrupted', () => {
  it('says that it was interrupted, without a button, and once', async () => {
    await place();

    const left = await end(aSurface());
    await end(aSurface());

    expect(left).toEqual([]);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ messageId: '1.2' });
    expect(cardToText(shown[0]?.card ?? fail())).toContain('was interrupted. Ask again.');
  });

  it('looks for what nobody heard the id of, by the turn', async () => {
    await place(null);

    await end(aSurface({ find: async ({ thread, mark }) => `${thread}/${mark}` }));

    expect(shown.map(({ messageId }) => messageId)).toEqual([`1.1/${TURN}`]);
  });

  it('leaves an answer alone that may still be made, and tries again where a surface is away', async () => {
    await place();
    const isAway = async () => {
      throw new VendorError('away', { vendor: 'slack', status: 503, retryable: true });
    };

    expect(await end(aSurface(), world.deps.now())).toHaveLength(1);
    expect(await end(aSurface({ update: isAway }))).toHaveLength(1);
    expect(await end(aSurface())).toEqual([]);
    expect(shown).toHaveLength(1);
  });
});

function fail(): never {
  throw new Error('nothing was shown');
}

// Many cards in one: a channel in a storm, and a channel that is kept quiet.
import { afterEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { asId } from '#engine/ids.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import type { Enqueued } from '#engine/ports/job-queue.ts';
import type { News } from '#engine/ports/notifier.ts';
import { AGENT, actionOf, asCard, ask, labelsOf, press, TOM } from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aReturn, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

/** Orders of a size that sales is told of, each by somebody else. */
function largeOrders(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const who = `${from + index}`;
    const customer = someone({ ref: who, email: `c${who}@example.com`, firstName: `Nr${who}` });
    return anOrder({ type: 'order.placed', ref: who, total: 60_000, customer });
  });
}

function cards(channel = 'sales') {
  return world.posted.filter((post) => post.channel === channel && post.thread === null);
}

function digest() {
  return cards().find(({ card }) => labelsOf(card).includes('Open them'))?.card;
}

function quiet(hours: string) {
  return (shipped: Playbook): Playbook => {
    const { team } = shipped;
    return {
      ...shipped,
      team: { ...team, channels: { ...team.channels, quiet: { sales: hours } } },
    };
  };
}

describe.each(DATABASES)('a storm, on the %s database', (database) => {
  it('brings as many cards as the channel bears, and one for all the others', async () => {
    world = await createWorld({ database, limits: { storm_threshold: 3 } });

    await world.deliver(...largeOrders(1, 10));
    await world.runJobs({ early: true });

    expect(cards()).toHaveLength(4);
    expect(digest()?.title).toBe('7 cards in one');
  });
});

describe('a storm', () => {
  it('loses nothing: every card can be opened from the one, page by page', async () => {
    world = await createWorld({ limits: { storm_threshold: 2 } });
    await world.deliver(...largeOrders(1, 16));
    await world.runJobs({ early: true });

    const first = asCard(await press(world, actionOf(digest(), 'Open them'), AGENT)).card;
    const second = asCard(await press(world, actionOf(first, 'Further back'), AGENT)).card;
    const opened = asCard(await press(world, actionOf(first, 'Show'), AGENT)).card;

    const shown = `${cardToText(first)}\n${cardToText(second)}`;
    const singles = cards()
      .map(({ card }) => cardToText(card))
      .join('\n');
    for (let who = 1; who <= 16; who += 1) expect(shown + singles).toContain(`Nr${who} `);
    expect(labelsOf(second)).not.toContain('Further back');
    expect(cardToText(opened)).toContain('600.00');
  });

  it('is over once a minute was calm', async () => {
    world = await createWorld({ limits: { storm_threshold: 2 } });
    await world.deliver(...largeOrders(1, 6));
    world.pass(61_000);

    await world.deliver(...largeOrders(7, 1));

    expect(cards().at(-1)?.card.title).toContain('Nr7');
  });

  it('is answered below the one card, saying whom it is about', async () => {
    world = await createWorld();
    await ask(world, 'mute refunds', TOM);
    await world.deliver(anOrder({ ref: '1', total: 4_900 }), aReturn({ orderRef: '1' }));
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });

    await ask(world, 'unmute refunds', TOM);
    await ask(world, `case note ${item?.id} called her`, TOM);
    await world.runJobs({ early: true });

    const lines = world.posted.filter(({ thread }) => thread !== null);
    expect(lines.map(({ thread }) => thread)).toEqual([cards('refunds')[0]?.id]);
    expect(lines.map(({ card }) => cardToText(card)).join()).toMatch(
      /Maria Silva[\s\S]*called her/,
    );
  });
});

describe('news', () => {
  const unread = (entry: number): Enqueued => ({
    job: {
      name: 'tell',
      channel: 'reports',
      key: `quarantine:${entry}`,
      news: {
        kind: 'quarantined',
        shop: 'shopify',
        topic: `topic-${entry}`,
        id: `q${entry}`,
        issue: null,
      },
    },
  });
  const deliveries = (count: number) => Array.from({ length: count }, (_, entry) => unread(entry));

  it('goes into one card like everything else, when more comes than the channel bears', async () => {
    world = await createWorld({ limits: { storm_threshold: 3 } });

    await world.deps.storage.enqueue(deliveries(100));
    await world.runJobs({ early: true });

    expect(cards('reports')).toHaveLength(4);
    expect(cards('reports').map(({ card }) => card.title)).toContain('97 cards in one');
  });

  it('waits for a muted channel to speak again, and opens from its one card', async () => {
    world = await createWorld();
    await ask(world, 'mute reports', TOM);
    await world.deps.storage.enqueue(deliveries(2));
    await world.runJobs({ early: true });
    const muted = cards('reports').length;

    await ask(world, 'unmute reports', TOM);
    await world.runJobs();

    const [one] = cards('reports');
    const page = asCard(await press(world, actionOf(one?.card, 'Open them'), AGENT)).card;
    const opened = asCard(await press(world, actionOf(page, 'Show'), AGENT)).card;
    expect(muted).toBe(0);
    expect(cards('reports')).toHaveLength(1);
    expect(labelsOf(opened)).toContain('Read again');
  });

  it('about somebody who is forgotten loses its words', async () => {
    world = await createWorld();
    const customerId = asId('customer', 'cus_1');
    const news: News = {
      ...{ kind: 'by-hand', planId: asId('plan', 'pln_1'), position: 0, customerId },
      effect: { kind: 'withdraw-discount', code: 'DANKE-1' },
    };
    const subject = { channel: 'reports', key: 'by-hand', news } as const;
    await world.deps.storage.enqueue([{ job: { name: 'tell', ...subject } }]);
    await world.runJobs();
    const told = cards('reports').map(({ card }) => cardToText(card));

    const erased = await world.deps.storage.news.eraseOf(customerId);
    for (const { id, channel } of erased)
      await world.deps.notifier.publish('workspace', { kind: 'news', id }, channel);

    expect(told.join()).toContain('DANKE-1');
    expect(
      cards('reports')
        .map(({ card }) => cardToText(card))
        .join(),
    ).not.toContain('DANKE-1');
  });
});

describe('a quiet channel', () => {
  it('keeps its cards back and gives one when the hours are over', async () => {
    world = await createWorld({ playbook: quiet('20:00-12:00') });

    await world.deliver(...largeOrders(1, 3));
    const before = cards().length;
    world.pass(2 * 3_600_000);
    await world.runJobs({ early: true });

    expect(before).toBe(0);
    expect(cards().map(({ card }) => card.title)).toEqual(['3 cards in one']);
  });

  it('is muted by a line and speaks again by another, with what came meanwhile', async () => {
    world = await createWorld();
    await ask(world, 'mute sales --for 1d', TOM);
    await world.deliver(...largeOrders(1, 2));
    const muted = cards().length;

    await ask(world, 'unmute sales', TOM);
    await world.runJobs();
    await world.deliver(...largeOrders(3, 1));

    expect(muted).toBe(0);
    expect(cards().map(({ card }) => card.title)).toEqual([
      '2 cards in one',
      expect.stringContaining('Nr3'),
    ]);
    await expect(ask(world, 'mute nowhere', TOM)).resolves.toMatchObject({
      refused: { code: 'usage' },
    });
  });

  it('gets what was said meanwhile, too, under the one card', async () => {
    world = await createWorld();
    await ask(world, 'mute refunds', TOM);
    await world.deliver(anOrder({ ref: '1', total: 4_900 }), aReturn({ orderRef: '1' }));
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    await ask(world, `case note ${item?.id} called her`, TOM);
    // Oftener than a job may fail.
    for (let round = 0; round < 8; round += 1) await world.runJobs({ early: true });
    const before = world.posted.length;

    await ask(world, 'unmute refunds', TOM);
    await world.runJobs();

    const lines = world.posted.filter(({ thread }) => thread !== null);
    expect(before).toBe(0);
    expect(lines.map(({ thread }) => thread)).toEqual([cards('refunds')[0]?.id]);
    expect(lines.map(({ card }) => cardToText(card)).join()).toContain('called her');
  });

  it('waits longer when it is muted for longer', async () => {
    world = await createWorld();
    await ask(world, 'mute sales --for 1h', TOM);
    await world.deliver(...largeOrders(1, 2));
    await ask(world, 'mute sales --for 3h', TOM);

    world.pass(2 * 3_600_000);
    // The job of the first hour comes, though it is over only now.
    await world.runJobs({ early: true });
    const early = cards().length;
    await ask(world, 'unmute sales', TOM);
    await world.runJobs();

    expect(early).toBe(0);
    expect(cards()).toHaveLength(1);
  });
});

// The assistant, from the sentence to what is done: reads at once, changes only by a person's word, once and in time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cardToText } from '#bot/card.ts';
import type { Teammate } from '#bot/teammate.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  MARIA,
  press,
  TOM,
  VIEWER,
} from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aReturn, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const HOUR_MS = 3_600_000;
const BOSS: Teammate = { person: 'Bea', name: 'Bea', role: 'admin', surface: 'slack' };
const Proposed = z.object({ proposals: z.array(z.object({ id: z.string() })) });

describe.each(DATABASES)('ask on %s', (database) => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld({ database });
    await world.deliver(
      anOrder({ ref: '1054', total: 70_000 }),
      anOrder({
        ref: '1055',
        customer: someone({
          ref: 'c-2',
          email: 'tom@example.com',
          firstName: 'Tom',
          lastName: 'Baker',
        }),
      }),
    );
  });
  afterAll(() => world.close());

  it('answers a question at once, in the words of the contract', async () => {
    const { json, text } = await ask(world, 'ask how many orders has maria@example.com placed?');

    expect(json).toMatchObject({
      text: 'Maria Silva has placed 1 order, the last on 2031-03-03.',
      commands: [{ name: 'customer show', arguments: { who: 'maria@example.com' } }],
      proposals: [],
    });
    expect(text).toMatch(/Understood as customer show cus_\w+/);
  });

  it('shows a query with its size and examples before anything else happens', async () => {
    const { json, text } = await ask(world, 'ask customers who spent more than 500');

    expect(json).toMatchObject({
      commands: [{ name: 'segment estimate', arguments: { query: 'amount_spent > 500' } }],
    });
    expect(text).toContain('Maria Silva');
  });

  it('knows a product by its title, however it is written', async () => {
    const { json } = await ask(world, 'ask who bought blue train in the last 30 days');

    expect(json).toMatchObject({
      commands: [{ arguments: { query: "products_purchased MATCHES (id = 'p-1', date >= -30d)" } }],
    });
  });

  it('takes what it does not know for nobody’s name', async () => {
    const { json } = await ask(world, 'ask what is the weather');
    const { json: other } = await ask(world, 'ask who is Paula Unknown');

    expect(json).toMatchObject({ text: expect.stringContaining('I did not understand that') });
    expect(other).toMatchObject({
      text: expect.stringContaining('I know no customer called “Paula Unknown”'),
    });
  });

  it('changes nothing until somebody confirms, and then once', async () => {
    const { json, card } = await ask(world, 'ask tag maria@example.com wholesale');
    const before = await tagsOf(world);
    const action = actionOf(card, 'Confirm');
    const first = asCard(await press(world, action, ADMIN));
    const second = asCard(await press(world, action, AGENT));

    expect(json).toMatchObject({
      commands: [],
      proposals: [
        {
          name: 'customer tag',
          arguments: { who: 'maria@example.com', tag: 'wholesale' },
          summary: 'Give Maria Silva (maria@example.com) the tag wholesale',
        },
      ],
    });
    expect(before).toEqual([]);
    expect(await tagsOf(world)).toEqual(['wholesale']);
    expect(first.inPlace).toBe(true);
    expect(second.refused?.message).toContain('already confirmed');
  });

  it('is carried out once when it is confirmed twice at the same moment', async () => {
    const { card } = await ask(world, 'ask note on maria@example.com: likes blue');
    const action = actionOf(card, 'Confirm');
    const replies = await Promise.all([press(world, action), press(world, action)]);
    const { text } = await ask(world, 'customer timeline maria@example.com');

    expect(replies.filter((reply) => asCard(reply).refused !== undefined)).toHaveLength(1);
    expect(text.split('likes blue')).toHaveLength(2);
  });

  it('is asked without a model, too, whether it was of use, and what was thought of it can be read', async () => {
    const known = await ask(world, 'ask show maria@example.com');
    const lost = await ask(world, 'ask blorb the frobnicator');
    await press(world, actionOf(known.card, 'Helpful'), VIEWER);
    await press(world, actionOf(lost.card, 'Not helpful'), VIEWER);

    const { json, text } = await ask(world, 'audit feedback');

    expect(json).toEqual([
      { by: 'lost', commands: '', helpful: 0, unhelpful: 1 },
      { by: 'offline', commands: 'customer show', helpful: 1, unhelpful: 0 },
    ]);
    expect(text).toContain('Not understood');
  });

  it('counts the last word of each person on an answer', async () => {
    const { card } = await ask(world, 'ask who are our best customers?');
    const say = (label: string, who: Teammate) => press(world, actionOf(card, label), who);
    await say('Helpful', VIEWER);
    await say('Helpful', VIEWER);
    await say('Not helpful', VIEWER);
    await say('Helpful', AGENT);

    const { json } = await ask(world, 'audit feedback');

    expect(json).toContainEqual({
      by: 'offline',
      commands: 'customer top',
      helpful: 1,
      unhelpful: 1,
    });
  });

  it('leaves a card that says who settled it, and has no buttons', async () => {
    const done = await ask(world, 'ask tag maria@example.com wholesale', AGENT);
    const dropped = await ask(world, 'ask tag maria@example.com retail', AGENT);

    const { stamp, refused } = asCard(await press(world, actionOf(done.card, 'Confirm'), AGENT));
    const cancelled = asCard(await press(world, actionOf(dropped.card, 'Cancel'), AGENT));

    expect(refused).toBeUndefined();
    expect(stamp).toMatchObject({ title: 'Confirmed', tone: 'good' });
    const text = typeof stamp === 'object' ? cardToText(stamp) : '';
    expect(text).toContain('Confirmed by Alex.');
    expect(text).not.toContain('maria@example.com');
    expect(cancelled).toMatchObject({ stamp: 'itself', labels: [] });
    expect(cancelled.text).toContain('Cancelled by Alex.');
  });

  it('is confirmed only by who asked, and while they may give the command', async () => {
    const { json, card } = await ask(world, 'ask tag everyone in big-spenders with VIP', BOSS);
    const action = actionOf(card, 'Confirm');

    expect(Proposed.parse(json).proposals).toHaveLength(1);
    const other = asCard(await press(world, action, ADMIN));
    expect(other.refused?.message).toContain('Bea asked for this');
    expect(other.stamp).toBeUndefined();
    const demoted = { ...BOSS, role: 'agent' } as const;
    expect(asCard(await press(world, action, demoted)).refused?.code).toBe('forbidden');
    const elsewhere = asCard(await press(world, action, { ...BOSS, surface: 'discord' }));
    expect(elsewhere.refused).toBeUndefined();
  });

  it('is cancelled by who asked or an admin, and edited by nobody else', async () => {
    const { card } = await ask(world, 'ask note on maria@example.com: likes green', AGENT);
    const settle = async (label: string, who: Teammate) =>
      asCard(await press(world, actionOf(card, label), who)).refused?.code;

    expect(await settle('Edit', MARIA)).toBe('forbidden');
    expect(await settle('Cancel', MARIA)).toBe('forbidden');
    expect(await settle('Cancel', ADMIN)).toBeUndefined();
    expect(await settle('Cancel', MARIA)).toBe('stale');
  });

  it('proposes nothing that the asker may not', async () => {
    const { json } = await ask(world, 'ask tag maria@example.com wholesale', VIEWER);

    expect(json).toEqual({ text: 'That needs an agent.', commands: [], proposals: [] });
  });

  it('is not confirmed when it has expired or was cancelled', async () => {
    const late = await ask(world, 'ask tag tom@example.com late');
    world.pass(2 * HOUR_MS);
    const cancelled = await ask(world, 'ask tag tom@example.com never');
    await press(world, actionOf(cancelled.card, 'Cancel'));

    const drawn = asCard(await press(world, actionOf(late.card, 'Confirm'))).stamp;
    expect(drawn).toMatchObject({ title: 'No longer open' });
    for (const { card } of [late, cancelled])
      expect(asCard(await press(world, actionOf(card, 'Confirm'))).refused?.code).toBe('stale');
    expect(await tagsOf(world, 'tom@example.com')).toEqual([]);
  });

  it.each([
    'approve apr_7ZK3QW8XN2AB',
    'reject apr_7ZK3QW8XN2AB',
    'forget maria@example.com',
    'activate win-back',
    'genehmige apr_7ZK3QW8XN2AB',
    'send vip-thanks to maria@example.com',
    'resume everything',
  ])('never proposes %j', async (sentence) => {
    const { json } = await ask(world, `ask ${sentence}`);

    expect(Proposed.parse(json).proposals).toEqual([]);
  });

  it('goes on with what a conversation is about, each person with their own', async () => {
    await ask(world, 'ask show tom@example.com', MARIA);
    await ask(world, 'ask show maria@example.com', AGENT);

    expect(await whoIsMeant(world, MARIA)).toBe('tom@example.com');
    expect(await whoIsMeant(world, AGENT)).toBe('maria@example.com');
    world.pass(2 * HOUR_MS);
    expect(await whoIsMeant(world, AGENT)).toBeUndefined();
  });

  it('begins below the card of a case with the case and its customer', async () => {
    await world.deliver(aReturn({ orderRef: '1055' }));
    const [item] = await world.deps.storage.cases.list({ open: true }, { limit: 1 });
    const below = [world.posted.find(({ channel }) => channel === 'refunds')?.id ?? ''];
    const say = async (text: string, key: string) => {
      const input = { kind: 'command', name: 'ask', args: { text } } as const;
      const answer = await world.router.handle(TOM, input, { thread: { key, below } });
      return asCard(answer).json;
    };

    expect(await say('and the refunds?', 'one')).toMatchObject({
      commands: [{ arguments: { who: 'tom@example.com' } }],
    });
    expect(await say('take it', 'two')).toMatchObject({
      proposals: [{ name: 'case take', arguments: { id: item?.id } }],
    });
    await say('show maria@example.com', 'one');
    expect(await say('and the refunds?', 'one')).toMatchObject({
      commands: [{ arguments: { who: 'maria@example.com' } }],
    });
  });

  it('is forgotten with the customer, and with it every query, for it may name them', async () => {
    await ask(world, 'ask tag tom@example.com secret');
    await ask(world, 'ask customers who spent more than 10', MARIA);
    await ask(world, 'customer forget tom@example.com --yes');
    await world.runJobs({ early: true });

    expect(
      await world.database.query(
        'SELECT * FROM proposals WHERE customer_id IS NOT NULL AND args::text LIKE $1',
        ['%secret%'],
      ),
    ).toEqual([]);
    expect(
      await world.database.query('SELECT * FROM conversations WHERE people IS NOT NULL', []),
    ).toEqual([]);
  });
});

const Answered = z.object({
  commands: z.array(z.object({ arguments: z.object({ who: z.string().optional() }) })),
});

async function whoIsMeant(world: World, teammate: Teammate): Promise<string | undefined> {
  const { json } = await ask(world, 'ask and the refunds?', teammate);
  return Answered.parse(json).commands[0]?.arguments.who;
}

async function tagsOf(world: World, who = 'maria@example.com'): Promise<unknown> {
  const { json } = await ask(world, `customer show ${who}`);
  return z.object({ tags: z.unknown() }).parse(json).tags;
}

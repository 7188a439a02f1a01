// What a card leaves out of a question is said before it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, asCard } from '../../support/asking.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('an answer that leaves something out', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.deliver(anOrder({ ref: '1054' }));
  });
  afterAll(() => world.close());

  it.each([
    ['top spenders last month', 'I cannot narrow this down to that time'],
    ['topkunden letzten monat', 'I cannot narrow this down to that time'],
    ['show refund requests above $200', 'I cannot narrow this down by amounts'],
    ['the customer with the most orders', 'I can only rank customers by what they spent'],
    ['wer bestellt am häufigsten?', 'I can only rank customers by what they spent'],
  ])('says so first: %s', async (text, first) => {
    const reply = asCard(
      await world.router.handle(ADMIN, { kind: 'command', name: 'ask', args: { text } }),
    );

    expect(reply.text).toContain(first);
    expect(reply.json).toMatchObject({ text: expect.stringContaining(first) });
  });

  it('says of a city in which nobody lives that there is nobody', async () => {
    const reply = asCard(
      await world.router.handle(ADMIN, {
        kind: 'command',
        name: 'ask',
        args: { text: 'customers in Munich' },
      }),
    );

    expect(reply.text).toContain('0 customers of 1');
  });

  it('says how to take something back where it is not said what', async () => {
    const reply = asCard(
      await world.router.handle(ADMIN, {
        kind: 'command',
        name: 'ask',
        args: { text: 'undo that last thing' },
      }),
    );

    expect(reply.text).toContain('undo');
  });
});

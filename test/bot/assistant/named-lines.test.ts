// The lines below an answer and on a proposal: a channel reads nobody's address in them, and typed they do the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { maskCard } from '#bot/masking.ts';
import { AGENT, ask } from '../../support/asking.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.deliver(anOrder({ ref: '1054', customer: someone({ phone: '+49 170 1234567' }) }));
});
afterAll(() => world.close());

describe('a line on a card', () => {
  it.each([
    ['ask how much has maria@example.com spent?', /`?(customer show cus_\w+)/],
    ['ask how many orders has she made?', /`?(customer show cus_\w+)/],
    ['ask tag maria@example.com wholesale', /`?(customer tag cus_\w+ wholesale)/],
    ['ask tag her loyal', /`?(customer tag cus_\w+ loyal)/],
  ])('names nobody by address, and can be typed: %s', async (asked, line) => {
    const { card, text } = await ask(world, asked, AGENT);
    const [, typed = ''] = line.exec(text) ?? [];

    expect(cardToText(maskCard(card))).not.toMatch(/maria@|1234567/);
    expect((await ask(world, typed, AGENT)).text).toContain('Maria Silva');
  });
});

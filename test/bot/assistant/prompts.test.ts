// What is suggested to ask: each sentence is understood as what it means, and it is offered to whom it is of use.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PromptName } from '#bot/cards/prompts.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { LANGUAGES } from '#engine/language.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  labelsOf,
  MARIA,
  press,
  VIEWER,
} from '../../support/asking.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const WHO = { who: 'maria@example.com' };
const MEANT: Readonly<Record<PromptName, readonly [string, Readonly<Record<string, string>>]>> = {
  refunds: ['customer show', WHO],
  timeline: ['customer timeline', WHO],
  approvals: ['approval list', { status: 'pending' }],
  cases: ['case list', { open: 'true', mine: 'true' }],
  tasks: ['task list', { open: 'true', mine: 'true' }],
  free: ['case list', { free: 'true' }],
  today: ['home', {}],
  best: ['customer top', {}],
  quiet: ['segment estimate', { query: 'last_order_date < -90d' }],
  mails: ['email outbox', {}],
  automations: ['automation list', {}],
};
const EVERY = LANGUAGES.flatMap((language) =>
  Object.entries(MEANT).map(([name, [command, args]]) => ({ language, name, command, args })),
);
const Offered = z.object({ prompts: z.array(z.string()) });

let world: World;
let maria: string;

beforeAll(async () => {
  world = await createWorld();
  await world.deliver(anOrder({ ref: '1054', total: 70_000 }));
  const { json } = await ask(world, 'customer show maria@example.com');
  maria = z.object({ id: z.string() }).parse(json).id;
});
afterAll(() => world.close());

/** The sentences on the buttons, without the two that ask what somebody thinks of an answer. */
async function offered(line: string, who = AGENT) {
  const { card } = await ask(world, line, who);
  return labelsOf(card).filter((label) => !label.toLowerCase().includes('helpful'));
}

describe('a suggested sentence', () => {
  it.each(EVERY)('is understood: $name in $language', async ({ language, name, command, args }) => {
    const isAbout = name === 'refunds' || name === 'timeline';
    const action = { name: 'ask.prompt', id: isAbout ? `${name}:${maria}` : name };

    const reply = await world.router.handle(MARIA, { kind: 'press', action }, { language });

    const { json, visible } = asCard(reply);
    expect(json).toMatchObject({ commands: [{ name: command, arguments: args }] });
    expect(visible).toBe('asker');
  });

  it('fits on a button of every platform, with a name behind it', () => {
    for (const language of LANGUAGES)
      for (const sentence of Object.values(wordsIn(language).prompts.says))
        expect(sentence.length + 33).toBeLessThanOrEqual(75);
  });
});

describe('ask without words', () => {
  it('says what can be asked, with four sentences to press', async () => {
    const { json, text, labels } = await ask(world, 'ask', VIEWER);

    expect(text).toContain('Ask me about customers');
    expect(text).toContain('All commands: /regulars help');
    expect(Offered.parse(json).prompts).toEqual([
      'What is waiting for me?',
      'Who are our best customers?',
      'Who has not ordered for 90 days?',
      'Which mails went out today?',
    ]);
    expect(labels).toEqual(Offered.parse(json).prompts);
  });

  it('begins with what waits for who asks', async () => {
    const { json } = await ask(world, 'case open maria@example.com', AGENT);
    const { id } = z.object({ id: z.string() }).parse(json);
    const free = await offered('ask');
    await ask(world, `case take ${id}`, AGENT);

    const [mine, theirs] = [await offered('ask'), await offered('ask', VIEWER)];
    expect(free[0]).toBe('Which cases are free?');
    expect(mine[0]).toBe('Show me my open cases');
    expect(mine).not.toContain('Which cases are free?');
    expect(theirs[0]).toBe('What is waiting for me?');
  });

  it('goes on with the customer who was just looked at', async () => {
    await ask(world, 'ask show maria@example.com', VIEWER);
    const { card } = await ask(world, 'ask', VIEWER);
    const action = actionOf(card, 'And the refunds? (Maria Silva)');

    const reply = asCard(await press(world, action, AGENT));

    expect(labelsOf(card)).toHaveLength(4);
    expect(reply.json).toMatchObject({
      text: 'Maria Silva has had no refund.',
      commands: [{ name: 'customer show', arguments: WHO }],
    });
  });

  it('is written as lines to type in a terminal', async () => {
    const { text, labels } = await ask(world, 'ask', ADMIN);

    expect(text).toContain('• ask "What is waiting for me?"');
    expect(text).toContain('All commands: help');
    expect(labels).toEqual([]);
  });

  it.each(['hi', 'hilfe', 'what can you do?'])('is what %j means as well', async (said) => {
    const { json, text } = await ask(world, `ask ${said}`, VIEWER);

    expect(text).toContain('Ask me about customers');
    expect(json).toMatchObject({ commands: [{ name: 'help' }] });
  });

  it('speaks the language of who asks', async () => {
    const line = { kind: 'line', line: 'ask' } as const;
    const reply = await world.router.handle(VIEWER, line, { language: 'de' });

    expect(asCard(reply).text).toContain('Frag mich in deinen Worten');
    expect(asCard(reply).labels).toContain('Wer sind unsere besten Kunden?');
  });
});

describe('what was not understood', () => {
  it.each([
    ['blorb the frobnicated automations', MARIA, 'Which automations are running?'],
    ['mials frobnicated of blorb', VIEWER, 'Which mails went out today?'],
    ['blorb my frobnicated tasks', AGENT, 'What are my open tasks?'],
  ])('is answered to %j with the nearest sentence', async (said, who, nearest) => {
    const { text } = await ask(world, `ask ${said}`, who);
    const labels = await offered(`ask ${said}`, who);

    expect(text).toContain('I did not understand that, so I did nothing.');
    expect(labels[0]).toBe(nearest);
    expect(labels).toHaveLength(4);
  });
});

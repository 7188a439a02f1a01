// Which tools a model is offered: few to begin with, and any that it asks for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chooseTools } from '#bot/assistant/model/choose-tools.ts';
import { toolsOf } from '#bot/assistant/model/tools.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { en } from '#bot/words/en.ts';
import { AGENT, ask } from '../../../support/asking.ts';
import type { Asked, Scripted } from '../../../support/fake-openai.ts';
import { startWorldWithModel } from '../../../support/world-with-model.ts';

const TOOLS = toolsOf(createCommands(en)).filter(({ command }) => command.name !== 'ask');

function chosen(sentence: string): readonly string[] {
  const scene = { sentences: [sentence], names: [], today: '2026-11-26' };
  return chooseTools(TOOLS, scene).map(({ command }) => command.name);
}

describe('chooseTools', () => {
  it.each([
    ['which refund cases are the oldest, and why do you think so?', 'case list'],
    ['warum wohl kam die Freigabe nicht durch?', 'approval list'],
    ['does the backtest of the welcome thing look sane to you?', 'automation backtest'],
    ['summarise the mails that went out', 'email outbox'],
    ['make a nice segment for people that only buy on Sundays', 'segment save'],
    ['gib denen vielleicht ein passendes Schlagwort', 'customer tag'],
  ])('offers for %j what it speaks of', (sentence, command) => {
    expect(chosen(sentence)).toContain(command);
  });

  it('begins every offer the same, and goes on in one order', () => {
    const offers = ['write a haiku', 'list all cases and tasks', 'what of the batches?'].map(
      chosen,
    );
    const order = TOOLS.map(({ command }) => command.name);

    for (const offer of offers) {
      expect(offer.slice(0, 6)).toEqual(offers[0]?.slice(0, 6));
      const rest = offer.slice(6).map((name) => order.indexOf(name));
      expect(rest).toEqual(rest.toSorted((a, b) => a - b));
      expect(offer.length).toBeLessThanOrEqual(14);
    }
  });
});

describe('the tools of a question', () => {
  let started: Awaited<ReturnType<typeof startWorldWithModel>>;
  let script: (asked: readonly Asked[]) => Scripted;
  beforeEach(async () => {
    started = await startWorldWithModel((asked) => script(asked));
  });
  afterEach(() => started.stop());

  const offeredIn = (body: Asked | undefined) =>
    z
      .array(z.object({ name: z.string() }))
      .parse(body?.['tools'])
      .map(({ name }) => name);

  it('are more for the asking, where the one that is needed is not among the first', async () => {
    script = ({ length }) =>
      [
        { calls: [{ name: 'more_tools', args: { names: 'audit_feedback, no_such' } }] },
        { calls: [{ name: 'audit_feedback' }] },
        { text: 'Nobody minded.' },
      ][length - 1] ?? {};
    const { json } = await ask(
      started.world,
      'ask compose me a haiku about how we are doing',
      AGENT,
    );

    const [first, second, third] = started.model.asked;
    expect(offeredIn(first)).not.toContain('audit_feedback');
    expect(offeredIn(second)).toEqual([...offeredIn(first), 'audit_feedback']);
    expect(offeredIn(third)).toEqual(offeredIn(second));
    expect(JSON.stringify(second)).toContain('no_such');
    expect(json).toMatchObject({ text: 'Nobody minded.', commands: [{ name: 'audit feedback' }] });
  });

  it('take a third of what all of them would take', async () => {
    script = () => ({ text: 'No.' });
    await ask(started.world, 'ask compose me a haiku about our cases and tasks', AGENT);

    const all = TOOLS.map(({ name, description, schema }) => ({ name, description, schema }));
    const sent = JSON.stringify(started.model.asked[0]?.['tools']);
    expect(sent.length).toBeLessThan(JSON.stringify(all).length / 3);
  });
});

// The router: who may do what, and how a failure is put into words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shown } from '#bot/answers.ts';
import { sentenceCard } from '#bot/cards/list.ts';
import { type AnyCommand, defineCommand } from '#bot/command.ts';
import { createRouter } from '#bot/router.ts';
import { en } from '#bot/words/en.ts';
import { StorageBusyError, VendorError } from '#engine/errors.ts';
import { ADMIN, AGENT, asCard, ask, press, VIEWER } from '../support/asking.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

function aCommand(said: Partial<AnyCommand> = {}): AnyCommand {
  return {
    ...defineCommand({
      name: 'thing do',
      summary: '',
      role: 'agent',
      parameters: [{ name: 'count', summary: '', place: 'positional', required: true }],
      Args: z.object({ count: z.coerce.number() }),
      examples: [],
      run: async (_context, { count }) => shown(sentenceCard('Done', String(count)), { count }),
    }),
    ...said,
  };
}

function withCommand(command: AnyCommand) {
  const logged: unknown[] = [];
  const log = { ...world.deps.log, error: (data: unknown) => logged.push(data) };
  const deps = { ...world.deps, log };
  return { router: createRouter({ deps, words: en, commands: [command], actions: [] }), logged };
}

describe('createRouter', () => {
  it('runs a command for who has its role, and for nobody below', async () => {
    const { router } = withCommand(aCommand());

    expect((await ask({ router }, 'thing do 3', AGENT)).json).toEqual({ count: 3 });
    const refused = await ask({ router }, 'thing do 3', VIEWER);
    expect(refused.refused?.code).toBe('forbidden');
    expect(refused.text).toContain('That needs an agent; you are a viewer.');
  });

  it('answers arguments that do not fit with how the command is written', async () => {
    const { router } = withCommand(aCommand());

    const { refused } = await ask({ router }, 'thing do many');

    expect(refused?.code).toBe('usage');
    expect(refused?.message).toContain('Usage: thing do <count>');
  });

  it('takes arguments by their names, and says which one is missing', async () => {
    const { router } = withCommand(aCommand());
    const named = (args: Record<string, string>) =>
      router.handle(AGENT, { kind: 'command', name: 'thing do', args });

    expect(await named({ count: '3' })).toMatchObject({ json: { count: 3 } });
    expect(await named({})).toMatchObject({ refused: { code: 'usage' } });
    expect(
      await router.handle(VIEWER, { kind: 'command', name: 'thing do', args: { count: '3' } }),
    ).toMatchObject({ refused: { code: 'forbidden' } });
    expect(
      await router.handle(ADMIN, { kind: 'command', name: 'thing fly', args: {} }),
    ).toMatchObject({ refused: { code: 'usage' } });
  });

  it('names the nearest command for a slip', async () => {
    expect((await ask(world, 'custmer show maria')).text).toContain('Did you mean: customer show?');
  });

  it('speaks of a vendor that is down without its inner words', async () => {
    const error = new VendorError('ECONNREFUSED 10.0.0.1', { vendor: 'Shopify', retryable: true });
    const { router } = withCommand(aCommand({ run: () => Promise.reject(error) }));

    const { text, refused } = await ask({ router }, 'thing do 1');

    expect(refused?.code).toBe('unavailable');
    expect(text).toContain('Shopify does not answer');
    expect(text).not.toContain('10.0.0.1');
  });

  it('says that the database is busy, and to try again', async () => {
    const { router } = withCommand(aCommand({ run: () => Promise.reject(new StorageBusyError()) }));

    const { text, refused } = await ask({ router }, 'thing do 1');

    expect(refused?.code).toBe('unavailable');
    expect(text).toContain('try again in a minute');
  });

  it('logs what nobody expected under the id that the card names, without its words', async () => {
    const error = new TypeError('Maria Lopez, maria@example.com');
    const { router, logged } = withCommand(aCommand({ run: () => Promise.reject(error) }));

    const { text } = await ask({ router }, 'thing do 1');

    const id = /ent_\w+/.exec(text)?.[0];
    expect(logged).toMatchObject([{ id, error: 'TypeError' }]);
    expect(JSON.stringify([text, logged])).not.toContain('Maria');
  });

  it('answers a button that no card carries any more', async () => {
    const reply = await press(world, { name: 'gone.away', id: 'x' });

    expect(asCard(reply).text).toContain('no longer in use');
  });

  it('checks the role of who presses, not of whom the card was for', async () => {
    const reply = await press(world, { name: 'case.take', id: 'case_1' }, VIEWER);

    expect(asCard(reply).refused?.code).toBe('forbidden');
  });

  it('derives help from the commands themselves, each with an example that reads back', async () => {
    const all = await ask(world, 'help', ADMIN);
    const Listed = z.array(z.object({ name: z.string(), examples: z.array(z.string()).min(1) }));

    for (const { name, examples } of Listed.parse(all.json)) {
      const help = await ask(world, `help ${name}`);
      expect(help.refused).toBeUndefined();
      for (const line of examples) expect(line.startsWith(name)).toBe(true);
    }
  });
});

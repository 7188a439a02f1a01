// What a masked program is told over the Model Context Protocol: ids in place of people, whatever it asks for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCommands } from '#bot/commands/registry.ts';
import { maskAnswer } from '#bot/surfaces/mcp/masked.ts';
import { runTerminal } from '#bot/surfaces/terminal/run.ts';
import { en } from '#bot/words/en.ts';
import { ask } from '../../../support/asking.ts';
import { anEvent, anOrder, aReturn, someone } from '../../../support/events.ts';
import { createWorld, NOW, type World } from '../../../support/world.ts';

const COMMANDS = createCommands(en);
const MARIA = someone({ lastName: 'Lopez', phone: '+49 170 1234567', city: 'Gelsenkirchen' });
const LETTER = 'Maria Lopez here, 0170 1234567, Hauptstr. 5, 45879 gelsenkirchen';

let world: World;
let id = '';

beforeAll(async () => {
  // It says again whatever it was told.
  const languageModel = {
    converse: ({ said }: { readonly said: string }) => ({
      next: async () => ({ text: `You said: ${said}`, calls: [], tokens: 1 }),
    }),
    close: () => {},
  };
  world = await createWorld({ languageModel });
  await world.deliver(
    anOrder({ ref: '1054', total: 700_000, customer: MARIA }),
    aReturn({ orderRef: '1054', customer: MARIA, note: LETTER }),
    anEvent({ type: 'message.received', customer: MARIA, message: { ref: 'm', text: LETTER } }),
  );
  id = z.object({ id: z.string() }).parse((await ask(world, 'customer show #1054')).json).id;
  await ask(world, `customer note ${id} ${LETTER}`);
  await world.runJobs({ early: true });
});
afterAll(() => world.close());

describe('a masked program', () => {
  it.each([
    ['customer show', '#1054'],
    ['customer timeline', 'maria@example.com'],
    ['customer timeline', 'Maria Lopez'],
    ['case list', null],
    ['approval list', null],
    ['email outbox', null],
    ['email preview', 'vip-thanks #1054'],
    ['email draft', 'maria lopez her late order'],
    ['event list', null],
    ['audit list', null],
    ['segment members', 'amount_spent > 1'],
    ['proposal make', 'customer tag "maria lopez" dear'],
    ['ask', 'how much has Maria Lopez spent?'],
    ['ask', 'what happened with maria@example.com?'],
    ['ask', 'compose me a haiku about maria LOPEZ of Gelsenkirchen'],
    ['customer show', 'Mario Lopes'],
  ])('is told nobody’s name by %s %s', async (command, rest) => {
    const words = [...command.split(' '), ...(rest === null ? [] : ['--', ...rest.split(' ')])];
    const said = await run(words);

    expect(said).not.toMatch(/maria|lopez|1234567|hauptstr|kirchen|example\.com|<html|\/u\//i);
    expect(JSON.parse(said)).toBeTruthy();
  });

  it('can go on with what stands for people', async () => {
    const shown = z
      .object({ id: z.string(), name: z.string() })
      .parse(JSON.parse(await run(['customer', 'show', '--', 'maria@example.com'])));

    expect(shown).toMatchObject({ id, name: id });
  });

  it('is a surface of its own in the audit log', async () => {
    await run(['approval', 'list'], ['--as', 'Nobody']);
    await run(['customer', 'show', '--', id]);
    const entries = await world.deps.storage.audit.list({ limit: 20 });

    expect(entries.find(({ action }) => action === 'customer.looked-up')).toMatchObject({
      details: { surface: 'mcp' },
    });
  });
});

/** A line as the server of the protocol carries it out. */
async function run(words: readonly string[], flags: readonly string[] = []): Promise<string> {
  const said: string[] = [];
  await runTerminal({
    router: world.router,
    people: [],
    language: 'en',
    argv: ['--json', '--mcp', '--masked', ...flags, ...words],
    mask: (typed, json) => maskAnswer(world.deps, COMMANDS, typed, json),
    stdout: (text) => said.push(text),
    stderr: () => {},
    screen: { color: false, columns: 100, now: NOW, timeZone: 'UTC' },
  });
  return said.join('');
}

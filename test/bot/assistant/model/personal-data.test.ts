// Every tool that a model is offered, over a shop that knows much of one customer: nothing of it is in any request.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toolsOf } from '#bot/assistant/model/tools.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { en } from '#bot/words/en.ts';
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import { ADMIN, ask } from '../../../support/asking.ts';
import { anEvent, anOrder, aReturn, someone } from '../../../support/events.ts';
import { type Scripted, startFakeOpenAi } from '../../../support/fake-openai.ts';
import { createWorld, type World } from '../../../support/world.ts';

const CALLS_IN_A_TURN = 8;

const ZDENKA = someone({
  ref: 'c-9',
  email: 'Zdenka.W@mail.example',
  phone: '+48 601 234 567',
  firstName: 'Zdenka',
  lastName: 'Wojciechowska',
  birthday: '1985-03-14',
  city: 'Szczebrzeszyn',
});

/** What she writes in, in the spellings that people use. */
const LETTER = [
  'Here is zdenka wojciechowska, ZDENKA.W@MAIL.EXAMPLE or zdenka.w (at) mail.example, 601-234-567.',
  'Lipowa Straße 12, 22-460 SZCZEBRZESZYN. Born 14.03.1985. PL61 1090 1014 0000 0712 1981 2874,',
  'card 4111 1111 1111 1111. See https://evil.example/u/tokentoken?who=1 please.',
].join(' ');

const TRACES =
  /zdenka|wojciechow|mail\.example|\b(?:48)?601.?234.?567|szczebrz|lipowa|22-460|1985|7121981|0712 1981|1111 1111|tokentoken/i;

let world: World;
let server: Awaited<ReturnType<typeof startFakeOpenAi>>;
let calls: NonNullable<Scripted['calls']> = [];
const asked: string[] = [];

beforeAll(async () => {
  server = await startFakeOpenAi(() => {
    const next = calls;
    calls = [];
    return next.length > 0 ? { calls: next } : { text: 'person_1 it is.' };
  });
  const languageModel = createLanguageModel({
    ...{ apiKey: 'k', baseUrl: server.baseUrl, model: 'm', api: 'chat' as const },
    ...{ retries: 0, timeoutMs: 30_000 },
  });
  world = await createWorld({ languageModel, limits: { assistant_tokens_per_day: 1_000_000 } });
  await world.deliver(
    anOrder({ ref: '1054', total: 900_000, customer: ZDENKA, codes: ['WELCOME-7ZK3QW8XN2AB'] }),
    aReturn({ orderRef: '1054', customer: ZDENKA, reason: 'defective', note: LETTER }),
    anEvent({
      type: 'message.received',
      customer: ZDENKA,
      message: { ref: 'm-1', subject: 'Zdenka here', text: LETTER },
    }),
    anEvent({
      type: 'review.created',
      customer: ZDENKA,
      review: { ref: 'r-1', rating: 2, text: LETTER },
    }),
  );
  const id = z.object({ id: z.string() }).parse((await ask(world, 'customer show #1054')).json).id;
  await ask(world, `customer note ${id} ${LETTER}`);
  await ask(world, `customer tag ${id} wholesale`);
  await ask(world, `task new ${id} Call Zdenka`);
  await ask(world, `email write ${id} Dear Zdenka, ${LETTER.slice(0, 200)}`);
  await approveAll();
  await ask(world, 'segment tag amount_spent > 1 dear --yes');
  await world.runJobs({ early: true });
});
afterAll(async () => {
  await world.close();
  await server.stop();
});

describe('what a model is told', () => {
  it('holds nothing of a customer, whatever it calls', async () => {
    const tools = toolsOf(createCommands(en)).filter(({ command }) => command.name !== 'ask');
    const args = await argumentsFor();
    const all = tools.map(({ name, command }) => ({
      name,
      args: Object.fromEntries(
        command.parameters.flatMap(({ name: key, completes, required, values }) => {
          const value = args[`${name}.${key}`] ?? args[completes ?? ''] ?? args[key] ?? values?.[0];
          return required && value !== undefined ? [[key, value]] : [];
        }),
      ),
    }));
    const answers: unknown[] = [];
    for (let at = 0; at < all.length; at += CALLS_IN_A_TURN) {
      calls = all.slice(at, at + CALLS_IN_A_TURN);
      const question = `ask compose me a haiku about zdenka WOJCIECHOWSKA, Zdenka.W@Mail.Example, 0048 601 234 567`;
      answers.push((await ask(world, question)).json);
    }
    const mailDraft = await ask(world, 'email draft #1054 what Zdenka asked');
    const caseDraft = await ask(world, `case draft ${args['case']}`);

    for (const one of server.asked) asked.push(JSON.stringify(one['messages']));
    const tokens = await world.database.query<{ secret: string }>(
      'SELECT unsubscribe_token AS secret FROM customers UNION SELECT code FROM grants',
      [],
    );
    expect(tokens.length).toBeGreaterThan(1);
    for (const said of asked) {
      expect(said.match(TRACES)).toBeNull();
      for (const { secret } of tokens) expect(said).not.toContain(secret);
      expect(said).not.toMatch(/WELCOME-7ZK3|<\/?(?:html|p|a|td|mj)\b|\/u\/|https?:/i);
    }
    // It was really asked, and nearly every tool answered.
    const results = asked.join('\n');
    expect(results.match(/"role":"tool"/g)?.length).toBeGreaterThanOrEqual(all.length);
    expect(results).toMatch(/born|card|person_\d/i);
    expect(JSON.stringify(answers)).toMatch(/zdenka/i);
    expect([mailDraft.kind, caseDraft.kind]).toEqual(['card', 'card']);
  });
});

async function approveAll(): Promise<void> {
  const { json } = await ask(world, 'approval list --status pending');
  const pending = z.array(z.object({ id: z.string() })).parse(json);
  for (const { id } of pending) await ask(world, `approval approve ${id}`);
  await world.runJobs({ early: true });
}

/** What each parameter is given: by what it completes, else by its name, else by the tool's. */
async function argumentsFor(): Promise<Readonly<Record<string, string>>> {
  const idOf = async (line: string) => {
    const { json } = await ask(world, line, ADMIN);
    return z.array(z.object({ id: z.string() })).parse(json)[0]?.id ?? '';
  };
  const [run] = await world.database.query<{ id: string }>('SELECT id FROM runs LIMIT 1', []);
  return {
    ...{ customer: 'person_1', tag: 'dear', segment: 'all', query: 'amount_spent > 10' },
    ...{ template: 'vip-thanks', automation: 'vip-promotion', tier: 'gold' },
    case: await idOf('case list'),
    task: await idOf('task list'),
    approval: await idOf('approval list'),
    batch: await idOf('batch list'),
    'event_show.id': await idOf('event list'),
    'run_show.id': run?.id ?? '',
    'run_stop.id': run?.id ?? '',
    'event_reread.id': 'ent_7ZK3QW8XN2AB',
    ...{ text: 'Dear person_1', title: 'Call person_1', attribute: 'size', resolution: 'declined' },
    ...{ note: 'person_1', reason: 'person_1', until: 'tomorrow', to: 'Maria', channel: 'refunds' },
  };
}

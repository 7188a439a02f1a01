// What a teammate may use up in a day: OpenAI's own client against a scripted server.
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import { AGENT, ask, VIEWER } from '../../../support/asking.ts';
import { anOrder, aReturn, someone } from '../../../support/events.ts';
import { type Scripted, startFakeOpenAi } from '../../../support/fake-openai.ts';
import { createWorld, type World } from '../../../support/world.ts';

const ODD = 'ask compose me a haiku about our dearest buyer';

let world: World;
let server: Awaited<ReturnType<typeof startFakeOpenAi>>;

afterEach(async () => {
  await world.close();
  await server.stop();
});

async function start(
  scripted: Scripted,
  { api = 'responses' as 'responses' | 'chat', tokens = 200_000 } = {},
): Promise<void> {
  server = await startFakeOpenAi(() => scripted);
  const { baseUrl } = server;
  const languageModel = createLanguageModel({ apiKey: 'k', baseUrl, model: 'm', api, retries: 0 });
  world = await createWorld({ languageModel, limits: { assistant_tokens_per_day: tokens } });
  await world.deliver(anOrder({ ref: '1054', total: 70_000, customer: someone() }));
}

async function used(person = 'Alex'): Promise<number> {
  const kept = await world.deps.storage.settings.get(`assistant-tokens:${person}`);
  return z.object({ tokens: z.number() }).parse(kept).tokens;
}

describe('nextWithin', () => {
  it.each(['responses', 'chat'] as const)(
    'estimates what a server over %s does not say',
    async (api) => {
      await start({ text: 'Yes.', tokens: null }, { api });
      await ask(world, ODD, AGENT);

      const [body] = server.asked;
      // About a quarter of the letters that were sent, which are mostly those of the tools.
      expect(await used()).toBeGreaterThan(JSON.stringify(body).length / 8);
      expect(await used()).toBeLessThan(JSON.stringify(body).length / 2);
    },
  );

  it('takes a server at its word, and gives back what was set aside', async () => {
    await start({ text: 'Yes.', tokens: 20 });
    await ask(world, ODD, AGENT);

    expect(await used()).toBe(20);
  });

  it('sets aside what a question takes, so that several at once do not spend the same', async () => {
    await start({ text: 'Yes.', tokens: 20 }, { tokens: 15 });
    const answers = await Promise.all([1, 2, 3].map(() => ask(world, ODD, AGENT)));

    const texts = answers.map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Yes.'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('used up'))).toHaveLength(2);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    ['fails after it was asked', { status: 500 }],
    ['breaks off before any word', { breaksOff: true }],
  ] as const)('charges where the server %s', async (_how, scripted) => {
    await start(scripted);
    await ask(world, ODD, AGENT);

    expect(await used()).toBeGreaterThan(0);
  });

  it.each([401, 404, 429])('charges nothing for what was refused with %i', async (status) => {
    await start({ status });
    await ask(world, ODD, VIEWER);

    expect(await used('Vera')).toBe(0);
  });

  it('charges for drafts, those that fail too', async () => {
    await start({ breaksOff: true });
    await world.deliver(
      aReturn({ orderRef: '1054', reason: 'size_too_small', note: 'Too tight.' }),
    );
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    await ask(world, `case draft ${item?.id}`, AGENT);

    expect(server.asked).toHaveLength(1);
    expect(await used()).toBeGreaterThan(0);
  });
});

// The check of a language model that is set up: OpenAI's own client against a scripted server.
import { afterEach, describe, expect, it } from 'vitest';
import { en } from '#bot/words/en.ts';
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import { checkModel } from '../src/model.ts';
import { type Scripted, startFakeOpenAi } from './support/fake-openai.ts';

let server: Awaited<ReturnType<typeof startFakeOpenAi>>;
afterEach(() => server.stop());

async function check(scripted: Scripted, api: 'responses' | 'chat', isUp = true) {
  server = await startFakeOpenAi(() => scripted);
  const { baseUrl } = server;
  if (!isUp) await server.stop();
  const model = createLanguageModel({ apiKey: 'k', baseUrl, model: 'm', api, retries: 0 });
  return checkModel(model, en);
}

describe.each(['responses', 'chat'] as const)('checkModel over %s', (api) => {
  it('finds nothing wrong with one that answers, and asks it for one word', async () => {
    expect(await check({ text: 'Hello.' }, api)).toEqual([]);
    expect(server.asked).toHaveLength(1);
    expect(JSON.stringify(server.asked).length).toBeLessThan(400);
  });

  it.each([
    [401, 'refuses the key'],
    [403, 'refuses the key'],
    [404, 'no such model'],
    [429, 'its limit is reached'],
    [500, 'failed'],
  ])('says of one that answers %i what to look at', async (status, message) => {
    expect(await check({ status }, api)).toMatchObject([
      { where: 'language model', message: expect.stringContaining(message) },
    ]);
  });

  it('says that it cannot be reached where nobody listens', async () => {
    const [fault] = await check({}, api, false);
    server = await startFakeOpenAi(() => ({}));

    expect(fault?.message).toContain('cannot be reached');
  });
});

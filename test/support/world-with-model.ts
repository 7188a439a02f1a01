// A shop with one customer and a model that answers by a script, through the real client.
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import { anOrder, someone } from './events.ts';
import { startFakeOpenAi } from './fake-openai.ts';
import { createWorld } from './world.ts';

/** Something that no grammar understands, about that customer. */
export const ODD = 'compose me a haiku about our dearest buyer maria@example.com';

/** Surfaces put into `open` are stopped before the world is closed. */
export async function startWorldWithModel(answer: Parameters<typeof startFakeOpenAi>[0]) {
  const model = await startFakeOpenAi(answer);
  const { baseUrl } = model;
  const languageModel = createLanguageModel({
    apiKey: 'k',
    baseUrl,
    model: 'm',
    api: 'responses',
  });
  const world = await createWorld({ languageModel });
  await world.deliver(anOrder({ ref: '1054', total: 70_000, customer: someone() }));
  const open: { stop: () => Promise<void> }[] = [];
  return {
    model,
    world,
    open,
    stop: async () => {
      for (const one of open) await one.stop();
      await world.close();
      await model.stop();
    },
  };
}

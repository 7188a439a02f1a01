// The language model that is set up; its client is loaded only then.
import type { LanguageModel } from '#engine/ports/language-model.ts';
import type { Config } from './config.ts';

/** null: plain words are understood without a model only. */
export async function connectModel({
  openai,
}: Pick<Config, 'openai'>): Promise<LanguageModel | null> {
  if (openai === null) return null;
  const { createLanguageModel } = await import('#integrations/openai/language-model.ts');
  return createLanguageModel(openai);
}

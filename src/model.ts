// The language model that is set up; its client is loaded only then.
import { askForAWord, troubleOf } from '#bot/assistant/model/trouble.ts';
import type { Words } from '#bot/words/en.ts';
import { type Fault, VendorError } from '#engine/errors.ts';
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

/** A model that thinks first may take so long for a word. */
const TIMEOUT_MS = 20_000;

/** What is wrong with the model that is set up, asked of it. */
export async function checkModel(
  model: LanguageModel | null,
  { check }: Pick<Words, 'check'>,
): Promise<readonly Fault[]> {
  if (model === null) return [];
  try {
    await askForAWord(model, TIMEOUT_MS);
    return [];
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    return [{ where: check.model, message: check.modelTrouble[troubleOf(error)] }];
  }
}

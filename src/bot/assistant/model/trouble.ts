// Why a model did not answer, by what its server said.
import type { VendorError } from '#engine/errors.ts';
import type { LanguageModel } from '#engine/ports/language-model.ts';

/** The key is refused; there is no such model, or no such address; it takes no more for now; it failed; it is away. */
export type Trouble = 'no-key' | 'no-model' | 'busy' | 'failed' | 'away';

/** What is wrong. */
export function troubleOf({ status, ambiguous }: VendorError): Trouble {
  if (status === 401 || status === 403) return 'no-key';
  if (status === 404) return 'no-model';
  if (status === 429) return 'busy';
  return ambiguous ? 'failed' : 'away';
}

/** Asks a model for a word, as cheaply as it can be asked. Throws VendorError. */
export async function askForAWord(model: LanguageModel, timeoutMs: number): Promise<void> {
  const conversation = model.converse({
    instructions: 'Answer with one word.',
    said: 'Hello',
    tools: [],
    signal: AbortSignal.timeout(timeoutMs),
  });
  await conversation.next([]);
}

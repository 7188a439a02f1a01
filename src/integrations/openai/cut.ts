// Why an answer ended, where that was not its end.
import type { ModelRound } from '#engine/ports/language-model.ts';

/** What a finish reason says of an answer, for it to be told. */
export function cutBy(reason: string): Pick<ModelRound, 'cut'> {
  if (reason === 'length') return { cut: 'cut' };
  return reason === 'content_filter' ? { cut: 'filtered' } : {};
}

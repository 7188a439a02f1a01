// The one place that turns an error into words.
import type { Deps } from '#engine/deps.ts';
import { StorageBusyError, UserError, VendorError } from '#engine/errors.ts';
import { refusedAs, refusedFor } from './answers.ts';
import type { Answer } from './command.ts';
import type { Words } from './words/en.ts';

/** What nobody expected is logged under an id that the card names. */
export function answerError(
  { deps, words }: { readonly deps: Deps; readonly words: Words },
  error: unknown,
): Answer {
  if (error instanceof UserError) return refusedFor(words, error.problem);
  if (error instanceof VendorError) return answerVendor(deps, words, error);
  if (error instanceof StorageBusyError) return answerBusy(deps, words);
  const id = deps.newId('entry');
  deps.log.error({ id, error: nameOf(error), stack: stackOf(error) }, 'command failed');
  return refusedAs(
    { title: words.problems.title, code: 'internal', message: words.problems.unexpected(id) },
    null,
  );
}

function answerBusy(deps: Deps, words: Words): Answer {
  deps.log.warn({ error: 'StorageBusyError' }, 'storage is busy');
  const { title, busy } = words.problems;
  return refusedAs({ title, code: 'unavailable', message: busy }, null);
}

function answerVendor(deps: Deps, words: Words, error: VendorError): Answer {
  const { vendor, status, retryable } = error;
  deps.log.warn({ vendor, status, retryable }, 'vendor failed');
  const message = retryable
    ? words.problems.vendorDown(vendor)
    : words.problems.vendorRefused(vendor);
  return refusedAs({ title: words.problems.title, code: 'unavailable', message }, null);
}

/** What kind of error it is, which says nothing of what it is about. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Where it happened: the frames without the message, which may quote what a customer wrote. */
function stackOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n');
}

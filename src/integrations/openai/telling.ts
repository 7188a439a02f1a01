// Failures of the model's server as VendorError: which of them may pass, and nothing of what was said.
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { VendorError } from '#engine/errors.ts';
import type { ModelConversation } from '#engine/ports/language-model.ts';

/** The conversation with its failures told as the engine knows them. */
export function createTelling(conversation: ModelConversation): ModelConversation {
  return {
    next: async (...asked) => {
      try {
        return await conversation.next(...asked);
      } catch (error) {
        throw toVendorError(error);
      }
    },
  };
}

/** The failure of a model that had begun to answer. */
export function brokenOff(message: string, cause?: unknown): VendorError {
  return new VendorError(message, { vendor: 'openai', retryable: true, ambiguous: true, cause });
}

function toVendorError(error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  const vendor = 'openai';
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return new VendorError('the model did not answer', {
      vendor,
      retryable: true,
      ambiguous: true,
    });
  if (error instanceof APIConnectionError)
    return new VendorError('the model cannot be reached', { vendor, retryable: true });
  const status = error instanceof APIError ? (error.status ?? null) : null;
  // A status says that it was refused, but for a server that failed over it.
  if (status !== null && status < 500)
    return new VendorError('the model refused', { vendor, status, retryable: status === 429 });
  return new VendorError('the model failed', { vendor, status, retryable: true, ambiguous: true });
}

// Failures of the model's server as VendorError: which of them may pass, and nothing of what was said.
import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { VendorError } from '#engine/errors.ts';
import type { ModelConversation } from '#engine/ports/language-model.ts';

/** The conversation with its failures told as the engine knows them. */
export function createTelling(conversation: ModelConversation): ModelConversation {
  return {
    next: async (results) => {
      try {
        return await conversation.next(results);
      } catch (error) {
        throw toVendorError(error);
      }
    },
  };
}

function toVendorError(error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  const vendor = 'openai';
  if (error instanceof APIUserAbortError || error instanceof APIConnectionError)
    return new VendorError('the model did not answer', { vendor, retryable: true });
  const status = error instanceof APIError ? (error.status ?? null) : null;
  const retryable = status === null || status === 429 || status >= 500;
  return new VendorError('the model refused', { vendor, status, retryable });
}

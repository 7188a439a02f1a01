// A language model through OpenAI's official client: the Responses API, or Chat Completions for servers without it.
import OpenAI from 'openai';
import type { LanguageModel } from '#engine/ports/language-model.ts';
import { createChat } from './chat.ts';
import { createResponses } from './responses.ts';
import { createTelling } from './telling.ts';

export type OpenAiOptions = {
  readonly apiKey: string;
  /** null: OpenAI's own. With the version: `http://127.0.0.1:9999/v1`. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly api: 'responses' | 'chat';
  /** How often a call is tried again that may succeed later; the library waits between them. */
  readonly retries?: number;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 30_000;
const RETRIES = 2;

/** The model; every failure is a VendorError. */
export function createLanguageModel(options: OpenAiOptions): LanguageModel {
  const { apiKey, baseUrl, model, api } = options;
  const client = new OpenAI({
    apiKey,
    ...(baseUrl === null ? {} : { baseURL: baseUrl }),
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    maxRetries: options.retries ?? RETRIES,
    // What the process's own environment says of OpenAI is not read: the settings are ours.
    organization: null,
    project: null,
    logLevel: 'off',
  });
  const converse = (api === 'chat' ? createChat : createResponses)(client, model);
  const closing = new AbortController();
  return {
    converse: (asked) => {
      const signal = AbortSignal.any([asked.signal, closing.signal]);
      return createTelling(converse({ ...asked, signal }));
    },
    close: () => closing.abort(),
  };
}

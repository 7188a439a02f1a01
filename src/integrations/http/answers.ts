// The answers every door gives alike: JSON, and errors that say nothing of the inside.
import type { HttpResponse } from '#engine/ports/http.ts';

/** A JSON answer that no cache keeps. */
export function answerJson(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

/** A refusal: `{"error":{"code"}}` and nothing that tells which check failed. */
export function answerError(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return answerJson(status, { error: { code } }, headers);
}

/** 503 for now: the sender is to come back in five seconds. */
export function answerUnavailable(): HttpResponse {
  return answerError(503, 'unavailable', { 'retry-after': '5' });
}

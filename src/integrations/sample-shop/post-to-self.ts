// Posts the sample shop's webhooks to the server's own door, over the network as a real shop would.
import type { Post } from './simulator.ts';

/** Longer than the server itself takes to give up on its database. */
const TIMEOUT_MS = 10_000;

/** A Post to an address on this machine, e.g. `http://127.0.0.1:3000/webhooks/events`. Rejects when nobody listens. */
export function createPostToSelf(url: string): Post {
  return async (body, headers) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', body, headers, signal, redirect: 'error' });
    await response.arrayBuffer();
    return response.status;
  };
}

// Reading a request's body: whole, raw, within its own limit and within what all bodies together may take.
import type { IncomingMessage } from 'node:http';

/** A body that was not read to its end; the answer is made from it. */
export class BodyRefusedError extends Error {
  readonly reason: 'too-large' | 'no-memory';
  /** What was declared, or read until then. */
  readonly bytes: number;

  constructor(reason: 'too-large' | 'no-memory', bytes: number) {
    super(reason);
    this.name = 'BodyRefusedError';
    this.reason = reason;
    this.bytes = bytes;
  }
}

/** The bytes of all bodies in flight, counted as they come. */
export type BodyBudget = { readonly maxBytes: number; usedBytes: number };

/** A body with the way to give its bytes back to the budget, once the answer is made. */
export type HeldBody = { readonly bytes: Uint8Array; readonly release: () => void };

/**
 * Reads a body. Throws BodyRefusedError: by Content-Length before reading a byte, without one at the first byte over;
 * the rest is then left unread. Throws Node's own error when the client goes away.
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
  budget: BodyBudget,
): Promise<HeldBody> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes) throw new BodyRefusedError('too-large', declared);
  const held = { bytes: 0 };
  const release = (): void => {
    budget.usedBytes -= held.bytes;
    held.bytes = 0;
  };
  try {
    return { bytes: await collect(request, maxBytes, budget, held), release };
  } catch (error) {
    release();
    throw error;
  }
}

async function collect(
  request: IncomingMessage,
  maxBytes: number,
  budget: BodyBudget,
  held: { bytes: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  // The stream must outlive a refusal: the answer still goes out over its socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const part: Uint8Array = chunk;
    held.bytes += part.byteLength;
    budget.usedBytes += part.byteLength;
    if (held.bytes > maxBytes) throw new BodyRefusedError('too-large', held.bytes);
    if (budget.usedBytes > budget.maxBytes) throw new BodyRefusedError('no-memory', held.bytes);
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

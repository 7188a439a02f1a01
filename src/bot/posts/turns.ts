// One process at a time at a post: what is shown is never an older state over a newer one, and never twice.
import { VendorError } from '#engine/errors.ts';
import type { Post } from '#engine/ports/post-records.ts';
import type { Storage } from '#engine/ports/storage.ts';
import type { Surface } from '../surface.ts';

/** Longer than a surface takes to answer; who dies in their turn is waited for so long. */
const TURN_MS = 15_000;

/** Does something with a post while no other process does. Throws VendorError, to be tried again, when one does. */
export async function inTurn(
  { storage, now }: { readonly storage: Storage; readonly now: () => Date },
  surface: Surface,
  { id }: Post,
  work: (post: Post) => Promise<void>,
): Promise<void> {
  const at = now();
  const post = await storage.posts.lease(id, at, new Date(at.getTime() + TURN_MS));
  if (post === null) throw notYet(surface, 'somebody else is at this card');
  try {
    await work(post);
  } finally {
    await storage.posts.release(id);
  }
}

/** The posts that stand on a surface. */
export function postsOn(surface: Surface, posts: readonly Post[]): readonly Post[] {
  return posts.filter((post) => post.surface === surface.name);
}

/** How long until somebody else who is at a card is done with it, or gone. */
const SOON_MS = 1_000;

/** Does it for each, whatever becomes of the others; then throws the failure that comes back the soonest. */
export async function forEach<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  const [soonest] = failures.toSorted((a, b) => waitOf(a) - waitOf(b));
  if (failures.length > 0) throw soonest;
}

function waitOf(error: unknown): number {
  const waitMs = error instanceof VendorError ? error.retryAfterMs : null;
  return waitMs ?? Number.POSITIVE_INFINITY;
}

/** What passes by itself: the job comes back. */
export function notYet(surface: Surface, message: string, retryAfterMs = SOON_MS): VendorError {
  return new VendorError(message, { vendor: surface.name, retryable: true, retryAfterMs });
}

// Each delivery of Slack's acts once: Bolt itself handles a repeated one again.
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** True the first time a key is seen, for as long as Slack could send it again. */
export type Once = (key: string) => Promise<boolean>;

/** Signatures are good for five minutes either way, events are repeated within six. */
const KEPT_MS = 15 * 60_000;

/**
 * Remembers in this process and, where several share the work, in what `shared` keeps; that gets a hash, for a
 * trigger_id is a secret while it lives. When `shared` fails the delivery is taken: whatever it wants will say so.
 */
export function createOnce(options: { readonly now: () => Date; readonly shared?: Once }): Once {
  const seenAt = new Map<string, number>();

  function forgetOld(now: number): void {
    for (const [key, at] of seenAt) {
      if (now - at < KEPT_MS) return;
      seenAt.delete(key);
    }
  }

  return async (key) => {
    const hash = createHash('sha256').update(key).digest('base64url');
    const now = options.now().getTime();
    forgetOld(now);
    if (seenAt.has(hash)) return false;
    seenAt.set(hash, now);
    if (options.shared === undefined) return true;
    return options.shared(`slack:${hash}`).catch(() => true);
  };
}

const Delivery = z.object({ event_id: z.string().optional(), trigger_id: z.string().optional() });

/** What makes a delivery the same as another one, or null for a kind that has no such mark. */
export function deliveryKey(body: unknown): string | null {
  const parsed = Delivery.safeParse(body);
  return parsed.success ? (parsed.data.event_id ?? parsed.data.trigger_id ?? null) : null;
}

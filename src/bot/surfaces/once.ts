// Each delivery of a chat platform acts once, also when it is sent again or reaches several processes.
import { createHash } from 'node:crypto';
import type { SurfaceName } from '../teammate.ts';

/** True the first time a key is seen, for as long as it could be sent again. */
export type Once = (key: string) => Promise<boolean>;

/** Signatures are good for five minutes either way, Slack repeats events within six, Discord's tokens live for 15. */
const KEPT_MS = 15 * 60_000;

/**
 * Remembers in this process and, where several share the work, in what `shared` keeps; that gets a hash, for a
 * trigger_id is a secret while it lives. When `shared` fails the delivery is taken: whatever it wants will say so.
 */
export function createOnce(options: {
  readonly surface: SurfaceName;
  readonly now: () => Date;
  readonly shared?: Once;
}): Once {
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
    return options.shared(`${options.surface}:${hash}`).catch(() => true);
  };
}

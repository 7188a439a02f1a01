// How fast a channel may be posted to: a place in line for every card, so that a flood keeps its order and is refused nothing.

/** About one message a second in a channel, with short bursts (docs.slack.dev, "Rate limits": chat.postMessage); a little less. */
const INTERVAL_MS = 1_050;
const BURST = 5;

export interface Pacing {
  /** How long the post with this key has to wait for its place, in milliseconds; 0: it may go now. */
  waitOf(channel: string, key: string): number;
  /** The post has gone, or does not come. */
  done(key: string): void;
  /** Slack refused this post and takes nothing more in the channel for so long: it is next then, and all others after it. */
  hold(channel: string, key: string, ms: number): void;
}

/** Places are given in the order they are asked for and kept until they are used (GCRA, ITU-T I.371 annex A). */
export function createPacing(now: () => Date): Pacing {
  /** When the bucket of a channel would be full again. */
  const fullAt = new Map<string, number>();
  const places = new Map<string, { readonly channel: string; at: number }>();

  function take(channel: string, at: number): number {
    const full = Math.max(at, fullAt.get(channel) ?? 0);
    fullAt.set(channel, full + INTERVAL_MS);
    return Math.max(at, full - (BURST - 1) * INTERVAL_MS);
  }

  return {
    waitOf(channel, key) {
      const at = now().getTime();
      const place = places.get(key) ?? { channel, at: take(channel, at) };
      places.set(key, place);
      return Math.max(0, place.at - at);
    },
    done: (key) => void places.delete(key),
    hold(channel, key, ms) {
      const at = now().getTime();
      for (const place of places.values()) if (place.channel === channel) place.at += ms;
      places.set(key, { channel, at: at + ms });
      const full = Math.max(at + (BURST - 1) * INTERVAL_MS, fullAt.get(channel) ?? 0);
      fullAt.set(channel, full + ms);
    },
  };
}

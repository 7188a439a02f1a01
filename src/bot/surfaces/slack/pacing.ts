// How fast a channel may be posted to: a line for every channel, so that a flood keeps its order and is refused nothing.

/** About one message a second in a channel, with short bursts (docs.slack.dev, "Rate limits": chat.postMessage); a little less. */
const INTERVAL_MS = 1_050;
const BURST = 5;

/** How long a post that was told when to come back is waited for; then those behind it go first. */
const PATIENCE_MS = 10_000;

/** When to ask again while only the posts ahead are in the way. */
const SOON_MS = 250;

export interface Pacing {
  /** How long the post with this key has to wait, in milliseconds, before it asks again; 0: it goes now. */
  ask(channel: string, key: string): number;
  /** The post stands in its channel, or will not come: those behind it move up. */
  leave(channel: string, key: string): void;
  /** Slack refused this post and takes nothing more in the channel for so long: everybody keeps their place. */
  hold(channel: string, key: string, ms: number): void;
}

/** A channel as it stands: who waits, in the order they came, and what it still takes. */
type Line = {
  /** When each post is expected, by its key. */
  readonly expected: Map<string, number>;
  /** When the channel could take a whole burst again (the theoretical arrival time of GCRA, ITU-T I.371 annex A). */
  fullAt: number;
};

/** Posts go in the order they first asked, however late each of them comes back. */
export function createPacing(now: () => Date): Pacing {
  const lines = new Map<string, Line>();

  function lineOf(channel: string, at: number): Line {
    const line = lines.get(channel) ?? { expected: new Map(), fullAt: at };
    lines.set(channel, line);
    for (const [key, expectedAt] of line.expected)
      if (expectedAt + PATIENCE_MS < at) line.expected.delete(key);
    return line;
  }

  return {
    ask(channel, key) {
      const at = now().getTime();
      const line = lineOf(channel, at);
      // A key that is set again keeps its place in a Map.
      line.expected.set(key, at);
      const ahead = [...line.expected.keys()].indexOf(key);
      const full = Math.max(at, line.fullAt);
      const wait = Math.max(0, full + (ahead - (BURST - 1)) * INTERVAL_MS - at);
      if (ahead === 0 && wait === 0) {
        line.fullAt = full + INTERVAL_MS;
        return 0;
      }
      const later = Math.max(wait, SOON_MS);
      line.expected.set(key, at + later);
      return later;
    },
    leave: (channel, key) => void lines.get(channel)?.expected.delete(key),
    hold(channel, key, ms) {
      const at = now().getTime();
      const line = lineOf(channel, at);
      line.expected.set(key, at + ms);
      line.fullAt = Math.max(line.fullAt, at + ms + (BURST - 1) * INTERVAL_MS);
    },
  };
}

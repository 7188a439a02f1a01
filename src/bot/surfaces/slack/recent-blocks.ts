// Blocks that Slack has had for a short time only: drawn as long as the workspace takes them.

/** A list with pages of its own, and the thumbs below an answer. */
export type RecentBlock = 'data_table' | 'context_actions';

export interface RecentBlocks {
  /** Those that may be drawn now. */
  taken(): ReadonlySet<RecentBlock>;
  /** The workspace refused a message for them: they are left out for a while. */
  refused(blocks: ReadonlySet<RecentBlock>): void;
}

const ALL: readonly RecentBlock[] = ['data_table', 'context_actions'];

/** How long a workspace is not asked again, which costs each such card one call more. */
const LEFT_OUT_MS = 6 * 3_600_000;

/** Remembered by this process alone: after a start each kind may be refused once more. */
export function createRecentBlocks(now: () => Date): RecentBlocks {
  const leftOutUntil = new Map<RecentBlock, number>();
  return {
    taken() {
      const at = now().getTime();
      return new Set(ALL.filter((block) => (leftOutUntil.get(block) ?? at) <= at));
    },
    refused(blocks) {
      for (const block of blocks) leftOutUntil.set(block, now().getTime() + LEFT_OUT_MS);
    },
  };
}

/** Those that a message is made of. */
export function recentIn(blocks: readonly { readonly type: string }[]): ReadonlySet<RecentBlock> {
  return new Set(ALL.filter((recent) => blocks.some(({ type }) => type === recent)));
}

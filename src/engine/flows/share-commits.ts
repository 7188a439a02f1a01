// Group commit: what waits at the same moment is committed together, so that many small commits become few.

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/** How many share one commit at most, so that no statement grows without end. */
const GROUP_LIMIT = 200;

/**
 * Turns a commit of many items into one of a single item. No timer: whenever fewer than `atOnce` commits are under
 * way, all that waits becomes the next, so that a lone item goes at once and a crowd shares. `commit` gives a result
 * for each item, in order; when it throws, each item is tried alone, so that one that fails fails alone.
 */
export function shareCommits<Item, Result>(
  atOnce: number,
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  async function commitWaiting(): Promise<void> {
    underWay += 1;
    while (waiting.length > 0) await settle(waiting.splice(0, GROUP_LIMIT), commit);
    underWay -= 1;
  }
  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({ item, resolve, reject });
    if (underWay < atOnce) void commitWaiting();
    return promise;
  };
}

/** Answers every member of a group; never throws. */
async function settle<Item, Result>(
  group: readonly Waiting<Item, Result>[],
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await commit(group.map(({ item }) => item));
    for (const [index, result] of results.entries()) group[index]?.resolve(result);
  } catch (error) {
    if (group.length > 1) await Promise.all(group.map((member) => settle([member], commit)));
    else for (const { reject } of group) reject(error);
  }
}

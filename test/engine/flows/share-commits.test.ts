// Group commit: who waits together is committed together, and who fails fails alone.
import { describe, expect, it } from 'vitest';
import { shareCommits } from '#engine/flows/share-commits.ts';
import { eventually } from '../../support/eventually.ts';

/** A commit that ends when it is told to, and remembers who was in it. */
function heldCommit() {
  const groups: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const commit = async (items: readonly string[]) => {
    groups.push(items);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map((item) => item.toUpperCase());
  };
  return { groups, commit, endNext: () => ends.shift()?.() };
}

describe('shareCommits', () => {
  it('commits a lone item at once and takes all that waits next', async () => {
    const held = heldCommit();
    const append = shareCommits(1, held.commit);

    const results = Promise.all(['a', 'b', 'c'].map(append));
    held.endNext();
    await eventually(() => expect(held.groups.length).toBe(2));
    held.endNext();

    expect(await results).toEqual(['A', 'B', 'C']);
    expect(held.groups).toEqual([['a'], ['b', 'c']]);
  });

  it('has no more commits under way than it was told', () => {
    const held = heldCommit();
    const append = shareCommits(2, held.commit);

    for (const item of ['a', 'b', 'c', 'd']) void append(item);

    expect(held.groups).toEqual([['a'], ['b']]);
  });

  it('answers nobody before the commit has ended', async () => {
    const held = heldCommit();
    let answered = false;

    const result = shareCommits(
      1,
      held.commit,
    )('a').then(() => {
      answered = true;
    });
    await Promise.resolve();
    const before = answered;
    held.endNext();
    await result;

    expect([before, answered]).toEqual([false, true]);
  });

  it('tries each alone when a group fails, so that only the broken one fails', async () => {
    const groups: (readonly string[])[] = [];
    const append = shareCommits(1, async (items: readonly string[]) => {
      groups.push(items);
      await Promise.resolve();
      if (items.includes('broken')) throw new Error(`cannot take ${items}`);
      return items;
    });

    const settled = await Promise.allSettled(['a', 'b', 'broken', 'c'].map(append));

    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(groups.slice(0, 2)).toEqual([['a'], ['b', 'broken', 'c']]);
  });
});

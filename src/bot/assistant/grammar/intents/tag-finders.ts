// A tag in what was said: in quotes, beside "tag", behind "as", last, or because somebody has it.
import { countRuns, findRun, mentions, pick, runEndingAt, textOf } from './runs.ts';
import type { Asked, Found } from './slot.ts';
import { named } from './slot-finders.ts';

/** What is more than a word is somebody's name rather than a tag. */
const LONG_TAG = 0.5;

/** A tag stands in quotes, beside "tag", behind "as" or "with", or last. */
export function findTag(asked: Asked): Found | null {
  const found = findAnyTag(asked);
  return found === null || !found.value.includes(' ') ? found : { ...found, cost: LONG_TAG };
}

function findAnyTag(asked: Asked): Found | null {
  const { steps, used } = asked;
  return (
    pick(
      steps,
      used,
      ({ part }) => (part.kind === 'name' && part.of === 'tier' ? part.value : null),
      0.3,
    ) ??
    pick(steps, used, ({ part }) => (part.kind === 'quoted' ? part.text : null)) ??
    named('tag')(asked) ??
    findRun(asked, (before) => mentions(before, 'as')) ??
    (countRuns(asked) > 1 ||
    asked.steps.some(({ part }) => part.kind === 'key' || part.kind === 'people')
      ? findRun(
          asked,
          (before, after) =>
            mentions(before, 'tag') || mentions(after, 'tag') || mentions(after, 'as'),
        )
      : null) ??
    vipOf(asked) ??
    findLastWord(asked)
  );
}

/** A tag that somebody has, or what stands in quotes. */
export function findKnownTag(asked: Asked): Found | null {
  const { steps, used } = asked;
  return (
    named('tag')(asked) ??
    pick(steps, used, ({ part }) => (part.kind === 'quoted' ? part.text : null)) ??
    vipOf(asked)
  );
}

function vipOf({ steps }: Asked): Found | null {
  return steps.some((step) => mentions(step, 'vip')) ? { value: 'VIP', used: [] } : null;
}

/** Of "tag Maria Lopez wholesale" the last word; the only run where somebody was named otherwise. */
function findLastWord(asked: Asked): Found | null {
  const { steps, used, spoken } = asked;
  const free = steps.flatMap(({ part }, at) => (part.kind === 'word' && !used.has(at) ? [at] : []));
  const last = free.at(-1);
  if (last === undefined) return null;
  const isNamed = steps.some(
    (step) =>
      ['key', 'people'].includes(step.part.kind) ||
      (step.part.kind === 'name' && step.part.of === 'segment') ||
      (step.part.kind === 'id' && step.part.prefix === 'cus') ||
      ((mentions(step, 'she') || mentions(step, 'them')) && spoken.last !== null),
  );
  const run =
    isNamed || countRuns(asked) > 1
      ? runEndingAt(steps, free, last)
      : free.length > 1
        ? [last]
        : null;
  return run === null ? null : { value: textOf(steps, run), used: run };
}

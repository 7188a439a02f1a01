// Arguments in what was said: by what they look like, by where they stand, or by what was spoken of before.
import { foldWord } from '../cut.ts';
import type { PlaybookName } from '../names.ts';
import { countRuns, findRun, mentions, pick, runEndingAt, textOf } from './runs.ts';
import { type Asked, EITHER, type Found, type Slot } from './slot.ts';

/** Who is meant by the letter; else by a pronoun; else whom the talk is about. */
export function findCustomer(asked: Asked): Found | null {
  return (
    findKey(asked) ?? findOrderNumber(asked) ?? findRun(asked, () => true) ?? findSpoken(asked)
  );
}

/** Somebody named for themselves; else whom a text may be about, which shows when they are looked up. */
export function findMentioned(asked: Asked): Found | null {
  const named = findKey(asked) ?? findOrderNumber(asked) ?? findRun(asked, () => true);
  if (named !== null) return named;
  const people = asked.steps.flatMap(({ part }) =>
    part.kind === 'text' || part.kind === 'todo' ? part.people : [],
  );
  return people.length > 0
    ? { value: people.join(EITHER), used: [], cost: 0 }
    : findSpoken({ ...asked, steps: [] });
}

function findKey(asked: Asked): Found | null {
  const { steps, used } = asked;
  const key = pick(steps, used, ({ part }) => {
    if (part.kind === 'key' || part.kind === 'quoted') return part.text;
    return part.kind === 'id' && part.prefix === 'cus' ? part.text : null;
  });
  if (key === null) return null;
  // Who gives the address has often said the name before: "Maria's profile: maria@example.com".
  const name = findRun(asked, () => true);
  const isSame = name !== null && nameInAddress(key.value).includes(foldWord(name.value));
  return isSame ? { ...key, used: [...key.used, ...name.used] } : key;
}

function nameInAddress(key: string): string {
  return key.includes('@') ? foldWord(key.slice(0, key.indexOf('@'))).replace(/[._+-]/g, ' ') : '';
}

function findOrderNumber({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }, at) => {
    const before = steps[at - 1];
    if (part.kind !== 'number' || part.unit !== 'none') return null;
    return before !== undefined && mentions(before, 'order') ? `#${part.value}` : null;
  });
}

function findSpoken({ steps, spoken }: Asked): Found | null {
  if (spoken.customer === null) return null;
  const isMeant = steps.some((step) => mentions(step, 'she'));
  // A plural is whoever was spoken of last.
  if (isMeant && spoken.last === 'people' && steps.some((step) => mentions(step, 'them')))
    return null;
  return { value: spoken.customer, used: [], cost: isMeant ? 0 : 0.6 };
}

export function findPeople({ steps, used, spoken }: Asked): Found | null {
  const said = pick(steps, used, ({ part }) => {
    if (part.kind === 'people') return part.query;
    if (part.kind === 'name' && part.of === 'segment') return part.value;
    return null;
  });
  if (said !== null) return said;
  if (spoken.people === null || spoken.last !== 'people') return null;
  if (!steps.some((step) => mentions(step, 'them'))) return null;
  return { value: spoken.people, used: [] };
}

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

export function findText({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) =>
    part.kind === 'text' || part.kind === 'todo' || part.kind === 'quoted' ? part.text : null,
  );
}

export function findAttribute({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }, at) => {
    const before = steps[at - 1];
    // Of "set Maria Lopez to Gold" neither word is one.
    if (part.kind !== 'word' || before === undefined || steps[at + 1]?.part.kind === 'word')
      return null;
    return mentions(before, 'attribute') ||
      mentions(before, 'set') ||
      mentions(before, 'she') ||
      before.part.kind === 'phrase'
      ? part.text
      : null;
  });
}

export function findValue({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }, at) => {
    const before = steps[at - 1];
    if (part.kind === 'quoted') return part.text;
    const follows = before !== undefined && (mentions(before, 'to') || mentions(before, 'as'));
    if (!follows) return null;
    if (part.kind === 'number') return String(part.value);
    return part.kind === 'word' ? part.text : null;
  });
}

export function findNewName(asked: Asked): Found | null {
  return (
    pick(asked.steps, asked.used, ({ part }) => (part.kind === 'quoted' ? part.text : null)) ??
    findRun(asked, () => true, '-')
  );
}

export function findTeammate(asked: Asked): Found | null {
  const isMe = asked.steps.some((step) => mentions(step, 'myself'));
  const named = findNamed(asked);
  return named ?? (isMe ? { value: 'me', used: [] } : findColleague(asked));
}

/** Anybody but who asks. */
export function findColleague(asked: Asked): Found | null {
  return findNamed(asked) ?? findRun(asked, (before) => mentions(before, 'to'));
}

function findNamed({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) =>
    part.kind === 'name' && part.of === 'person' ? part.value : null,
  );
}

export function findLimit({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) =>
    part.kind === 'number' &&
    part.unit === 'none' &&
    Number.isInteger(part.value) &&
    part.value > 0 &&
    part.value <= 500
      ? String(part.value)
      : null,
  );
}

export function findLength({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) => (part.kind === 'duration' ? part.text : null));
}

export function findSince({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) => {
    if (part.kind === 'duration') return part.text;
    if (part.kind !== 'days') return null;
    return part.length ?? (/^\d/.test(part.from) ? part.from : null);
  });
}

export function findDue({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) =>
    part.kind === 'moment' || part.kind === 'duration' ? part.text : null,
  );
}

export function named(of: PlaybookName['of']): Slot['find'] {
  return ({ steps, used }) =>
    pick(steps, used, ({ part }, at) => {
      // "Gold customers" are people, not Gold and people.
      if (of === 'tier' && steps[at + 1]?.part.kind === 'people') return null;
      return part.kind === 'name' && part.of === of ? part.value : null;
    });
}

export function identified(...prefixes: readonly string[]): Slot['find'] {
  return ({ steps, used, spoken }) => {
    const said = pick(steps, used, ({ part }) =>
      part.kind === 'id' && prefixes.includes(part.prefix) ? part.text : null,
    );
    if (said !== null) return said;
    const known = prefixes.map((prefix) => spoken.things[prefix]).find((id) => id !== undefined);
    const isMeant = steps.some((step) => mentions(step, 'it'));
    return known === undefined || !isMeant ? null : { value: known, used: [] };
  };
}

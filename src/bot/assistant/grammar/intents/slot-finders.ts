// Arguments in what was said: by what they look like, or by where they stand.
import type { Step } from '../cover.ts';
import type { PlaybookName } from '../name.ts';
import { findRun, mentions, pick } from './runs.ts';
import { type Asked, ELLIPSIS, type Found, type Slot } from './slot.ts';

/** Words that stand behind a colon, as a letter does. */
export function findMessage({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part, from }, at) => {
    if (part.kind === 'quoted') return part.text;
    const before = steps[at - 1];
    return part.kind === 'text' && before?.part.kind === 'mark' && before.to === from
      ? part.text
      : null;
  });
}

/** What stands behind the word itself: what comes before it is said of something else. */
export function findReason({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }, at) => {
    if (part.kind === 'quoted') return part.text;
    const before = steps[at - 1];
    const opens = before?.part.kind === 'mark' ? steps[at - 2] : before;
    return part.kind === 'text' && (mentions(opens, 'reason') || mentions(opens, 'text'))
      ? part.text
      : null;
  });
}

export function findText({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) =>
    part.kind === 'text' || part.kind === 'todo' || part.kind === 'quoted' ? part.text : null,
  );
}

export function findAttribute(asked: Asked): Found | null {
  // Of "set Maria's size to M" it is what stands before its value.
  return (
    pickAttribute(asked, (after) => mentions(after, 'to') || mentions(after, 'as')) ??
    pickAttribute(asked, () => true)
  );
}

function pickAttribute(
  { steps, used }: Asked,
  stands: (after: Step | undefined) => boolean,
): Found | null {
  return pick(steps, used, ({ part }, at) => {
    const [before, after] = [steps[at - 1], steps[at + 1]];
    // Of "set Maria Lopez to Gold" neither word is one.
    if (part.kind !== 'word' || before === undefined || after?.part.kind === 'word') return null;
    return before.part.kind === 'phrase' && stands(after) ? part.text : null;
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

/** An amount of money, as it is typed behind a command. */
export function findAmount({ steps, used }: Asked): Found | null {
  return pick(steps, used, ({ part }) =>
    part.kind === 'number' && part.unit !== 'percent' ? String(part.value) : null,
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
  return (asked) =>
    pick(asked.steps, asked.used, ({ part }, at) => {
      // "Gold customers" are people, not Gold and people.
      if (of === 'tier' && asked.steps[at + 1]?.part.kind === 'people') return null;
      return part.kind === 'name' && part.of === of ? part.value : null;
    }) ?? (asked.steps.some((step) => mentions(step, 'it')) ? before(of)(asked) : null);
}

/** What the sentence before was about, of a kind. */
export function before(of: PlaybookName['of']): Slot['find'] {
  return ({ spoken }) => {
    const known = spoken.things[of];
    return known === undefined ? null : { value: known, used: [] };
  };
}

export function identified(...prefixes: readonly string[]): Slot['find'] {
  return ({ steps, used, spoken, goesOn, saysWhat }) => {
    const said = pick(steps, used, ({ part }) =>
      part.kind === 'id' && prefixes.includes(part.prefix) ? part.text : null,
    );
    if (said !== null) return said;
    const known = prefixes.map((prefix) => spoken.things[prefix]).find((id) => id !== undefined);
    if (known === undefined) return null;
    if (steps.some((step) => mentions(step, 'it'))) return { value: known, used: [] };
    const isLeftOut = goesOn && saysWhat && spoken.things['last'] === known;
    return isLeftOut ? { value: known, used: [], cost: ELLIPSIS } : null;
  };
}

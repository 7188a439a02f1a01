// One customer in what was said: by the letter, by name, by an order, by a pronoun, or left out.
import type { Step } from '../cover.ts';
import { cutSentence, foldWord } from '../cut.ts';
import { LEXICONS, speaksOf } from '../lexicon/phrases.ts';
import type { Part } from '../part.ts';
import { findRun, mentions, pick } from './runs.ts';
import { type Asked, EITHER, ELLIPSIS, type Found } from './slot.ts';

/** Who is meant by the letter; else by a pronoun; else whom the talk is about. */
export function findCustomer(asked: Asked): Found | null {
  return (
    findKey(asked) ?? findRun(asked, () => true) ?? findOrderNumber(asked) ?? findSpoken(asked)
  );
}

/** Somebody named for themselves; else whom a text may be about, which shows when they are looked up. */
export function findMentioned(asked: Asked): Found | null {
  const named = findKey(asked) ?? findOrderNumber(asked) ?? findRun(asked, () => true);
  if (named !== null) return named;
  const people = asked.steps.flatMap(({ part }) => (isText(part) ? part.people : []));
  const texts = asked.steps.flatMap(({ part }) => (isText(part) ? [part.text] : []));
  const spoken = people.length === 0 || texts.some(hasPronoun) ? findSpoken(asked) : null;
  if (people.length === 0) return spoken;
  return { value: [...people, ...(spoken === null ? [] : [spoken.value])].join(EITHER), used: [] };
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

/** By a pronoun, or by nothing where a sentence just goes on; what is asked of the shop is no customer's. */
function findSpoken({ steps, spoken, goesOn }: Asked): Found | null {
  if (spoken.customer === null) return null;
  const pronouns = steps.filter((step) => mentions(step, 'she'));
  if (pronouns.some((step) => !mentions(step, 'them'))) return { value: spoken.customer, used: [] };
  // "They" may be many: whoever was spoken of last.
  if (spoken.last !== 'customer') return null;
  if (pronouns.length > 0)
    return steps.some(isOfMany) ? null : { value: spoken.customer, used: [] };
  const texts = steps.flatMap(({ part }) => (isText(part) ? [part.text] : []));
  if (texts.some(hasPronoun)) return { value: spoken.customer, used: [] };
  return goesOn && !keepsLooseText(steps)
    ? { value: spoken.customer, used: [], cost: ELLIPSIS }
    : null;
}

function isOfMany(step: Step): boolean {
  return step.part.kind === 'people' || step.concepts.some((one) => one === 'everyone');
}

/** "Write a note that the printer is broken" is about nobody; "note: wants a call" is about whom was spoken of. */
function keepsLooseText(steps: readonly Step[]): boolean {
  return steps.some(({ part }, at) => isText(part) && steps[at - 1]?.part.kind !== 'mark');
}

function isText(part: Part): part is Extract<Part, { kind: 'text' | 'todo' }> {
  return part.kind === 'text' || part.kind === 'todo';
}

/** Whether words to be kept speak of somebody who was spoken of: "remind me to call her". */
function hasPronoun(text: string): boolean {
  const words = cutSentence(text).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  return words.some((word) => LEXICONS.some((lexicon) => speaksOf(lexicon, 'she', word)));
}

/** Which order something is about. */
export function findOrder(asked: Asked): Found | null {
  const { steps, used } = asked;
  return (
    pick(steps, used, ({ part }) =>
      part.kind === 'key' && part.text.startsWith('#') ? part.text : null,
    ) ?? findOrderNumber(asked)
  );
}

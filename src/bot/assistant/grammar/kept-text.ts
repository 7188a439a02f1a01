// Words to be kept as they are: what a note says, what somebody is to be reminded of. Nothing in them is an order.
import type { Token } from './cut.ts';
import { LEXICONS } from './lexicon/phrases.ts';
import type { Concept } from './lexicon/phrases-en.ts';
import type { Edge, Part } from './part.ts';

const COST = { text: 0.3, atOnce: 0.6 };

/** What is known of a sentence before its texts are. */
export type Known = {
  readonly sentence: string;
  readonly tokens: readonly Token[];
  /** Phrases behind which a text may begin. */
  readonly announcing: readonly Edge[];
  /** Phrases of being reminded. */
  readonly reminding: readonly Edge[];
  /** Numbers, days and times, by where they begin. */
  readonly times: readonly (readonly Edge[])[];
};

/** Every text that may begin at a token. */
export function textsAt(known: Known, at: number): readonly Edge[] {
  return [...restAt(known, at), ...remindersAt(known, at)];
}

/** Whether a phrase means one of these. */
export function means(part: Part, ...concepts: readonly Concept[]): boolean {
  return part.kind === 'phrase' && concepts.some((concept) => part.concepts.has(concept));
}

/** Marks after which words to be kept may follow. */
const OPENS_TEXT: ReadonlySet<string> = new Set([':', ',', '-', '–', '—']);

/** Words after which it is said what something is to be about. */
const TOPICS: ReadonlySet<string> = new Set([
  'about',
  'regarding',
  'concerning',
  'wegen',
  'ueber',
  'bezueglich',
]);

/** After a colon, after "that", and after what names a customer, all that follows may be words to be kept. */
function restAt(known: Known, at: number): readonly Edge[] {
  const { tokens, announcing } = known;
  const [before, here] = [tokens[at - 1], tokens[at]];
  if (before === undefined || here === undefined) return [];
  const opens =
    OPENS_TEXT.has(before.text) ||
    (before.kind === 'word' && TOPICS.has(before.word)) ||
    ['key', 'id'].includes(before.kind) ||
    announcing.some(({ to }) => to === at);
  const isStillAnnounced = announcing.some(({ from, to }) => from === at && to < tokens.length);
  if (!opens || ['mark', 'key', 'id'].includes(here.kind) || isStillAnnounced) return [];
  const cost = before.kind === 'key' || before.kind === 'id' ? COST.atOnce : COST.text;
  // "Send the price list, due Friday" says at its end by when.
  const until = endsBeforeDue(known, at).map((to) =>
    textEdge(known, at, to, { kind: 'todo', cost }),
  );
  // Of "order 1054, reason: too small" it is kept what stands behind the colon.
  const isEarly = before.text === ',' && tokens.slice(at).some(({ text }) => text === ':');
  const less = until.length > 0 || isEarly ? COST.atOnce : 0;
  return [textEdge(known, at, tokens.length, { kind: 'text', cost: cost + less }), ...until];
}

/** Where what is to be done ends, behind which only a comma and the time follow. */
function endsBeforeDue({ tokens, times }: Known, at: number): readonly number[] {
  return tokens.flatMap((_, from) => {
    const isTime = (times[from] ?? []).some(
      ({ part, to }) =>
        to === tokens.length && (part.kind === 'moment' || part.kind === 'duration'),
    );
    const led = [from, from - 1, from - 2].find((one) => tokens[one - 1]?.text === ',');
    return isTime && led !== undefined && led - 1 > at ? [led - 1] : [];
  });
}

/** Behind these it is said what somebody is to be reminded of. */
const TO_DO: ReadonlySet<string> = new Set(['to', 'that', 'daran', 'dran', 'dass']);

/** Small words before a time. */
const BEFORE_TIME: ReadonlySet<string> = new Set(
  'on at in by until till for the am um in bis den bis zum naechsten next'.split(' '),
);

/** What somebody is to be reminded of, up to the end or up to when. */
function remindersAt(known: Known, at: number): readonly Edge[] {
  const { tokens, reminding, times } = known;
  const here = tokens[at];
  if (here === undefined || here.kind === 'mark') return [];
  if (!reminding.some(({ from }) => from < at) || !opensToDo(known, at)) return [];
  const isTime = ({ part, to }: Edge) =>
    to === tokens.length && (part.kind === 'moment' || part.kind === 'duration');
  const ends = tokens.flatMap((_, from) =>
    from > at && (times[from] ?? []).some(isTime) ? endsBefore(tokens, at, from) : [],
  );
  // A time at either end says when rather than what.
  const beginsWithTime = timesFrom(known, at).length > 0;
  const whole = ends.length > 0 || beginsWithTime ? COST.atOnce : COST.text;
  return [...new Set([...ends, tokens.length])].map((to) => {
    const cost = to === tokens.length || beginsWithTime ? whole : COST.text;
    return textEdge(known, at, to, { kind: 'todo', cost });
  });
}

/** Where times end that begin at a token, or behind a small word that stands there. */
function timesFrom({ tokens, times }: Known, at: number): readonly number[] {
  const token = tokens[at];
  const isLed = token?.kind === 'word' && BEFORE_TIME.has(token.word);
  return [at, ...(isLed ? [at + 1] : [])].flatMap((from) =>
    (times[from] ?? []).flatMap(({ part, to }) =>
      part.kind === 'moment' || part.kind === 'duration' ? [to] : [],
    ),
  );
}

/** Right behind "to" or "daran", or with only a time between. */
function opensToDo(known: Known, at: number): boolean {
  const { tokens } = known;
  if (isToDo(tokens, at) || followsTime(known, at)) return true;
  return [1, 2, 3, 4].some(
    (back) => isToDo(tokens, at - back) && timesFrom(known, at - back).includes(at),
  );
}

/** "Erinner mich am Donnerstag Jan anzurufen": behind the time, up to an infinitive with its "zu". */
function followsTime(known: Known, at: number): boolean {
  const { tokens } = known;
  const last = tokens.at(-1);
  const here = tokens[at];
  const isOrder =
    last?.kind === 'word' &&
    !(here?.kind === 'word' && (TO_DO.has(here.word) || here.word === 'zu')) &&
    /\wzu\w+n$/.test(last.word);
  return isOrder && [1, 2, 3].some((back) => timesFrom(known, at - back).includes(at));
}

function isToDo(tokens: readonly Token[], at: number): boolean {
  const isComma = tokens[at - 1]?.kind === 'mark';
  const before = tokens[isComma ? at - 2 : at - 1];
  return before?.kind === 'word' && TO_DO.has(before.word);
}

/** Where a text may end before a time: what leads to the time is no part of it. */
function endsBefore(tokens: readonly Token[], at: number, time: number): readonly number[] {
  const before = tokens[time - 1];
  const isLed = before?.kind === 'word' && BEFORE_TIME.has(before.word);
  return isLed && time - 1 > at ? [time - 1] : [time];
}

function textEdge(
  known: Known,
  from: number,
  to: number,
  { kind, cost }: { readonly kind: 'text' | 'todo'; readonly cost: number },
): Edge {
  const { sentence, tokens } = known;
  const text = sentence
    .slice(tokens[from]?.start, to === tokens.length ? undefined : tokens[to - 1]?.end)
    .trim()
    .replace(/^["“„](.*)["”“]$/s, '$1');
  const people = peopleIn(tokens.slice(from, to));
  return { from, to, cost, part: { kind, text, people } };
}

/** More than so many words in a row are nobody's name. */
const LONGEST_NAME = 3;
const MOST_NAMES = 8;

/** Who may be spoken of in a text: what names one customer, else words that mean nothing by themselves. */
function peopleIn(tokens: readonly Token[]): readonly string[] {
  const keys = tokens.flatMap((token) =>
    token.kind === 'key' || (token.kind === 'id' && token.prefix === 'cus') ? [token.text] : [],
  );
  const found = tokens.flatMap((_, at) =>
    Array.from({ length: LONGEST_NAME }, (_, less) => tokens.slice(at, at + LONGEST_NAME - less))
      .filter((run) => run.every(isUnknown))
      .map((run) => run.map(({ text }) => text).join(' ')),
  );
  return [...new Set([...keys, ...found])].slice(0, MOST_NAMES);
}

function isUnknown(token: Token): boolean {
  return token.kind === 'word' && !LEXICONS.some(({ words }) => words.has(token.word));
}

// The few shapes of an answer: something shown, something said, something refused.
import { type Problem, UserError } from '#engine/errors.ts';
import type { Card } from './card.ts';
import { type Changed, changedCard } from './cards/changed.ts';
import { problemCard, refusalCard } from './cards/problem.ts';
import type { Answer } from './command.ts';
import type { Words } from './words/en.ts';

/** A card and its JSON form, shown only to who asked. */
export function shown(card: Card, json: unknown): Extract<Answer, { kind: 'card' }> {
  return { kind: 'card', card, json, visible: 'asker' };
}

/** A card that the whole channel should see, because it changes what everybody works with. */
export function announced(words: Words, draw: (words: Words) => Card, json: unknown): Answer {
  return { kind: 'card', card: draw(words), json, visible: 'channel', aloud: draw };
}

/** What a command has changed: a terminal shows its card, and a channel reads the line that leads to it. */
export function changed(
  { card, json }: { readonly card: Card; readonly json: unknown },
  what: Changed,
): Answer {
  return {
    ...{ kind: 'card', card, json, visible: 'channel' },
    aloud: (words) => changedCard(words, what),
  };
}

/** A problem as an answer, shown only to who asked. */
export function refusedFor(words: Words, problem: Problem): Answer {
  const message = words.problem(problem);
  return {
    kind: 'card',
    card: problemCard(words, problem),
    json: { error: { code: problem.code, message, ...candidatesOf(problem) } },
    visible: 'asker',
    refused: { code: problem.code, message },
  };
}

/** Who may have been meant, so that a program can ask again. */
export function candidatesOf(problem: Problem) {
  const candidates =
    problem.code === 'ambiguous'
      ? problem.candidates
      : problem.code === 'not-found'
        ? problem.nearest
        : undefined;
  return candidates === undefined
    ? {}
    : { candidates: candidates.map(({ id, name, email }) => ({ id, name, email })) };
}

/** A refusal of the business, with the thing as it stands now where there is one. */
export function refusedAs(
  refusal: { readonly title: string; readonly code: string; readonly message: string },
  present: { readonly card: Card; readonly json: unknown } | null,
): Extract<Answer, { kind: 'card' }> {
  const { title, code, message } = refusal;
  return {
    kind: 'card',
    card: refusalCard(title, message, present?.card ?? null),
    json: { error: { code, message }, ...(present === null ? {} : { present: present.json }) },
    visible: 'asker',
    refused: { code, message },
  };
}

/** Stops with a thing that is not there. */
export function notFound(
  what: Extract<Problem, { code: 'not-found' }>['what'],
  who: string,
): never {
  throw new UserError({ code: 'not-found', what, who });
}

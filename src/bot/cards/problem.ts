// Something that could not be done, as a card that says what to do about it.
import type { Problem } from '#engine/errors.ts';
import { type Card, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { candidatesCard } from './candidates.ts';
import { sentenceCard } from './list.ts';

/** A problem in the catalogue's words. */
export function problemCard(words: Words, problem: Problem): Card {
  if (problem.code === 'ambiguous') return candidatesCard(words, problem, problem.candidates);
  if (problem.code === 'not-found' && problem.nearest !== undefined && problem.nearest.length > 0)
    return candidatesCard(words, problem, problem.nearest);
  return sentenceCard(titleOf(words, problem), words.problem(problem), 'warning');
}

/** A refusal, then the thing as it stands now, so that who came late sees who was first. */
export function refusalCard(title: string, sentence: string, present: Card | null): Card {
  if (present === null) return sentenceCard(title, sentence, 'warning');
  return {
    title,
    tone: 'warning',
    blocks: [
      text(sentence),
      { kind: 'divider' },
      text({ kind: 'strong', text: present.title }),
      ...present.blocks,
    ],
  };
}

function titleOf(words: Words, problem: Problem): string {
  switch (problem.code) {
    case 'forbidden':
      return words.problems.forbiddenTitle;
    case 'not-found':
    case 'ambiguous':
      return words.problems.notFoundTitle;
    case 'usage':
      return words.problems.usageTitle;
    case 'invalid':
    case 'stale':
    case 'automation-off':
    case 'not-connected':
    case 'unavailable':
      return words.problems.title;
  }
}

// What is said of a query while it is being written into a form: its size, or its fault; and examples written into it.
import type { Deps } from '#engine/deps.ts';
import { UserError } from '#engine/errors.ts';
import { measureQuery } from '#engine/flows/segments.ts';
import { textOf } from '../actions/form-values.ts';
import { queryFaultText } from '../cards/segment-fault.ts';
import type { Draft, FormValues, Preview } from '../form.ts';
import type { Words } from '../words/en.ts';
import { faultOf, straightenQuotes } from './segment-query.ts';

type MeasureDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** The query that a form asks to save: what was typed, else that of the chosen example, else none. */
export function queryOf(deps: Pick<Deps, 'playbook'>, values: FormValues): string {
  const typed = straightenQuotes(textOf(values, 'query')).trim();
  return typed === '' ? exampleQuery(deps, values) : typed;
}

/** The size of the query as it stands in the form; an example that was just chosen is written into it. */
export async function previewQuery(
  words: Words,
  deps: MeasureDeps,
  draft: Draft,
): Promise<Preview> {
  const { values, changed } = draft;
  const example = exampleQuery(deps, values);
  if (changed !== 'example' || example === '' || isOwn(deps, textOf(values, 'query')))
    return { sentence: await sizeSentence(words, deps, queryOf(deps, values)) };
  const sentence = await sizeSentence(words, deps, example);
  return { sentence, fill: { field: 'query', value: example } };
}

/** How many a query has and how many of them may be mailed, or what is wrong with it. */
export async function sizeSentence(
  words: Words,
  deps: MeasureDeps,
  query: string,
): Promise<string> {
  const { previewEmpty, previewSize } = words.segments;
  if (query === '') return previewEmpty;
  const fault = faultOf(query);
  if (fault !== null) return queryFaultText(words, fault.error);
  try {
    return previewSize(await measureQuery(deps, query));
  } catch (error) {
    if (error instanceof UserError && error.problem.code === 'invalid')
      return words.problems.invalid(error.problem);
    throw error;
  }
}

/** What somebody has written themselves is not written over. */
function isOwn({ playbook }: Pick<Deps, 'playbook'>, typed: string): boolean {
  return typed.trim() !== '' && !playbook.segments.some(({ query }) => query === typed.trim());
}

function exampleQuery({ playbook }: Pick<Deps, 'playbook'>, values: FormValues): string {
  const chosen = textOf(values, 'example');
  return playbook.segments.find(({ name }) => name === chosen)?.query ?? '';
}

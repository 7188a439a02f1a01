// Saving a segment from a form or a line: the form, and what is said when it is saved.
import type { Deps } from '#engine/deps.ts';
import { listSegments, saveSegment } from '#engine/flows/segments.ts';
import { announced } from '../answers.ts';
import { text } from '../card.ts';
import { estimateCard } from '../cards/segment.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context } from '../command.ts';
import { estimateJson } from '../commands/segment-json.ts';
import type { Field, Form } from '../form.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { sizeSentence } from './segment-preview.ts';

/** As many characters as Slack's inputs take: a longer query would come back cut. */
const INPUT_MOST = 3000;
const NAME_MOST = 255;
const EXAMPLES = 25;

type FormDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** Asks for name and query; of a segment that is there, both stand in it and its version is what was seen. */
export async function saveForm(words: Words, deps: FormDeps, name: string | null): Promise<Form> {
  const { segments } = words;
  const list = await listSegments(deps);
  const wanted = name?.trim().toLowerCase();
  const present = list.find((segment) => segment.name.toLowerCase() === wanted) ?? null;
  const isLong = (present?.query ?? '').length > INPUT_MOST;
  const query = isLong ? '' : (present?.query ?? '');
  return {
    title: segments.saveTitle,
    intro: [text(isLong ? segments.queryTooLong : segments.saveIntro)],
    fields: [
      nameField(words, present?.name ?? name ?? ''),
      queryField(words, query),
      ...exampleFields(words, deps),
    ],
    submitLabel: segments.saveSubmit,
    preview: { of: ['query', 'example'], sentence: await sizeSentence(words, deps, query) },
    action: { name: 'segment.save', id: '', version: present?.version ?? 0 },
  };
}

/** Saves a query that can be read and asked of everybody, and answers with its size. A name that differs in case only is the same. */
export async function saveQuery(
  words: Words,
  { deps, teammate }: Context,
  given: { readonly name: string; readonly query: string },
): Promise<Answer> {
  const wanted = given.name.trim().toLowerCase();
  const present = (await listSegments(deps)).find(({ name }) => name.toLowerCase() === wanted);
  const { name, query } = { ...given, name: present?.name ?? given.name };
  const { segment, estimate } = await saveSegment(deps, { name, query, by: toDecider(teammate) });
  const { version, savedBy, savedAt } = segment;
  const draw = (spoken: Words) => {
    const line = spoken.segments.savedLine(oneLine(segment.name, 80), version);
    // A channel keeps what it reads: it is told how many, and of nobody who for example.
    return estimateCard(spoken, { ...estimate, examples: [] }, line);
  };
  return announced(words, draw, {
    ...estimateJson(estimate),
    version,
    savedBy,
    savedAt,
  });
}

function nameField({ segments }: Words, value: string): Field {
  return {
    kind: 'text',
    name: 'name',
    label: segments.nameField,
    placeholder: segments.namePlaceholder,
    required: true,
    multiline: false,
    maxLength: NAME_MOST,
    ...(value === '' ? {} : { value }),
  };
}

function queryField({ segments }: Words, value: string): Field {
  return {
    kind: 'text',
    name: 'query',
    label: segments.queryField,
    hint: segments.queryHint,
    placeholder: segments.queryPlaceholder,
    required: false,
    multiline: true,
    maxLength: 5000,
    ...(value === '' ? {} : { value }),
  };
}

function exampleFields({ segments }: Words, deps: FormDeps): readonly Field[] {
  const options = deps.playbook.segments.slice(0, EXAMPLES).map(({ name, title, query }) => ({
    value: name,
    label: oneLine(title, 70),
    hint: oneLine(query, 70),
  }));
  if (options.length === 0) return [];
  const { exampleField: label, exampleHint: hint } = segments;
  return [{ kind: 'choice', name: 'example', label, hint, required: false, options }];
}

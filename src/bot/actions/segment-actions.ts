// Buttons about segments: who is in one, and the form that changes or saves one.
import { UserError } from '#engine/errors.ts';
import { listSegments } from '#engine/flows/segments.ts';
import type { ActionRef } from '../action-id.ts';
import { refusedAs } from '../answers.ts';
import { queryFaultText } from '../cards/segment-fault.ts';
import type { Context } from '../command.ts';
import { showSegment } from '../commands/segment.ts';
import { listMembers } from '../commands/segment-questions.ts';
import type { Form, FormValues } from '../form.ts';
import type { Words } from '../words/en.ts';
import { previewQuery, queryOf } from '../work/segment-preview.ts';
import { faultOf, segmentNamed } from '../work/segment-query.ts';
import { saveForm, saveQuery } from '../work/segment-save.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** How many members the button shows; the command shows as many as asked. */
const MEMBERS = 20;

/** The buttons about segments. */
export function segmentActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'segment.members',
      role: 'viewer',
      press: (context, { id }) => listMembers(words, context, id, { limit: MEMBERS }),
    },
    {
      name: 'segment.find',
      role: 'viewer',
      press: async () => ({ kind: 'form', form: findForm(words) }),
      submit: (context, _action, values) => find(words, context, textOf(values, 'name').trim()),
    },
    {
      name: 'segment.change',
      role: 'approver',
      press: async ({ deps }, { id }) => ({ kind: 'form', form: await saveForm(words, deps, id) }),
    },
    {
      name: 'segment.save',
      role: 'approver',
      submit: (context, action, values) => save(words, context, action, values),
      preview: ({ deps }, draft) => previewQuery(words, deps, draft),
    },
  ];
}

function findForm(words: Words): Form {
  const { findSegment, segmentLabel, findSubmit } = words.home;
  return {
    title: findSegment,
    intro: [],
    fields: [
      {
        ...{ kind: 'text', name: 'name', label: segmentLabel, required: true },
        ...{ multiline: false, maxLength: 100 },
        completes: { command: 'segment show', parameter: 'name' },
      },
    ],
    submitLabel: findSubmit,
    action: { name: 'segment.find', id: '' },
  };
}

async function find(words: Words, context: Context, name: string): Promise<ActionReply> {
  try {
    return await showSegment(words, context, await segmentNamed(context.deps, name));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return faultAt('name', words.problem(error.problem));
  }
}

async function save(
  words: Words,
  context: Context,
  action: ActionRef,
  values: FormValues,
): Promise<ActionReply> {
  const name = textOf(values, 'name').trim();
  const query = queryOf(context.deps, values);
  if (name === '') return faultAt('name', words.problems.fieldMissing);
  if (query === '') return faultAt('query', words.problems.fieldMissing);
  const fault = faultOf(query);
  if (fault !== null) return faultAt('query', queryFaultText(words, fault.error));
  const late = await findLater(words, context, name, action.version ?? 0);
  if (late !== null) return late;
  try {
    return await saveQuery(words, context, { name, query });
  } catch (error) {
    if (error instanceof UserError && error.problem.code === 'invalid')
      return faultAt(error.problem.field, words.problems.invalid(error.problem));
    throw error;
  }
}

/** Who saves what somebody else has saved since the form was opened hears so, and changes nothing. */
async function findLater(
  words: Words,
  context: Context,
  name: string,
  seen: number,
): Promise<ActionReply | null> {
  const list = await listSegments(context.deps);
  const present = list.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (present === undefined || (present.version ?? 0) === seen) return null;
  const { staleTitle: title, staleForm } = words.segments;
  const message = staleForm(present.name, present.version ?? 0);
  const shown = await showSegment(words, context, present);
  return refusedAs({ title, code: 'stale', message }, shown.kind === 'card' ? shown : null);
}

function faultAt(field: string, message: string): ActionReply {
  return { kind: 'faults', faults: [{ field, message }] };
}

// Buttons about automations: change one in a form, try what was written, switch its mode, return to a version.

import type { Automation } from '#engine/automations/automation.ts';
import { draftOf, keepDraft } from '#engine/flows/automation-drafts.ts';
import { textOf as sourceOf, versionNumbered } from '#engine/flows/automation-versions.ts';
import { readWritten } from '#engine/flows/edit-automation.ts';
import { automationNamed } from '#engine/flows/set-mode.ts';
import { asId } from '#engine/ids.ts';
import type { ActionRef } from '../action-id.ts';
import { refusedAs } from '../answers.ts';
import { buttons } from '../card.ts';
import type { Answer, Context } from '../command.ts';
import { switchMode } from '../commands/automation.ts';
import { replay } from '../commands/automation-backtest.ts';
import { restoreVersion } from '../commands/automation-edits.ts';
import type { FormValues } from '../form.ts';
import type { Words } from '../words/en.ts';
import { saveRead, saveText } from '../work/automation-edit.ts';
import {
  draftForm,
  editForm,
  fieldFaults,
  partsOf,
  previewReach,
} from '../work/automation-form.ts';
import { liveForNew, takeLive } from '../work/live.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** The buttons about automations. */
export function automationActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'automation.edit',
      role: 'admin',
      press: ({ deps }, { id }) => editForm(words, deps, id),
    },
    {
      name: 'automation.save',
      role: 'admin',
      submit: (context, action, values) => submit(words, context, action, values),
      preview: ({ deps }, draft) => previewReach(words, deps, draft),
    },
    {
      name: 'automation.keep',
      role: 'admin',
      press: (context, { id }) => saveDraft(words, context, id),
    },
    {
      name: 'automation.reopen',
      role: 'admin',
      press: (context, { id }) => reopen(words, context, id),
    },
    {
      name: 'automation.backtest',
      role: 'viewer',
      press: async (context, { id }) =>
        replay(words, context, await automationNamed(context.deps, id), null),
    },
    {
      name: 'automation.live',
      role: 'admin',
      press: (context, { id }) => takeLive(words, context, id, 'ask'),
    },
    {
      name: 'automation.live-new',
      role: 'admin',
      press: (context, { id }) => liveForNew(words, context, asId('batch', id)),
    },
    {
      name: 'automation.shadow',
      role: 'admin',
      press: (context, { id }) => switchMode(words, context, id, 'shadow'),
    },
    {
      name: 'automation.restore',
      role: 'admin',
      press: (context, { id, version }) => restoreVersion(words, context, id, version ?? 0),
    },
  ];
}

/** Faults beside their fields; else what was chosen: saved, or only tried on the past. */
async function submit(
  words: Words,
  context: Context,
  { id: name, version }: ActionRef,
  values: FormValues,
): Promise<ActionReply> {
  const { deps } = context;
  const seen = version === undefined || version === 0 ? null : version;
  const base = seen === null ? null : (await versionNumbered(deps, name, seen)).text;
  const read = await readWritten(deps, name, { kind: 'parts', parts: partsOf(values), base });
  if (read.kind === 'faults') return { kind: 'faults', faults: fieldFaults(words, read.faults) };
  if (textOf(values, 'outcome') !== 'try')
    return saveRead(words, context, read.automation, { seen });
  return tryOut(words, context, read.automation, seen);
}

/** The back-test of what is not saved: its card saves exactly that. */
async function tryOut(
  words: Words,
  context: Context,
  automation: Automation,
  seen: number | null,
): Promise<Answer> {
  const answer = await replay(words, context, automation, null);
  if (answer.kind !== 'card') return answer;
  const { deps, teammate } = context;
  const source = sourceOf(deps, automation, automation);
  const id = await keepDraft(deps, { name: automation.name, source, seen, by: teammate.name });
  const { saveDraft: save, changeDraft: change } = words.automationEdits;
  const row = buttons(
    { label: save, action: { name: 'automation.keep', id }, style: 'primary' },
    { label: change, action: { name: 'automation.reopen', id } },
  );
  const { card } = answer;
  return { ...answer, card: { ...card, blocks: [...card.blocks, row] } };
}

async function saveDraft(words: Words, context: Context, id: string): Promise<Answer> {
  const draft = await draftOf(context.deps, id);
  if (draft === null) return gone(words);
  const { name, source, seen } = draft;
  return saveText(words, context, { name, text: source, seen });
}

async function reopen(words: Words, context: Context, id: string): Promise<Answer> {
  const draft = await draftOf(context.deps, id);
  return draft === null ? gone(words) : draftForm(words, context.deps, draft);
}

function gone({ automationEdits: { editTitle, draftGone } }: Words): Answer {
  return refusedAs({ title: editTitle, code: 'not-found', message: draftGone }, null);
}

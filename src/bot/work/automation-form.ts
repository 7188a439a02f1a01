// The form that writes an automation: its pieces, what is said of its condition, and its faults beside the fields.
import type { Deps } from '#engine/deps.ts';
import {
  versionInForce,
  versionsOf,
  textOf as versionText,
} from '#engine/flows/automation-versions.ts';
import { diffLines } from '#engine/line-diff.ts';
import type { AutomationParts, PartFault, TextFault } from '#engine/ports/automation-texts.ts';
import type { AutomationDraft } from '#engine/ports/draft-records.ts';
import { parseQuery } from '#engine/segments/grammar.ts';
import { textOf } from '../actions/form-values.ts';
import { refusedAs } from '../answers.ts';
import { type Block, text } from '../card.ts';
import { faultText, staleBlocks } from '../cards/automation-edit.ts';
import type { Answer } from '../command.ts';
import type { Draft, Field, FieldFault, Form, FormValues, Preview } from '../form.ts';
import type { Words } from '../words/en.ts';
import { sizeSentence } from './segment-preview.ts';
import { straightenQuotes } from './segment-query.ts';

type FormDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'automationTexts' | 'now'>;

/** As many characters as Slack's inputs take: a longer piece would come back cut. */
const INPUT_MOST = 3000;
const TITLE_MOST = 120;

/** A button carries the name of what its form is about; it takes no more. */
const FORM_NAME_MOST = 50;

/** The form of an automation that is there, filled in with the version in force. */
export async function editForm(words: Words, deps: FormDeps, name: string): Promise<Answer> {
  const versions = await versionsOf(deps, name);
  const present = versions.find(({ inForce }) => inForce) ?? versions[0];
  const parts = deps.automationTexts.cut(present?.text ?? '');
  return asked(words, deps, { name, parts, seen: present?.ordinal ?? 0, intro: [] });
}

/** The form of one that is not there yet: empty, or with the pieces of the automation it starts from. */
export async function newForm(
  words: Words,
  deps: FormDeps,
  { name, recipe }: { readonly name: string; readonly recipe: string | null },
): Promise<Answer> {
  const { startsExample, stepsExample, introNew } = words.automationEdits;
  const parts =
    recipe === null
      ? { title: '', starts: startsExample, when: '', steps: stepsExample }
      : deps.automationTexts.cut(await recipeText(deps, recipe));
  return asked(words, deps, { name, parts, seen: 0, intro: [text(introNew)] });
}

/** What somebody wrote before they were overtaken, over what stands there now. */
export async function draftForm(
  words: Words,
  deps: FormDeps,
  { name, source }: AutomationDraft,
): Promise<Answer> {
  const present = await versionInForce(deps, name);
  const parts = deps.automationTexts.cut(source);
  const intro =
    present === null || present.text === source
      ? []
      : staleBlocks(words, present, diffLines(present.text, source)).slice(1);
  return asked(words, deps, { name, parts, seen: present?.ordinal ?? 0, intro });
}

/** The text of an automation that another one starts from. Throws UserError when there is none of this name. */
export async function recipeText(deps: FormDeps, recipe: string): Promise<string> {
  const versions = await versionsOf(deps, recipe);
  const present = versions.find(({ inForce }) => inForce) ?? versions[0];
  return present === undefined ? '' : versionText(deps, { source: present.text }, present);
}

type Asked = {
  readonly name: string;
  readonly parts: AutomationParts;
  /** 0: there is none yet. */
  readonly seen: number;
  readonly intro: readonly Block[];
};

async function asked(
  words: Words,
  deps: FormDeps,
  { name, parts, seen, intro }: Asked,
): Promise<Answer> {
  const { automationEdits: edits } = words;
  const title = seen === 0 ? edits.newTitle : edits.editTitle;
  const isLong = Object.values(parts).some((part) => part.length > INPUT_MOST);
  if (isLong || name.length > FORM_NAME_MOST)
    return refusedAs({ title, code: 'too-long', message: edits.tooLong(name) }, null);
  const form: Form = {
    title,
    intro: [text(edits.intro), ...intro],
    fields: fieldsOf(words, parts),
    submitLabel: edits.submit,
    preview: { of: ['when'], sentence: await reachSentence(words, deps, parts.when) },
    action: { name: 'automation.save', id: name, version: seen },
  };
  return { kind: 'form', form };
}

/** Five: a Discord modal has no room for more. */
function fieldsOf({ automationEdits: edits }: Words, parts: AutomationParts): readonly Field[] {
  const area = { kind: 'text', multiline: true, maxLength: INPUT_MOST } as const;
  return [
    {
      ...{ kind: 'text', name: 'title', label: edits.titleField, required: false },
      ...{ multiline: false, maxLength: TITLE_MOST, value: parts.title },
    },
    {
      ...{ ...area, name: 'starts', label: edits.startsField, hint: edits.startsHint },
      ...{ required: true, value: parts.starts },
    },
    {
      ...{ ...area, name: 'when', label: edits.whenField, hint: edits.whenHint },
      ...{ required: false, value: parts.when },
    },
    {
      ...{ ...area, name: 'steps', label: edits.stepsField, hint: edits.stepsHint },
      ...{ required: true, value: parts.steps },
    },
    {
      ...{ kind: 'choice', name: 'outcome', label: edits.thenField, required: true, value: 'save' },
      options: [
        { value: 'save', label: edits.thenSave },
        { value: 'try', label: edits.thenTry },
      ],
    },
  ];
}

/** What was filled in, as pieces. */
export function partsOf(values: FormValues): AutomationParts {
  const lines = (name: string) => textOf(values, name).replaceAll('\r\n', '\n');
  return {
    title: lines('title').trim(),
    starts: lines('starts'),
    when: straightenQuotes(lines('when')).trim(),
    steps: lines('steps'),
  };
}

/** The faults, each beside the field it stands in; those of one field in one text. */
export function fieldFaults(
  words: Words,
  faults: readonly (TextFault | PartFault)[],
): readonly FieldFault[] {
  const byField = new Map<string, string[]>();
  for (const fault of faults) {
    const part = 'part' in fault ? fault.part : 'name';
    const field = part === 'name' ? 'title' : part;
    byField.set(field, [...(byField.get(field) ?? []), faultText(words, fault)]);
  }
  return [...byField].map(([field, messages]) => ({ field, message: messages.join('\n') }));
}

/** How many the condition holds of now, while it is being written. */
export async function previewReach(
  words: Words,
  deps: FormDeps,
  { values }: Draft,
): Promise<Preview> {
  return { sentence: await reachSentence(words, deps, partsOf(values).when) };
}

async function reachSentence(words: Words, deps: FormDeps, when: string): Promise<string> {
  const { everyone, asksEvent } = words.automationEdits;
  if (when === '') return everyone;
  const isOfEvent =
    !parseQuery(when).ok &&
    parseQuery(when, { allowEventFields: true, allowCustomFields: true }).ok;
  return isOfEvent ? asksEvent : sizeSentence(words, deps, when);
}

// Forms as Discord's modals: at most five components, each field in a label of its own.
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackData,
  APISelectMenuOption,
  APIStringSelectComponent,
  APITextInputComponent,
} from 'discord.js';
import type { ActionCodec } from '../../action-id.ts';
import { type Block, text } from '../../card.ts';
import type { Field, Form, FormValues, Option } from '../../form.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { clamp, shown } from '../clamp.ts';
import { drawText } from './block.ts';
import {
  HINT_TEXT,
  INPUT_PLACEHOLDER,
  INPUT_TEXT,
  INTRO_TEXT,
  LABEL_TEXT,
  MODAL_COMPONENTS,
  MODAL_TITLE,
  OPTION_TEXT,
  SELECT_OPTIONS,
} from './limits.ts';
import { MANY } from './modal-values.ts';
import { modalId } from './open-forms.ts';
import { isTyped, offeredOf, wordsOfChoice } from './typed-choice.ts';

/** A form as a modal, filled in with what was typed before where it is shown again. */
export function formToModal(
  form: Form,
  codec: ActionCodec,
  said: { readonly openId: string; readonly values?: FormValues },
): APIModalInteractionResponseCallbackData {
  const words = wordsIn(form.language);
  const fields = form.fields
    .flatMap((field) => toLabel(words, field, said.values?.[field.name]) ?? [])
    .slice(0, MODAL_COMPONENTS);
  const intro = clamp(
    saidOf(form)
      .map((block) => drawText(block, words))
      .filter(Boolean)
      .join('\n'),
    INTRO_TEXT,
  );
  const hasIntro = (intro !== '' && fields.length < MODAL_COMPONENTS) || fields.length === 0;
  return {
    custom_id: modalId(codec.encode(form.action), said.openId),
    title: oneLine(form.title, MODAL_TITLE),
    components: [...(hasIntro ? [{ type: 10, content: intro || '…' } as const] : []), ...fields],
  };
}

/** What is to be read before a form is filled in: its intro, and what would come of it as it is opened. */
export function saidOf({ intro, preview }: Form): readonly Block[] {
  return preview === undefined || preview.sentence === ''
    ? intro
    : [...intro, text(preview.sentence)];
}

/** Whether the fields of a form leave no room for what is to be read before. */
export function isFull(form: Form): boolean {
  const fields = form.fields.filter((field) => toInput(field, undefined) !== null);
  return fields.length >= MODAL_COMPONENTS && saidOf(form).length > 0;
}

/** The label with the field in it; none for a choice without anything to choose. */
function toLabel(words: Words, field: Field, typed: string | readonly string[] | undefined) {
  const component = toInput(field, typed);
  if (component === null) return null;
  const hint = field.hint ?? typedHint(words, field);
  return {
    type: 18,
    label: oneLine(field.label, LABEL_TEXT),
    ...(hint === undefined ? {} : { description: oneLine(hint, HINT_TEXT) }),
    component,
  } as const;
}

/** What can be written where a choice is, as far as there is room. */
function typedHint({ discord }: Words, field: Field): string | undefined {
  if (field.kind !== 'choice' || !isTyped(field)) return undefined;
  return discord.typeOne(offeredOf(field.options).map(({ label }) => label));
}

function toInput(
  field: Field,
  typed: string | readonly string[] | undefined,
): APIComponentInLabel | null {
  switch (field.kind) {
    case 'text':
      return toTextInput(field, { value: textOf(typed) ?? field.value, limit: field.maxLength });
    case 'number':
      return toTextInput(field, { value: textOf(typed) ?? numberText(field.value), limit: 20 });
    case 'choice':
      return isTyped(field)
        ? toTextInput(field, {
            value: wordsOfChoice(field, textOf(typed) ?? field.value),
            limit: OPTION_TEXT,
          })
        : toSelect(field, [textOf(typed) ?? field.value ?? '']);
    case 'choices':
      return toSelect(field, typed === undefined ? (field.values ?? []) : [typed].flat());
  }
}

function toTextInput(
  field: Extract<Field, { kind: 'text' | 'number' | 'choice' }>,
  { value, limit }: { readonly value: string | undefined; readonly limit: number },
): APITextInputComponent {
  const most = Math.min(limit, INPUT_TEXT);
  const placeholder = field.kind === 'text' ? field.placeholder : undefined;
  return {
    type: 4,
    custom_id: field.name,
    style: field.kind === 'text' && field.multiline ? 2 : 1,
    required: field.required,
    max_length: most,
    ...(value === undefined || value === '' ? {} : { value: clamp(value, most) }),
    ...(placeholder === undefined ? {} : { placeholder: oneLine(placeholder, INPUT_PLACEHOLDER) }),
  };
}

function toSelect(
  field: Extract<Field, { kind: 'choice' | 'choices' }>,
  chosen: readonly string[],
): APIStringSelectComponent | null {
  const options = toOptions(field.options, chosen);
  if (options.length === 0) return null;
  const isMany = field.kind === 'choices';
  return {
    type: 3,
    custom_id: isMany ? `${field.name}${MANY}` : field.name,
    options,
    required: field.required,
    min_values: field.required ? 1 : 0,
    max_values: isMany ? options.length : 1,
  };
}

/** One of a choice may be set at the start. */
function toOptions(offered: readonly Option[], chosen: readonly string[]): APISelectMenuOption[] {
  return offeredOf(offered)
    .slice(0, SELECT_OPTIONS)
    .map(({ value, label, hint }) => ({
      value,
      label: oneLine(label, OPTION_TEXT),
      ...(hint === undefined ? {} : { description: oneLine(hint, OPTION_TEXT) }),
      ...(chosen.includes(value) ? { default: true } : {}),
    }));
}

function textOf(typed: string | readonly string[] | undefined): string | undefined {
  return typeof typed === 'string' ? typed : typed?.[0];
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** Letters on one line; Discord takes no empty text. */
function oneLine(text: string, limit: number): string {
  return shown(text.replace(/\s+/g, ' ').trim(), limit) || '…';
}

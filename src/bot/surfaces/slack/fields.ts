// One field of a form as one of Slack's inputs.
import type { types as slack } from '@slack/bolt';
import type { Field, Option } from '../../form.ts';
import { clamp } from '../clamp.ts';
import {
  INPUT_HINT,
  INPUT_LABEL,
  INPUT_TEXT,
  OPTION_TEXT,
  OPTION_VALUE,
  PLACEHOLDER,
  RADIO_OPTIONS,
  SELECT_OPTIONS,
} from './limits.ts';
import { plainText } from './rich-text.ts';
import { INPUT_ACTION, toSearch } from './search.ts';

/** The input block of a field; none for a choice without anything to choose. `isWatched`: each change of it is told. */
export function fieldToInput(field: Field, isWatched = false): slack.InputBlock | null {
  if ('options' in field && toOptions(field.options).options.length === 0) return null;
  return {
    type: 'input',
    block_id: field.name,
    optional: !field.required,
    label: plainText(field.label, INPUT_LABEL),
    ...(field.hint === undefined ? {} : { hint: plainText(field.hint, INPUT_HINT) }),
    element: toElement(field, isWatched),
    ...(isWatched ? { dispatch_action: true } : {}),
  };
}

function toElement(field: Field, isWatched: boolean): slack.InputBlockElement {
  switch (field.kind) {
    case 'text':
      return field.completes === undefined
        ? toTextInput(field, isWatched)
        : toSearch(field, field.completes);
    case 'number':
      return {
        type: 'number_input',
        action_id: INPUT_ACTION,
        is_decimal_allowed: true,
        min_value: String(field.min),
        max_value: String(field.max),
        ...(field.value === undefined ? {} : { initial_value: String(field.value) }),
      };
    case 'choice':
      return toChoice(field);
    case 'choices':
      return toChoices(field);
  }
}

function toTextInput(
  field: Extract<Field, { kind: 'text' }>,
  isWatched: boolean,
): slack.PlainTextInput {
  const maxLength = Math.min(field.maxLength, INPUT_TEXT);
  return {
    type: 'plain_text_input',
    action_id: INPUT_ACTION,
    multiline: field.multiline,
    max_length: maxLength,
    // Else Slack tells of Enter only, which in a text of several lines ends nothing.
    ...(isWatched
      ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
      : {}),
    ...(field.value === undefined ? {} : { initial_value: clamp(field.value, maxLength) }),
    ...(field.placeholder === undefined
      ? {}
      : { placeholder: plainText(field.placeholder, PLACEHOLDER) }),
  };
}

/** Few options that must be answered are all in sight; what may stay empty needs a menu, which can be emptied again. */
function toChoice(
  field: Extract<Field, { kind: 'choice' }>,
): slack.RadioButtons | slack.StaticSelect {
  const { options, find } = toOptions(field.options);
  const initial = find(field.value);
  const chosen = initial === undefined ? {} : { initial_option: initial };
  return options.length <= RADIO_OPTIONS && field.required
    ? { type: 'radio_buttons', action_id: INPUT_ACTION, options, ...chosen }
    : { type: 'static_select', action_id: INPUT_ACTION, options, ...chosen };
}

function toChoices(
  field: Extract<Field, { kind: 'choices' }>,
): slack.Checkboxes | slack.MultiStaticSelect {
  const { options, find } = toOptions(field.options);
  const initial = (field.values ?? []).flatMap((value) => find(value) ?? []);
  const chosen = initial.length === 0 ? {} : { initial_options: initial };
  return options.length <= RADIO_OPTIONS
    ? { type: 'checkboxes', action_id: INPUT_ACTION, options, ...chosen }
    : { type: 'multi_static_select', action_id: INPUT_ACTION, options, ...chosen };
}

function toOptions(offered: readonly Option[]): {
  readonly options: slack.PlainTextOption[];
  readonly find: (value: string | undefined) => slack.PlainTextOption | undefined;
} {
  const options = offered
    .filter((option) => option.value !== '' && option.value.length <= OPTION_VALUE)
    .slice(0, SELECT_OPTIONS)
    .map((option) => ({
      text: plainText(option.label, OPTION_TEXT),
      value: option.value,
      ...(option.hint === undefined ? {} : { description: plainText(option.hint, OPTION_TEXT) }),
    }));
  return { options, find: (value) => options.find((option) => option.value === value) };
}

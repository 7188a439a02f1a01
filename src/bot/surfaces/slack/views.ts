// Forms and private answers as Slack modals, and what was filled in read back.
import type { types as slack } from '@slack/bolt';
import { z } from 'zod';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import type { FieldFault, Form, FormValues } from '../../form.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { cardToModalBlocks, cardToPlainBlocks, introToBlocks } from './blocks.ts';
import { fieldToInput } from './fields.ts';
import { MODAL_BLOCKS, MODAL_BUTTON, MODAL_TITLE, PARAGRAPH_TEXT } from './limits.ts';
import { plainText } from './rich-text.ts';
import { INPUT_ACTION } from './search.ts';

/**
 * A form as a modal, plainly without what stands above its fields. `origin` comes back with the submission: where the form
 * was opened, nothing secret.
 */
export function formToView(
  form: Form,
  codec: ActionCodec,
  origin = '',
  isPlain = false,
): slack.ModalView {
  const { preview } = form;
  const words = wordsIn(form.language);
  const inputs = form.fields
    .map((field) => fieldToInput(field, preview?.of.includes(field.name)))
    .filter((input) => input !== null)
    .slice(0, MODAL_BLOCKS);
  const said = preview === undefined ? [] : [previewBlock(preview.sentence)];
  const room = MODAL_BLOCKS - inputs.length - said.length;
  const intro = room > 1 && !isPlain ? introToBlocks(form, codec, room) : [];
  const blocks = [...intro, ...inputs, ...said].slice(0, MODAL_BLOCKS);
  return {
    type: 'modal',
    callback_id: codec.encode(form.action),
    private_metadata: origin,
    title: plainText(form.title, MODAL_TITLE),
    submit: plainText(form.submitLabel, MODAL_BUTTON),
    close: plainText(words.slack.cancel, MODAL_BUTTON),
    blocks: blocks.length === 0 ? sentenceBlocks(form.title) : blocks,
  };
}

/** A card as a modal that can only be closed. */
export function cardToView(
  card: Card,
  codec: ActionCodec,
  origin = '',
  isPlain = false,
): slack.ModalView {
  return {
    ...messageView(wordsIn(card.language), ''),
    private_metadata: origin,
    blocks: isPlain
      ? cardToPlainBlocks(card, codec).blocks
      : cardToModalBlocks(card, codec, MODAL_BLOCKS),
  };
}

/** A card as somebody's Home tab. */
export function cardToHome(card: Card, codec: ActionCodec, isPlain = false): slack.HomeView {
  const { blocks } = cardToView(card, codec, '', isPlain);
  return { type: 'home', blocks };
}

/** One sentence as a modal. */
export function messageView({ slack: words }: Words, sentence: string): slack.ModalView {
  return {
    type: 'modal',
    title: plainText(words.appName, MODAL_TITLE),
    close: plainText(words.close, MODAL_BUTTON),
    blocks: sentenceBlocks(sentence),
  };
}

/** The block_id of what is said of a form while it is being filled in. */
export const PREVIEW_BLOCK = 'preview';

/** What is said of a form while it is being filled in. */
export function previewBlock(sentence: string): slack.SectionBlock {
  return {
    type: 'section',
    block_id: PREVIEW_BLOCK,
    text: plainText(sentence, PARAGRAPH_TEXT),
  };
}

/** One sentence as blocks. */
export function sentenceBlocks(sentence: string): slack.KnownBlock[] {
  return [{ type: 'section', text: plainText(sentence, PARAGRAPH_TEXT) }];
}

/** The faults as Slack takes them beside the inputs; those of no input of the form stand at its first one. */
export function faultsToErrors(
  faults: readonly FieldFault[],
  fields: readonly string[],
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const fault of faults) {
    const field = fields.includes(fault.field) ? fault.field : fields[0];
    if (field === undefined) continue;
    const said = errors[field];
    errors[field] = said === undefined ? fault.message : `${said} ${fault.message}`;
  }
  return errors;
}

const Chosen = z.object({ value: z.string() });
const ViewState = z.object({
  values: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        type: z.string(),
        value: z.string().nullish(),
        selected_option: Chosen.nullish(),
        selected_options: z.array(Chosen).nullish(),
      }),
    ),
  ),
});

/** What was filled in, by field name; an empty input is the empty text or list. */
export function viewToValues(state: unknown): FormValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const [field, inputs] of Object.entries(ViewState.parse(state).values)) {
    const [id, input] = Object.entries(inputs)[0] ?? [];
    if (input === undefined || id?.startsWith(INPUT_ACTION) !== true) continue;
    const isList = input.type === 'checkboxes' || input.type === 'multi_static_select';
    values[field] = isList
      ? (input.selected_options ?? []).map((option) => option.value)
      : (input.value ?? input.selected_option?.value ?? '');
  }
  return values;
}

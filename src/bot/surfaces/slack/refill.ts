// A form that could not be taken in time, shown again with what was typed: nobody writes a line twice.
import type { types as slack } from '@slack/bolt';
import { z } from 'zod';
import type { FieldFault } from '../../form.ts';
import type { Words } from '../../words/en.ts';
import { MODAL_BLOCKS, MODAL_BUTTON, MODAL_TITLE } from './limits.ts';
import type { SubmittedView } from './payloads.ts';
import { plainText } from './rich-text.ts';
import { sentenceBlocks, viewToValues } from './views.ts';

/** A submitted form to be filled in again: its blocks as they were, what was typed, and why it was not taken. */
export function refilledView(
  { slack: words }: Words,
  submitted: z.infer<typeof SubmittedView>,
  faults: readonly FieldFault[],
): slack.ModalView {
  const values = viewToValues(submitted.state);
  const reasons = faults.map((fault) => fault.message).join('\n');
  return {
    type: 'modal',
    callback_id: submitted.callback_id,
    private_metadata: submitted.private_metadata,
    title: plainText(submitted.title.text, MODAL_TITLE),
    submit: plainText(submitted.submit?.text ?? words.close, MODAL_BUTTON),
    close: plainText(words.cancel, MODAL_BUTTON),
    blocks: [
      ...sentenceBlocks(`${words.notSaved}\n${reasons}`),
      ...submitted.blocks.map((block) => refill(block, values[block.block_id ?? ''])),
    ].slice(0, MODAL_BLOCKS),
  };
}

const Input = z.looseObject({
  type: z.literal('input'),
  element: z.looseObject({
    type: z.string(),
    options: z.array(z.looseObject({ value: z.string() })).exactOptional(),
  }),
});

/** An input block with what was filled in as its start; any other block as it is. */
function refill(
  block: z.infer<typeof SubmittedView>['blocks'][number],
  value: string | readonly string[] | undefined,
): slack.Block & Record<string, unknown> {
  const input = Input.safeParse(block);
  if (!input.success || value === undefined) return block;
  const { initial_value, initial_option, initial_options, ...rest } = input.data.element;
  const chosen = (rest.options ?? []).filter((option) => [value].flat().includes(option.value));
  return { ...input.data, element: { ...rest, ...initialOf(rest.type, value, chosen) } };
}

function initialOf(
  type: string,
  value: string | readonly string[],
  chosen: readonly { readonly value: string }[],
): Record<string, unknown> {
  if (type === 'plain_text_input' || type === 'number_input')
    return value === '' ? {} : { initial_value: value };
  if (chosen.length === 0) return {};
  const isList = type === 'checkboxes' || type === 'multi_static_select';
  return isList ? { initial_options: chosen } : { initial_option: chosen[0] };
}

// What a person reads of a Slack modal and finds in its inputs, and what Slack sends of them when it is submitted.
import { z } from 'zod';
import type { FormValues } from '#bot/form.ts';
import { readBlocks } from './slack-reading.ts';

const Text = z.object({ text: z.string() }).transform(({ text }) => text);
const Option = z.object({ text: Text, value: z.string(), description: Text.optional() });
const Element = z.object({
  type: z.string(),
  initial_value: z.string().default(''),
  initial_option: Option.optional(),
  initial_options: z.array(Option).default([]),
  options: z.array(Option).default([]),
});
const Input = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  label: Text,
  hint: Text.optional(),
  element: Element,
});
const View = z.object({
  title: Text,
  submit: Text.optional(),
  blocks: z.array(z.unknown()),
});

/** A modal as it opens: all its text, what in it is more than text, and what stands in its inputs. */
export function readView(view: unknown) {
  const { title, submit, blocks } = View.parse(view);
  const read = blocks.map((block) => {
    const input = Input.safeParse(block).data;
    if (input === undefined) return readBlocks([block]);
    const { label, hint, element } = input;
    const options = element.options.flatMap((option) => [option.text, option.description]);
    return { text: [label, hint, ...options].filter(Boolean).join('\n'), active: [] };
  });
  return {
    text: [title, ...read.map(({ text }) => text), submit].filter(Boolean).join('\n'),
    active: read.flatMap(({ active }) => active),
    values: Object.fromEntries(
      inputsOf(view).map(({ block_id: field, element }) => [field, standingIn(element)]),
    ),
  };
}

/** What is filled in, as Slack says it of each input of the view. */
export function toState(view: unknown, values: FormValues) {
  return Object.fromEntries(
    inputsOf(view).map(({ block_id: field, element: { type, options } }) => {
      const filled = [values[field] ?? []].flat();
      const chosen = options.filter(({ value }) => filled.includes(value));
      if (isList(type)) return [field, { type, selected_options: chosen }];
      if (options.length > 0) return [field, { type, selected_option: chosen[0] ?? null }];
      return [field, { type, value: filled[0] ?? null }];
    }),
  );
}

function inputsOf(view: unknown): readonly z.infer<typeof Input>[] {
  return View.parse(view).blocks.flatMap((block) => Input.safeParse(block).data ?? []);
}

function standingIn({ type, ...element }: z.infer<typeof Element>): string | readonly string[] {
  if (isList(type)) return element.initial_options.map(({ value }) => value);
  return element.initial_option?.value ?? element.initial_value;
}

function isList(type: string): boolean {
  return type === 'checkboxes' || type === 'multi_static_select';
}

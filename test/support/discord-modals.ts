// What a person reads of a Discord modal, and what stands in its fields.
import { z } from 'zod';
import { MANY } from '#bot/surfaces/discord/modal-values.ts';
import { readComponents } from './discord-reading.ts';

const Option = z.object({
  label: z.string(),
  value: z.string(),
  description: z.string().optional(),
  default: z.boolean().default(false),
});
const Label = z.object({
  type: z.literal(18),
  label: z.string(),
  description: z.string().optional(),
  component: z.object({
    custom_id: z.string(),
    value: z.string().default(''),
    options: z.array(Option).optional(),
  }),
});
const Modal = z.object({ title: z.string(), components: z.array(z.unknown()) });

/** A modal as it opens: all its text, what in it is more than text, and what stands in its fields. */
export function readModal(modal: unknown) {
  const { title, components } = Modal.parse(modal);
  const labels = components.flatMap((one) => Label.safeParse(one).data ?? []);
  const rest = readComponents(components.filter((one) => !Label.safeParse(one).success));
  const said = labels.flatMap(({ label, description, component }) => [
    ...[label, description],
    ...(component.options ?? []).flatMap((option) => [option.label, option.description]),
  ]);
  return {
    text: [title, rest.text, ...said].filter(Boolean).join('\n'),
    active: rest.active,
    values: Object.fromEntries(labels.map(({ component }) => standingIn(component))),
  };
}

type Standing = readonly [field: string, value: string | readonly string[]];

function standingIn({
  custom_id: id,
  value,
  options,
}: z.infer<typeof Label>['component']): Standing {
  if (options === undefined) return [id, value];
  const chosen = options.filter((option) => option.default).map((option) => option.value);
  return id.endsWith(MANY) ? [id.slice(0, -MANY.length), chosen] : [id, chosen[0] ?? ''];
}

// What Discord would refuse of a body: its own OpenAPI description, and the limits of its documentation that are not in there.
import { isDeepStrictEqual } from 'node:util';
import {
  IncomingWebhookInteractionRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';

const COMPONENTS_V2 = 1 << 15;

/** A component with everything of it that some rule looks at. */
const Component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    type: z.int(),
    content: z.string().optional(),
    custom_id: z.string().optional(),
    label: z.string().optional(),
    options: z.array(z.looseObject({ value: z.string() })).optional(),
    components: z.array(Component).optional(),
    component: Component.optional(),
    items: z.array(z.looseObject({ media: z.looseObject({ url: z.string() }) })).optional(),
  }),
);
type Component = {
  readonly type: number;
  readonly content?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly label?: string | undefined;
  readonly options?: readonly { readonly value: string }[] | undefined;
  readonly components?: readonly Component[] | undefined;
  readonly component?: Component | undefined;
  readonly items?: readonly { readonly media: { readonly url: string } }[] | undefined;
};

const Body = z.looseObject({
  attachments: z.array(z.looseObject({ filename: z.string() })).default([]),
  flags: z.int().default(0),
  components: z.array(Component).default([]),
  allowed_mentions: z
    .strictObject({
      parse: z.array(z.never()),
      users: z
        .array(z.string().regex(/^\d{5,20}$/))
        .max(100)
        .optional(),
    })
    .optional(),
});

/** Why Discord would answer 400 to a new message, or we would not want it sent; empty when it is good. */
export function faultsOfMessage(body: unknown): readonly string[] {
  return [...faultsOf(MessageCreateRequestSchema, body), ...faultsOfComponents(body)];
}

/** The same for the change of a message. */
export function faultsOfEdit(body: unknown): readonly string[] {
  return [...faultsOf(MessageEditRequestPartialSchema, body), ...faultsOfComponents(body)];
}

/** The same for an answer to an interaction, which may be for one person only. */
export function faultsOfAnswer(body: unknown): readonly string[] {
  return [...faultsOf(IncomingWebhookInteractionRequestSchema, body), ...faultsOfComponents(body)];
}

/** What a schema says of a value, keys that it does not know included. */
export function faultsOf(schema: z.ZodType, value: unknown): readonly string[] {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
  return isDeepStrictEqual(parsed.data, value) ? [] : ['a key that Discord does not know'];
}

function faultsOfComponents(body: unknown): readonly string[] {
  const { flags, components, attachments, allowed_mentions: mentions } = Body.parse(body);
  const names = attachments.map(({ filename }) => `attachment://${filename}`);
  const all = flatten(components);
  const texts = all.flatMap((one) => (one.type === 10 ? [one.content ?? ''] : []));
  const ids = all.flatMap((one) => one.custom_id ?? []);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  return [
    ...(mentions === undefined ? ['allowed_mentions: must forbid all'] : []),
    ...((flags & COMPONENTS_V2) === 0 ? ['flags: not made of components'] : []),
    ...(all.length === 0 || all.length > 40 ? [`components: ${all.length} of 1 to 40`] : []),
    ...(size > 4000 ? [`components: ${size} characters of 4,000`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['content: empty'] : []),
    ...(new Set(ids).size < ids.length ? ['custom_id: twice'] : []),
    ...all.flatMap(({ items = [] }) =>
      items.every(({ media }) => names.includes(media.url)) ? [] : ['media: not attached'],
    ),
    ...all.flatMap(faultsOfRow),
    ...all.flatMap(faultsOfMenu),
  ];
}

function faultsOfRow({ type, components = [] }: Component): readonly string[] {
  if (type !== 1) return [];
  const isMenu = components.some((one) => one.type !== 2);
  const most = isMenu ? 1 : 5;
  return components.length === 0 || components.length > most
    ? ['action row: too many or none']
    : [];
}

function faultsOfMenu({ type, options = [] }: Component): readonly string[] {
  if (type !== 3) return [];
  const values = options.map((option) => option.value);
  return values.length === 0 || new Set(values).size < values.length
    ? ['select: options none or twice']
    : [];
}

/** Components and all inside them, as Discord counts. */
function flatten(components: readonly Component[]): readonly Component[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...flatten(one.component === undefined ? [] : [one.component]),
  ]);
}

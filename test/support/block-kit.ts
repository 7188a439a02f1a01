// What Slack would refuse of a message's or modal's blocks: the limits of its Block Kit reference, written down apart from ours.
import { z } from 'zod';

const plain = (limit: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(limit),
    emoji: z.boolean().optional(),
  });
const mrkdwn = (limit: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(limit),
    verbatim: z.boolean().optional(),
  });
const anyText = (limit: number) => z.union([plain(limit), mrkdwn(limit)]);
const blockId = z.string().min(1).max(255).optional();
const style = z.record(z.string(), z.boolean()).optional();

const RichElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().max(3000),
    text: z.string().min(1),
    style,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int().positive(),
    format: z.string().regex(/\{\w+\}/),
    fallback: z.string().min(1),
  }),
  z.strictObject({
    type: z.literal('user'),
    user_id: z.string().regex(/^[UW][A-Z0-9]{2,20}$/),
    style,
  }),
]);
const RichText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.strictObject({
        type: z.enum(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']),
        elements: z.array(RichElement).min(1),
      }),
    )
    .min(1),
});

const ButtonElement = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().min(1).max(255),
  text: plain(75),
  value: z.string().max(2000),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: z
    .strictObject({
      title: plain(100),
      text: anyText(300),
      confirm: plain(30),
      deny: plain(30),
      style: z.enum(['primary', 'danger']).optional(),
    })
    .optional(),
});

const OptionObject = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
const options = (limit: number) => z.array(OptionObject).min(1).max(limit);
const actionId = z.string().min(1).max(255);
const placeholder = plain(150).optional();
const InputElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    multiline: z.boolean().optional(),
    initial_value: z.string().max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    dispatch_action_config: z
      .strictObject({
        trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
      })
      .optional(),
    placeholder,
  }),
  z.strictObject({
    type: z.literal('number_input'),
    action_id: actionId,
    is_decimal_allowed: z.boolean(),
    min_value: z.string(),
    max_value: z.string(),
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: actionId,
    options: options(10),
    initial_option: OptionObject.optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    options: options(100),
    initial_option: OptionObject.optional(),
    placeholder,
  }),
  z.strictObject({
    type: z.literal('external_select'),
    action_id: actionId,
    min_query_length: z.int().min(0),
    initial_option: OptionObject.optional(),
    placeholder,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: actionId,
    options: options(10),
    initial_options: options(10).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    action_id: actionId,
    options: options(100),
    initial_options: options(100).optional(),
    placeholder,
  }),
]);

const shared = [
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(150) }),
  z.strictObject({ type: z.literal('section'), block_id: blockId, text: anyText(3000) }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(anyText(3000)).min(1).max(10),
  }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z.array(ButtonElement).min(1).max(25),
  }),
  RichText,
] as const;
const RawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const Table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: z
    .array(
      z
        .array(z.union([RawText, RichText]))
        .min(1)
        .max(20),
    )
    .min(1)
    .max(100),
});
const DataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: blockId,
    caption: z.string().min(1),
    page_size: z.int().min(1).max(100).optional(),
    rows: z
      .tuple([z.array(RawText).min(1).max(20)], z.array(z.union([RawText, RichText])).max(20))
      .refine((rows) => rows.length >= 2 && rows.length <= 101, { error: '2 to 101 rows' }),
  })
  .refine(({ rows }) => new Set(rows.map((row) => row.length)).size === 1, {
    error: 'rows of different lengths',
  });
const Thumb = z.strictObject({ text: plain(75), value: z.string().max(2000) });
const ContextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z
    .array(
      z.strictObject({
        type: z.literal('feedback_buttons'),
        action_id: z.string().min(1).max(255),
        positive_button: Thumb,
        negative_button: Thumb,
      }),
    )
    .min(1)
    .max(5),
});
const Input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: InputElement,
});

const Image = z.strictObject({
  type: z.literal('image'),
  block_id: blockId,
  alt_text: z.string().min(1).max(2000),
  title: plain(2000).optional(),
  slack_file: z.strictObject({ id: z.string().min(1) }),
});

const MessageBlocks = z
  .array(z.discriminatedUnion('type', [...shared, Table, DataTable, ContextActions, Image]))
  .max(50)
  .refine(hasUniqueIds, { error: 'action_id must be unique' })
  .refine((blocks) => blocks.filter(isTable).length <= 1, {
    error: 'only one table allowed',
  })
  .refine((blocks) => tableText(blocks) <= 10_000, { error: 'table text over 10,000' });
const ModalView = z.strictObject({
  type: z.literal('modal'),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: z
    .array(z.discriminatedUnion('type', [...shared, Input]))
    .min(1)
    .max(100)
    .refine(hasUniqueIds, { error: 'action_id must be unique' }),
});

const HomeView = z.strictObject({
  type: z.literal('home'),
  blocks: z
    .array(z.discriminatedUnion('type', [...shared, Table]))
    .max(100)
    .refine(hasUniqueIds, { error: 'action_id must be unique' }),
});

/** Why Slack would refuse a Home tab; empty when it would take it. */
export function faultsOfHome(view: unknown): readonly string[] {
  return faultsOf(HomeView, view);
}

/** Why Slack would answer `invalid_blocks` to a message; empty when it would take it. */
export function faultsOfMessage(blocks: unknown): readonly string[] {
  return faultsOf(MessageBlocks, blocks);
}

/** The files that a message's blocks show. */
export function filesIn(blocks: unknown): readonly string[] {
  const read = z
    .array(z.looseObject({ type: z.string() }))
    .catch([])
    .parse(blocks);
  return read.flatMap((block) => Image.safeParse(block).data?.slack_file.id ?? []);
}

/** Why Slack would refuse a modal; empty when it would take it. */
export function faultsOfView(view: unknown): readonly string[] {
  const faults = faultsOf(ModalView, view);
  const parsed = ModalView.safeParse(view);
  if (!parsed.success) return faults;
  const hasInput = parsed.data.blocks.some((block) => block.type === 'input');
  const size = Buffer.byteLength(JSON.stringify(view));
  return [
    ...(hasInput && parsed.data.submit === undefined ? ['submit: needed beside an input'] : []),
    ...(size > 250_000 ? ['view: over 250 KB'] : []),
  ];
}

function faultsOf(schema: z.ZodType, value: unknown): readonly string[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
}

function hasUniqueIds(blocks: readonly { type: string }[]): boolean {
  const ids = [
    ...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)","(?:text|positive_button)"/g),
  ].map((match) => match[1]);
  return new Set(ids).size === ids.length;
}

function isTable({ type }: { readonly type: string }): boolean {
  return type === 'table' || type === 'data_table';
}

function tableText(blocks: readonly { type: string }[]): number {
  const tables = JSON.stringify(blocks.filter(isTable));
  const texts = [...tables.matchAll(/"(?:text|fallback|caption)":("(?:[^"\\]|\\.)*")/g)];
  return texts.reduce(
    (sum, match) => sum + z.string().parse(JSON.parse(match[1] ?? '""')).length,
    0,
  );
}

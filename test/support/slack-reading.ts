// What a person reads of Slack blocks, and what in them is more than text.
import { z } from 'zod';

/** The buttons' values are what comes back on a press. */
export type SlackReading = {
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly value: string }[];
  /** Mentions, links and formatting that are not ours: anything but literal text, dates and bold. */
  readonly active: readonly string[];
};

const Node = z.looseObject({ type: z.string().optional() });

/** Reads blocks as Slack would draw them. */
export function readBlocks(blocks: unknown): SlackReading {
  const text: string[] = [];
  const buttons: { label: string; value: string }[] = [];
  const active: string[] = [];
  visit(blocks, (node) => {
    const label = z.object({ text: z.object({ text: z.string() }) }).safeParse(node);
    if (node.type === 'button')
      buttons.push({ label: label.data?.text.text ?? '', value: z.string().parse(node['value']) });
    else if (node.type === 'feedback_buttons') buttons.push(...thumbsOf(node));
    else if (node.type === 'mrkdwn') readMrkdwn(z.string().parse(node['text']), node, text, active);
    else if (LITERAL.has(node.type ?? '')) text.push(z.string().parse(node['text']));
    else if (node.type === 'image') text.push(z.string().parse(node['alt_text']));
    else if (node.type === 'date') text.push(z.string().parse(node['fallback']));
    else if (!QUIET.has(node.type ?? '')) active.push(node.type ?? 'unknown');
    return node.type !== 'button' && node.type !== 'feedback_buttons';
  });
  return { text: text.join(''), buttons, active };
}

const Thumb = z.object({ text: z.object({ text: z.string() }), value: z.string() });
const Thumbs = z.object({ positive_button: Thumb, negative_button: Thumb });

function thumbsOf(node: unknown) {
  const { positive_button: good, negative_button: bad } = Thumbs.parse(node);
  return [good, bad].map(({ text, value }) => ({ label: text.text, value }));
}

const LITERAL = new Set(['plain_text', 'text', 'raw_text']);
const QUIET = new Set([
  'header',
  'section',
  'context',
  'divider',
  'actions',
  'rich_text',
  'rich_text_section',
  'rich_text_quote',
  'rich_text_preformatted',
  'table',
  'data_table',
  'context_actions',
]);

/** In mrkdwn only a date token may be active, and only with nothing turned into links by itself. */
function readMrkdwn(
  source: string,
  node: Readonly<Record<string, unknown>>,
  text: string[],
  active: string[],
): void {
  const literal = source.replace(/<!date\^\d+\^[^|<>]*\|([^<>]*)>/g, '$1');
  if (/[<>*_~`]/.test(literal) || node['verbatim'] !== true) active.push(source);
  text.push(literal.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

function visit(value: unknown, enter: (node: z.infer<typeof Node>) => boolean): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, enter);
    return;
  }
  const node = Node.safeParse(value);
  if (!node.success) return;
  const goesOn = node.data.type === undefined || enter(node.data);
  if (!goesOn) return;
  for (const child of Object.values(node.data)) {
    if (typeof child === 'object' && child !== null) visit(child, enter);
  }
}

// What a person reads of Discord's components, and what in their Markdown is more than text.
import { z } from 'zod';

/** The buttons' ids are what comes back on a press; an option of a menu counts as a button. */
export type DiscordReading = {
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly id: string }[];
  /** Mentions, links and formatting that are not ours: anything but bold, code, small print, quotes and instants. */
  readonly active: readonly string[];
};

const Node = z.looseObject({
  type: z.int().optional(),
  content: z.string().optional(),
  label: z.string().optional(),
  custom_id: z.string().optional(),
  options: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  components: z.array(z.unknown()).optional(),
  items: z.array(z.object({ description: z.string() })).optional(),
});

/** Reads components as Discord's client would draw them. */
export function readComponents(components: unknown): DiscordReading {
  const texts: string[] = [];
  const buttons: { label: string; id: string }[] = [];
  const active: string[] = [];
  const visit = (value: unknown): void => {
    const node = Node.parse(value);
    if (node.type === 2) buttons.push({ label: node.label ?? '', id: node.custom_id ?? '' });
    for (const option of node.options ?? [])
      buttons.push({ label: option.label, id: option.value });
    if (node.type === 10) texts.push(readMarkdown(node.content ?? '', active));
    for (const item of node.items ?? []) texts.push(item.description);
    for (const child of node.components ?? []) visit(child);
  };
  for (const one of z.array(z.unknown()).parse(components)) visit(one);
  return { text: texts.join('\n'), buttons, active };
}

/** The letters of a text, as they are left when its marks are drawn; what is not ours of those goes into `active`. */
function readMarkdown(source: string, active: string[]): string {
  let text = '';
  let rest = source;
  let atStart = true;
  let marks = 0;
  while (rest !== '') {
    const found = RULES.find(({ start, pattern }) => (!start || atStart) && pattern.test(rest));
    const match = found?.pattern.exec(rest) ?? /^[\s\S]/.exec(rest);
    const whole = match?.[0] ?? '';
    if (found?.foreign === true) active.push(whole);
    const letters = found?.letters?.(match) ?? (found?.foreign === true ? whole : '');
    text += found === undefined ? whole : letters;
    atStart = whole.endsWith('\n') || (atStart && /^ *$/.test(whole));
    if (found === BOLD) marks += 1;
    rest = rest.slice(whole.length);
  }
  if (marks % 2 !== 0) active.push('** without its end');
  return text;
}

type Rule = {
  /** Only at the start of a line. */
  readonly start: boolean;
  readonly pattern: RegExp;
  readonly foreign?: boolean;
  readonly letters?: (match: RegExpExecArray | null) => string;
};

const first = (match: RegExpExecArray | null) => match?.[1] ?? '';

const BOLD: Rule = { start: false, pattern: /^\*\*(?!\*)/ };

/** In the order in which Discord's client looks for them. */
const RULES: readonly Rule[] = [
  { start: false, pattern: /^\\([^0-9A-Za-z\s])/, letters: first },
  { start: false, pattern: /^```(?:yaml|diff)?\n((?:(?!```)[\s\S])*?)\n```/, letters: first },
  { start: true, pattern: /^### / },
  { start: true, pattern: /^-# (?=\S)/ },
  { start: true, pattern: /^> / },
  { start: true, pattern: /^(?:#{1,6}\s|-#|>>> |[-*+] |\d+[.)] )/, foreign: true },
  { start: false, pattern: /^`([^`\n]+)`(?!`)/, letters: first },
  { start: false, pattern: /^<t:(\d+):[RfD]>/, letters: first },
  { start: false, pattern: /^\[((?:\\.|[^[\]\\])*)\]\(<(https?:[^<>()\s]+)>\)/, foreign: true },
  { start: false, pattern: /^<(?:[@#:/]|a:|id:|https?:|t:|mailto:|tel:)[^>]*>?/, foreign: true },
  { start: false, pattern: /^(?:@everyone|@here|@\S)/, foreign: true },
  { start: false, pattern: /^(?:https?|steam|discord):\/\/\S+/i, foreign: true },
  { start: false, pattern: /^discord\.(?:gg|com)\/\S+/i, foreign: true },
  { start: false, pattern: /^:[\w+-]+:/, foreign: true },
  BOLD,
  { start: false, pattern: /^(?:[*_`~|]|\|\|)/, foreign: true },
];

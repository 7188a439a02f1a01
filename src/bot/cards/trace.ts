// Why a condition holds or not: every clause with the value that was seen.
import type { Shortfall } from '#engine/segments/shortfall.ts';
import type { Trace } from '#engine/segments/trace.ts';
import { type Block, type Inline, type ListItem, type Text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** The clauses as a list, nested ones set in; a condition of one clause is one line. */
export function traceBlock(words: Words, trace: Trace): Block {
  const roots =
    trace.children === undefined || trace.children.length === 0 ? [trace] : trace.children;
  return { kind: 'list', items: roots.flatMap((child) => traceItems(words, child, 0)) };
}

function traceItems(words: Words, trace: Trace, depth: number): readonly ListItem[] {
  const indent = '\u2003'.repeat(depth);
  const own: ListItem = {
    mark: trace.result ? 'yes' : 'no',
    text: [`${indent}${oneLine(trace.text, 200)}`, ...seen(words, trace)],
  };
  const below = (trace.children ?? []).flatMap((child) => traceItems(words, child, depth + 1));
  return [own, ...below];
}

/** The value that was seen, and what a failed clause would have needed; nothing for a branch. */
function seen(words: Words, { actual, shortfall }: Trace): Text {
  if (actual === undefined) return [];
  const { separator } = words;
  const said = shortfallText(words, shortfall);
  if (typeof shortfall === 'object' && SAY_WHAT_WAS_SEEN.includes(shortfall.kind))
    return [separator + said];
  const value = typeof actual === 'string' && INSTANT.test(actual) ? dayOf(actual) : null;
  return [
    separator + words.automations.saw,
    value ?? actualText(words, actual),
    ...(said === '' ? [] : [separator + said]),
  ];
}

/** "is 4,916.00, needs more than 5,000.00" */
const SAY_WHAT_WAS_SEEN: readonly Shortfall['kind'][] = ['value', 'other-currency', 'other-kind'];

function shortfallText({ segments }: Words, shortfall: Trace['shortfall']): string {
  if (shortfall === undefined || typeof shortfall === 'string') return shortfall ?? '';
  return segments.shortfall(shortfall);
}

function dayOf(instant: string): Inline | null {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? null : time(at, 'day');
}

function actualText(words: Words, actual: NonNullable<Trace['actual']> | null): string {
  if (actual === null) return words.automations.sawNothing;
  if (typeof actual === 'number') return words.number(actual);
  if (typeof actual === 'boolean') return actual ? words.yes : words.no;
  if (typeof actual === 'string')
    return AMOUNT.test(actual) ? amountText(words, actual) : oneLine(actual, 80);
  return actual.length === 0
    ? words.none
    : words.list(actual.slice(0, 10).map((item) => oneLine(item)));
}

/** An instant comes as ISO 8601. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** An amount of money comes as exact decimal text, "6200.00"; an id never has a decimal point. */
const AMOUNT = /^-?\d{1,12}\.\d{1,3}$/;

function amountText({ decimal }: Words, amount: string): string {
  return decimal(Number(amount), amount.length - amount.indexOf('.') - 1);
}

// A back-test as a card: what the automation would have done, month by month, at what cost, and why for some.
import type { AutomationBacktest } from '#engine/flows/backtest-automation.ts';
import { type Block, type Card, facts, note, strong, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { shortName } from './customer-facts.ts';
import { oneLine } from './shorten.ts';
import { traceBlock } from './trace.ts';

const DAY_MS = 86_400_000;

/** The whole card. */
export function backtestCard(words: Words, test: AutomationBacktest): Card {
  const { backtests } = words;
  const title = backtests.title(oneLine(test.automation.title, 80));
  if (test.span === null) return { title, tone: 'neutral', blocks: [text(backtests.noEvents)] };
  return {
    title,
    tone: 'neutral',
    blocks: [
      text(...backtests.span(time(test.span.from, 'day'), time(test.span.to, 'day'))),
      numbers(words, test),
      ...(test.byMonth.length === 0 ? [] : [chart(words, test)]),
      ...overlap(words, test),
      ...test.sample.flatMap((sample) => exampleOf(words, test, sample)),
      note(backtests.limits),
    ],
  };
}

/** Decisions a week, over the span that was replayed. */
export function approvalsPerWeek({ approvals, span }: AutomationBacktest): number {
  if (span === null) return 0;
  const weeks = Math.max(1, (span.to.getTime() - span.from.getTime()) / (7 * DAY_MS));
  return Math.round((approvals / weeks) * 10) / 10;
}

function numbers(words: Words, test: AutomationBacktest): Block {
  const { backtests } = words;
  return facts(
    [backtests.events, words.number(test.events)],
    [backtests.firings, words.number(test.firings)],
    [backtests.customers, words.number(test.customers)],
    [backtests.approvals, backtests.aWeek(words.number(test.approvals), approvalsPerWeek(test))],
    [backtests.exposure, words.money(test.exposure)],
  );
}

function chart(words: Words, { byMonth }: AutomationBacktest): Block {
  const bars = byMonth.map(({ month, firings }) => ({
    label: month,
    value: firings,
    text: words.number(firings),
  }));
  const { byMonth: title, month, firings } = words.backtests;
  return { kind: 'chart', chart: { title, columns: [month, firings], bars } };
}

function overlap(words: Words, { overlap: others }: AutomationBacktest): readonly Block[] {
  if (others.length === 0) return [];
  return [
    text(strong(words.backtests.overlap)),
    {
      kind: 'list',
      items: others.slice(0, 5).map(({ name, customers }) => ({
        text: [oneLine(name, 80), words.separator, words.backtests.people(customers)],
      })),
    },
  ];
}

function exampleOf(
  words: Words,
  { people }: AutomationBacktest,
  { customerId, at, trace }: AutomationBacktest['sample'][number],
): readonly Block[] {
  const profile = people.get(customerId);
  const name = profile === undefined ? words.unknown : shortName(profile);
  return [
    text(strong(name), words.separator, time(at, 'day')),
    ...(trace === null ? [] : [traceBlock(words, trace)]),
  ];
}

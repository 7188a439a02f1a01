// What an automation in shadow would have done in a week, with the buttons that let it loose or try it on the past.
import type { ShadowWeek } from '#engine/automations/shadow-week.ts';
import { type Block, buttons, type Card, facts, note, strong, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { automationButton } from './automation-edit.ts';
import { shortName } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

/** The whole card; what it offers follows how the automation stands now. */
export function shadowWeekCard(words: Words, week: ShadowWeek): Card {
  const { shadowWeeks, automations, automationEdits } = words;
  const { automation, mode, span, firings } = week;
  const live = automationButton(automation.name, { action: 'live', label: shadowWeeks.goLive });
  return {
    title: shadowWeeks.title(oneLine(automation.title, 80)),
    tone: 'neutral',
    blocks: [
      text(...shadowWeeks.span(time(span.from, 'day'), time(lastInstant(span.until), 'day'))),
      ...(firings === 0 ? [text(shadowWeeks.nobody)] : happened(words, week)),
      ...(mode === 'shadow' ? [] : [text(`${shadowWeeks.now}: ${automations.mode(mode)}`)]),
      buttons(
        mode === 'shadow' ? live : null,
        automationButton(automation.name, { action: 'backtest', label: automationEdits.backtest }),
      ),
    ],
  };
}

function happened(words: Words, week: ShadowWeek): readonly Block[] {
  const { shadowWeeks, backtests } = words;
  const { firings, customers, mails, codes, exposure, approvals, examples } = week;
  const cost = words.money(exposure);
  return [
    facts(
      [backtests.firings, words.number(firings)],
      [backtests.customers, words.number(customers)],
      [shadowWeeks.mails, mails === 0 ? null : words.number(mails)],
      [shadowWeeks.codes, codes === 0 ? null : shadowWeeks.codesWorth(words.number(codes), cost)],
      [backtests.approvals, approvals === 0 ? null : words.number(approvals)],
    ),
    byDayChart(words, week),
    ...(examples.length === 0 ? [] : [text(strong(shadowWeeks.examples))]),
    {
      kind: 'list',
      items: examples.map(({ profile, at }) => ({
        text: [shortName(profile), words.separator, time(at)],
      })),
    },
    note(shadowWeeks.atMost),
  ];
}

function byDayChart(words: Words, { byDay }: ShadowWeek): Block {
  const { byDay: title, day } = words.shadowWeeks;
  const bars = byDay.map(({ day: at, firings }) => ({
    label: words.shortDay(at),
    value: firings,
    text: words.number(firings),
  }));
  return { kind: 'chart', chart: { title, columns: [day, words.backtests.firings], bars } };
}

/** The week's last day is shown, not the one on which it has ended. */
function lastInstant(until: Date): Date {
  return new Date(until.getTime() - 1);
}

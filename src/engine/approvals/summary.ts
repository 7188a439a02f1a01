// What an approval is about, in one line: the rule or the case, the percentage, the mail's subject.
import type { Effect } from '../actions/effect.ts';
import { worthText } from '../discounts/discount.ts';
import { moneyToText } from '../money.ts';

/** The line over a plan's effects; `about` is an automation's title, or what a case's plan is for. */
export function summarise(about: string, effects: readonly Effect[]): string {
  const parts = effects.flatMap((effect) => {
    if (effect.kind === 'create-discount') return [worthText(effect.terms)];
    if (effect.kind === 'refund-order' || effect.kind === 'give-credit')
      return [`${moneyToText(effect.money)} ${effect.money.currency}`];
    return effect.kind === 'send-email' ? [effect.mail.subject] : [];
  });
  return [about, ...parts].join(' · ');
}

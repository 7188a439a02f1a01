// What an approval is about, in one line: the rule or the case, the percentage, the mail's subject.
import type { Effect } from '../actions/effect.ts';
import { worthText } from '../discounts/discount.ts';
import type { Language } from '../language.ts';
import { formatMoney } from '../money.ts';

/**
 * The line over a plan's effects, its amounts as the team's language writes them; `about` is an automation's title, or
 * what a case's plan is for.
 */
export function summarise(about: string, effects: readonly Effect[], language: Language): string {
  const parts = effects.flatMap((effect) => {
    if (effect.kind === 'create-discount') return [worthText(effect.terms, language)];
    if (effect.kind === 'refund-order' || effect.kind === 'give-credit')
      return [formatMoney(effect.money, language)];
    return effect.kind === 'send-email' ? [effect.mail.subject] : [];
  });
  return [about, ...parts].join(' · ');
}

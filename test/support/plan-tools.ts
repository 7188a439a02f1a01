// What an action plans with, in tests: values come out readable, codes and ids are counted by nobody.
import type { ActionSubject, PlanTools } from '#engine/actions/action.ts';
import { textValues } from '#engine/actions/text-values.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { asId } from '#engine/ids.ts';
import { moneyOf } from '#engine/money.ts';
import { addDuration } from '#engine/time.ts';
import { createTextLiquid } from '#integrations/liquid/text.ts';
import { NOW } from './subjects.ts';

const SHOP = { name: 'Regular Records', currency: 'USD', timezone: 'UTC' };

/** Tools whose mails say what the template was given; texts are rendered as in production. */
export function planTools(given: Partial<PlanTools> = {}): PlanTools {
  const renderText = createTextLiquid({ timezone: SHOP.timezone, locale: 'en-US' });
  return {
    renderMail: async (template, profile, values) => ({
      template,
      purpose: 'marketing',
      to: profile.email ?? '',
      toName: '',
      subject: template,
      html: '',
      text: JSON.stringify(values),
      unsubscribeUrl: null,
    }),
    showsCode: () => false,
    recommendedFor: async () => ({}),
    newCode: (head) => `${head}-7ZK3`,
    newMailId: () => asId('mail', 'mail_1'),
    addDuration,
    shopMoney: (major) => moneyOf(major, SHOP.currency),
    tierPercent: (tier) => (tier === 'Gold' ? 50 : null),
    renderText: (source, subject) => renderText(source, textValues(subject, SHOP)),
    routing: [],
    ...given,
  };
}

/** Somebody for whom an automation fires upon nothing in particular. */
export function anActionSubject(
  profile: Profile,
  given: Partial<ActionSubject> = {},
): ActionSubject {
  const automation = { name: 'series', title: 'Series' };
  return { profile, event: null, now: NOW, automation, discount: null, ...given };
}

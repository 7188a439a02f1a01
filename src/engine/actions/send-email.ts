// email: sends a template to the customer, with a discount code where one is promised.
import { z } from 'zod';
import { type DiscountTerms, LONGEST_LIFE_DAYS } from '../discounts/discount.ts';
import type { Action, ActionPlan, ActionSubject, PlanTools } from './action.ts';
import { DurationText, daysOf, durationOf } from './duration-text.ts';
import type { Effect } from './effect.ts';

const Discount = z.strictObject({
  percent: z.int().min(1, { error: 'must be 1 to 100' }).max(100, { error: 'must be 1 to 100' }),
  expires: DurationText.refine((text) => daysOf(text) <= LONGEST_LIFE_DAYS, {
    error: `must be at most ${LONGEST_LIFE_DAYS}d`,
  }),
  uses: z
    .int()
    .min(1, { error: 'must be at least 1' })
    .max(1000, { error: 'must be at most 1000' })
    .default(1),
});
const Params = z.strictObject({
  template: z.string().min(1),
  /** Unset: a person looks first, since a mail cannot be called back. */
  approval: z.enum(['required', 'none']).default('required'),
  discount: Discount.optional(),
});
type Params = z.infer<typeof Params>;

/** `email: { template: vip-thanks, approval: required, discount: { percent: 50, expires: 30d, uses: 1 } }` */
export const sendEmail: Action<Params> = {
  kind: 'email',
  Params,
  summary: ({ template, discount }) =>
    discount === undefined
      ? `E-mail ${template}`
      : `E-mail ${template} with ${discount.percent} % off, valid ${discount.expires}`,
  needsApproval: ({ approval }) => approval === 'required',
  references: ({ template, discount }) => [
    { kind: 'template', name: template, path: ['template'] },
    ...(discount === undefined
      ? []
      : [
          {
            kind: 'discount-percent' as const,
            name: String(discount.percent),
            path: ['discount', 'percent'],
          },
        ]),
  ],
  plan: planEmail,
};

/** The code comes before the mail that names it: a mail never promises what the shop does not know. */
async function planEmail(
  { template, discount }: Params,
  { profile, now }: ActionSubject,
  tools: PlanTools,
): Promise<ActionPlan> {
  if (profile.email === null || profile.email.trim() === '')
    return { kind: 'refused', reason: 'no-email' };
  const offer = discount === undefined ? null : makeOffer(discount, now, tools);
  const rendered = await tools.renderMail(template, profile, offer?.values ?? {});
  const purpose = offer === null ? rendered.purpose : 'marketing';
  // Known by now, so that nobody is asked to approve what may not go out; the guard asks again when it goes.
  const { state } = profile.emailConsent;
  if (purpose === 'marketing' && state !== 'subscribed')
    return { kind: 'refused', reason: state === 'unsubscribed' ? state : 'no-consent' };
  const mail: Effect = {
    kind: 'send-email',
    mailId: tools.newMailId(),
    mail: { ...rendered, purpose },
  };
  return { kind: 'planned', effects: offer === null ? [mail] : [offer.effect, mail] };
}

function makeOffer(
  { percent, expires, uses }: z.infer<typeof Discount>,
  now: Date,
  tools: PlanTools,
): { readonly effect: Effect; readonly values: Readonly<Record<string, unknown>> } {
  const terms: DiscountTerms = {
    percent,
    uses,
    expiresAt: tools.addDuration(now, durationOf(expires)),
  };
  // The head does not say how much: the percentage may still be edited before it is approved.
  const code = tools.newCode('THANKS');
  const expiresAt = terms.expiresAt.toISOString();
  return {
    effect: { kind: 'create-discount', code, terms },
    values: { discount: { code, percent, expires_at: expiresAt } },
  };
}

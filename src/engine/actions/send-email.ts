// email: sends a template to the customer, with a discount code where one is promised.
import { z } from 'zod';
import type { Action, ActionPlan, ActionSubject, PlanTools } from './action.ts';
import { DiscountParams, limitsOn, planDiscount, promised } from './discount-params.ts';
import type { Effect } from './effect.ts';
import { mailValues } from './mail-values.ts';

const Params = z.strictObject({
  template: z.string().min(1),
  /** Unset: a person looks first, since a mail cannot be called back. */
  approval: z.enum(['required', 'none']).default('required'),
  discount: DiscountParams.optional(),
});
type Params = z.infer<typeof Params>;

/** `email: { template: vip-thanks, approval: required, discount: { percent: 50, expires: 30d, uses: 1 } }` */
export const sendEmail: Action<Params> = {
  kind: 'email',
  Params,
  summary: ({ template, discount }) => ({
    kind: 'email',
    template,
    discount: discount === undefined ? null : promised(discount),
  }),
  needsApproval: ({ approval }) => approval === 'required',
  references: ({ template, discount }) => [
    { kind: 'template', name: template, path: ['template'] },
    ...(discount === undefined ? [] : limitsOn(discount, ['discount'])),
  ],
  plan: planEmail,
};

/** The code comes before the mail that names it: a mail never promises what the shop does not know. */
async function planEmail(
  { template, discount }: Params,
  { profile, event, now, discount: ofRun }: ActionSubject,
  tools: PlanTools,
): Promise<ActionPlan> {
  if (profile.email === null || profile.email.trim() === '')
    return { kind: 'refused', reason: 'no-email' };
  const offer = discount === undefined ? null : planDiscount(discount, { profile, now }, tools);
  if (discount !== undefined && offer === null)
    return { kind: 'refused', reason: 'no-tier-discount' };
  // A code of an earlier step is shown by who asks for it; it would make any other mail advertising.
  const code = offer?.values ?? (tools.showsCode(template) ? ofRun : null);
  const values = {
    ...mailValues(event),
    ...(await tools.recommendedFor(template, profile)),
    ...(code === null ? {} : { discount: code }),
  };
  const rendered = await tools.renderMail(template, profile, values);
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

// What a template looks like before it is used: its values for a preview, its customer for a test.
import { z } from 'zod';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import type { Order } from '#engine/customers/purchases.ts';
import type { Deps } from '#engine/deps.ts';
import { discountValues } from '#engine/discounts/discount.ts';
import { moneyOf } from '#engine/money.ts';
import { addDuration, type Duration } from '#engine/time.ts';
import type { Words } from '../words/en.ts';

/** What an automation's e-mail action says of its discount, as far as a preview needs it. */
const MailParams = z.object({
  template: z.string(),
  discount: z
    .union([z.object({ percent: z.number() }), z.object({ amount: z.number() })])
    .optional(),
});

/** What stands for a discount where no automation names one. */
const PERCENT = 20;
const LIFE: Duration = { amount: 30, unit: 'd' };
const CODE = 'SAMPLE-0000';

/**
 * Values as a template would get them: the discount that an automation gives with it, an offer with every alternative.
 * A template that names no discount gets none, because one would make the mail marketing.
 */
export function sampleValues(
  deps: Pick<Deps, 'playbook' | 'mailWords' | 'publicUrl' | 'now'>,
  words: Words,
  template: string,
  order: Order | null,
): Readonly<Record<string, unknown>> {
  const source = deps.playbook.templates.find((entry) => entry.name === template)?.source ?? '';
  return {
    order: { number: order?.number ?? order?.ref ?? '#1001' },
    offer: sampleOffer(deps, words),
    decline: { text: words.events.sampleDecline },
    reply: { text: words.events.sampleLine },
    credit: {
      amount: { minor: 2_500, currency: deps.playbook.team.currency },
      text: words.events.sampleLine,
    },
    exchange: { text: words.events.sampleLine },
    ...(source.includes('discount.') ? { discount: sampleDiscount(deps, template) } : {}),
  };
}

/** Somebody made up, at an address of the team's own. */
export function sampleProfile(
  deps: Pick<Deps, 'playbook' | 'newId' | 'now'>,
  words: Words,
  email: string,
): Profile {
  const blank = emptyProfile(
    deps.newId('customer'),
    deps.now(),
    deps.playbook.team.currency,
    'sample',
  );
  const { sampleFirstName: firstName, sampleLastName: lastName } = words.events;
  return { ...blank, email, firstName, lastName };
}

function sampleDiscount(deps: Pick<Deps, 'playbook' | 'now'>, template: string) {
  const params = deps.playbook.automations
    .flatMap((automation) => automation.actions)
    .map((action) => MailParams.safeParse(action.params).data);
  const own = params.find((entry) => entry?.template === template && entry.discount !== undefined);
  const { currency, timezone } = deps.playbook.team;
  const expiresAt = addDuration(deps.now(), LIFE, timezone);
  const said = own?.discount ?? { percent: PERCENT };
  const worth = 'percent' in said ? said : { amount: moneyOf(said.amount, currency) };
  return discountValues(CODE, { ...worth, expiresAt });
}

function sampleOffer(deps: Pick<Deps, 'playbook' | 'mailWords' | 'publicUrl'>, words: Words) {
  const { currency } = deps.playbook.team;
  const options = [
    { kind: 'exchange' },
    { kind: 'store-credit', minor: 2500, currency },
    { kind: 'refund' },
  ] as const;
  const page = `${deps.publicUrl}/s/sample`;
  return {
    line: words.events.sampleLine,
    options: options.map((option) => ({
      kind: option.kind,
      label: deps.mailWords.offerOption(option, deps.playbook.team.language),
      url: `${page}?choice=${option.kind}`,
    })),
    survey_url: page,
  };
}

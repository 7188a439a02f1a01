// One mail for one customer: the template's words with this customer's values, ready to be frozen into a plan.
import { displayName, type Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { RenderedMail } from '../email/message.ts';
import { UserError } from '../errors.ts';
import { inLanguageOf } from '../playbook/playbook.ts';

type RenderDeps = Pick<Deps, 'playbook' | 'mailRenderer' | 'publicUrl'>;

/**
 * Renders a template of the playbook, in the customer's language where it is written in that. `values` are the template's own (a discount, an offer); a discount makes the mail
 * marketing whatever its front matter says, and `values.subject` stands for the template's subject. Throws UserError
 * for a template that does not exist and for a customer without an address.
 */
export async function renderMail(
  deps: RenderDeps,
  name: string,
  profile: Profile,
  values: Readonly<Record<string, unknown>>,
): Promise<RenderedMail> {
  const template = deps.playbook.templates.find((candidate) => candidate.name === name);
  if (template === undefined)
    throw new UserError({ code: 'not-found', what: 'template', who: name });
  if (profile.email === null)
    throw new UserError({
      code: 'invalid',
      field: 'email',
      reason: 'no-email',
    });
  const purpose = values['discount'] === undefined ? template.purpose : 'marketing';
  const unsubscribeUrl =
    purpose === 'marketing' ? `${deps.publicUrl}/u/${profile.unsubscribeToken}` : null;
  const own = inLanguageOf(template, profile.locale, deps.playbook.team);
  const rendered = await deps.mailRenderer.render(own, {
    ...commonValues(deps, profile),
    ...values,
    unsubscribe_url: unsubscribeUrl,
    return_url: returnUrl(deps, profile, values['order']),
  });
  const subject = typeof values['subject'] === 'string' ? values['subject'] : rendered.subject;
  return {
    ...rendered,
    subject,
    template: name,
    purpose,
    to: profile.email,
    toName: displayName(profile),
    unsubscribeUrl,
    values,
  };
}

/** Where the customer asks for a return, of the order that the mail is about. */
function returnUrl(
  { publicUrl }: Pick<Deps, 'publicUrl'>,
  { unsubscribeToken }: Profile,
  order: unknown,
): string {
  const number =
    typeof order === 'object' && order !== null && 'number' in order ? order.number : null;
  const of =
    typeof number === 'string' && number !== '' ? `?order=${encodeURIComponent(number)}` : '';
  return `${publicUrl}/r/${unsubscribeToken}${of}`;
}

function commonValues(deps: Pick<Deps, 'playbook'>, profile: Profile) {
  const { team } = deps.playbook;
  return {
    customer: {
      first_name: profile.firstName ?? '',
      last_name: profile.lastName ?? '',
      name: displayName(profile),
      email: profile.email,
      tier: profile.tier ?? '',
    },
    shop: {
      name: team.shop_name,
      postal_address: team.sender.postal_address ?? '',
      timezone: team.timezone,
    },
    sender: { name: team.sender.name },
  };
}

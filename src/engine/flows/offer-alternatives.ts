// Alternatives to a refund: offered by an approved mail, for the customer to choose from on a page.
import type { Effect, OfferOption } from '../actions/effect.ts';
import type { Decider } from '../approvals/approval.ts';
import { type Case, isResolved } from '../cases/case.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { CaseId } from '../ids.ts';
import type { Language } from '../language.ts';
import { inLanguageOf } from '../playbook/playbook.ts';
import type { CaseRefusal } from './change-case.ts';
import { permissionToMail } from './mail-permission.ts';
import { renderMail } from './render-mail.ts';
import { type Asked, askOfCase } from './settle-case.ts';

type OfferDeps = Pick<
  Deps,
  | 'storage'
  | 'playbook'
  | 'mailRenderer'
  | 'mailWords'
  | 'publicUrl'
  | 'now'
  | 'newId'
  | 'randomBytes'
>;

/**
 * Asks for approval of a mail that offers these alternatives, with a link for each and a survey. A code is offered only
 * to who consented to marketing. `line` is the teammate's own sentence.
 */
export async function offerAlternatives(
  deps: OfferDeps,
  command: {
    readonly id: CaseId;
    readonly options: readonly OfferOption[];
    readonly line: string;
    readonly by: Decider;
  },
): Promise<Asked> {
  const item = await deps.storage.cases.get(command.id);
  const found = await customerOf(deps, item);
  if (found.kind === 'refused') return found;
  const { profile } = found;
  if (
    command.options.some(({ kind }) => kind === 'code') &&
    profile.emailConsent.state !== 'subscribed'
  )
    return { kind: 'refused', reason: 'no-consent', case: found.item };
  const token = Buffer.from(deps.randomBytes(16)).toString('base64url');
  const options: readonly OfferOption[] = [...command.options, { kind: 'refund' }];
  const mail = await renderMail(
    deps,
    'refund-alternatives',
    profile,
    offerValues(deps, found.item, {
      options,
      line: command.line,
      token,
      language: offerLanguage(deps, profile),
    }),
  );
  const permission = await permissionToMail(deps, deps.storage, { profile, mail, caps: false });
  if (permission.kind === 'refused')
    return { kind: 'refused', reason: 'no-email', case: found.item };
  const effects: readonly Effect[] = [
    { kind: 'record-offer', caseId: found.item.id, options, token },
    { kind: 'send-email', mailId: deps.newId('mail'), mail },
  ];
  return askOfCase(deps, {
    item: found.item,
    profile,
    effects,
    by: command.by,
    kind: 'offer-alternatives',
  });
}

async function customerOf(
  deps: OfferDeps,
  item: Case | null,
): Promise<
  | { readonly kind: 'found'; readonly item: Case; readonly profile: Profile }
  | { readonly kind: 'refused'; readonly reason: CaseRefusal; readonly case: Case | null }
> {
  if (item === null) return { kind: 'refused', reason: 'not-found', case: null };
  if (isResolved(item)) return { kind: 'refused', reason: 'already-resolved', case: item };
  const profile =
    item.customerId === null ? null : await deps.storage.customers.get(item.customerId);
  if (profile === null) return { kind: 'refused', reason: 'no-customer', case: item };
  if (profile.email === null) return { kind: 'refused', reason: 'no-email', case: item };
  return { kind: 'found', item, profile };
}

/** The buttons speak as the mail around them does. */
function offerLanguage({ playbook }: OfferDeps, { locale }: Profile): Language {
  const template = playbook.templates.find(({ name }) => name === 'refund-alternatives');
  const own = template && inLanguageOf(template, locale, playbook.team).language;
  return own ?? playbook.team.language;
}

function offerValues(
  deps: OfferDeps,
  item: Case,
  offer: {
    readonly options: readonly OfferOption[];
    readonly line: string;
    readonly token: string;
    readonly language: Language;
  },
) {
  const page = `${deps.publicUrl}/s/${offer.token}`;
  return {
    order: { number: item.orderNumber ?? '' },
    offer: {
      line: offer.line,
      options: offer.options.map((option) => ({
        kind: option.kind,
        label: deps.mailWords.offerOption(option, offer.language),
        url: `${page}?choice=${option.kind}`,
      })),
      survey_url: page,
    },
  };
}

// Alternatives to a refund: offered by an approved mail, chosen by the customer on a page, confirmed by a teammate.
import type { Effect, OfferOption } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import { type Case, isResolved, resolutionOf } from '../cases/case.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { discountValues, newDiscountCode } from '../discounts/discount.ts';
import type { CaseId } from '../ids.ts';
import type { Language } from '../language.ts';
import { inLanguageOf } from '../playbook/playbook.ts';
import { addDuration } from '../time.ts';
import { permissionToMail } from './mail-permission.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import { renderMail } from './render-mail.ts';
import { type CaseRefusal, changeCase, type Worked } from './work-case.ts';

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

export type Offered =
  | { readonly kind: 'done'; readonly case: Case; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly reason: CaseRefusal; readonly case: Case | null };

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
): Promise<Offered> {
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
  const approval = await ask(deps, {
    item: found.item,
    profile,
    effects,
    by: command.by,
    kind: 'offer-alternatives',
  });
  return { kind: 'done', case: found.item, approval };
}

/** Confirms what the customer chose, and with that resolves the case; a chosen code is asked for as an approval of its own. */
export async function confirmChoice(
  deps: OfferDeps,
  command: { readonly id: CaseId; readonly by: Decider },
): Promise<Worked> {
  const item = await deps.storage.cases.get(command.id);
  const answer = item?.offer?.answer ?? null;
  if (item === null || answer === null)
    return { kind: 'refused', reason: item === null ? 'not-found' : 'no-answer', case: item };
  const resolution = resolutionOf(answer.option);
  const worked = await changeCase(
    deps,
    command.id,
    command.by,
    'case.choice-confirmed',
    (seen) => ({
      next: {
        ...seen,
        status: 'resolved',
        resolution,
        resolvedAt: deps.now(),
        snoozedUntil: null,
        assignee: seen.assignee ?? command.by,
      },
      kind: 'case-resolved',
      data: { resolution, by: command.by.name, text: null },
    }),
  );
  const code = item.offer?.options.find((option) => option.kind === 'code');
  if (worked.kind === 'done' && answer.option === 'code' && code?.kind === 'code')
    await askForCode(deps, worked.case, code.percent, command.by);
  return worked;
}

/** How long a code given instead of a refund can be used. */
const CODE_LIFE = { amount: 30, unit: 'd' } as const;

async function askForCode(
  deps: OfferDeps,
  item: Case,
  percent: number,
  by: Decider,
): Promise<void> {
  const profile =
    item.customerId === null ? null : await deps.storage.customers.get(item.customerId);
  if (profile === null || profile.email === null) return;
  const code = newDiscountCode('SORRY', deps.randomBytes);
  const expiresAt = addDuration(deps.now(), CODE_LIFE, deps.playbook.team.timezone);
  const terms = { percent, expiresAt, uses: 1 };
  const mail = await renderMail(deps, 'offer-code', profile, {
    discount: discountValues(code, terms),
    order: { number: item.orderNumber ?? '' },
  });
  const effects: readonly Effect[] = [
    { kind: 'create-discount', code, terms },
    { kind: 'send-email', mailId: deps.newId('mail'), mail },
  ];
  await ask(deps, { item, profile, effects, by, kind: 'offer-code' });
}

type Ask = {
  readonly item: Case;
  readonly profile: Profile;
  readonly effects: readonly Effect[];
  readonly by: Decider;
  readonly kind: string;
};

async function ask(deps: OfferDeps, { item, profile, effects, by, kind }: Ask): Promise<Approval> {
  const plan = makePlan(deps, {
    customerId: profile.id,
    origin: { kind: 'case', caseId: item.id },
    effects,
  });
  const about = item.orderNumber ?? item.id;
  return deps.storage.transaction((records) =>
    askForApproval(deps, records, { plan, kind, about, requestedBy: by }),
  );
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

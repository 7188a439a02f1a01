// A case ended by what is done for its customer: money or credit through the shop, another item, a no; each waits for a decision.
import type { Effect } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import { type Case, isResolved } from '../cases/case.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { CaseId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { CaseRefusal } from './change-case.ts';
import { permissionToMail } from './mail-permission.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import { pendingApproval } from './pending-approval.ts';
import { renderMail } from './render-mail.ts';

/** What asking for something to be done for a customer takes. */
export type SettleDeps = Pick<
  Deps,
  'storage' | 'playbook' | 'mailRenderer' | 'publicUrl' | 'now' | 'newId' | 'randomBytes'
>;

/** The ways to settle a case. */
export const SETTLEMENTS = ['refund', 'credit', 'exchange', 'decline'] as const;

/** What is done for the customer; `text` is the teammate's own, which the customer reads. */
export type Settlement =
  | { readonly kind: 'refund'; readonly money: Money }
  | { readonly kind: 'credit'; readonly money: Money; readonly text: string }
  | { readonly kind: 'exchange' | 'decline'; readonly text: string };

export type Asked =
  | { readonly kind: 'done'; readonly case: Case; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly reason: CaseRefusal; readonly case: Case | null };

/** Asks for approval of what is to be done; once it is, the case is resolved. */
export async function settleCase(
  deps: SettleDeps,
  command: { readonly id: CaseId; readonly by: Decider; readonly settlement: Settlement },
): Promise<Asked> {
  const { id, by, settlement } = command;
  const item = await deps.storage.cases.get(id);
  if (item === null) return { kind: 'refused', reason: 'not-found', case: null };
  const refused = (reason: CaseRefusal) => ({ kind: 'refused', reason, case: item }) as const;
  if (isResolved(item)) return refused('already-resolved');
  const profile =
    item.customerId === null ? null : await deps.storage.customers.get(item.customerId);
  if (profile === null) return refused('no-customer');
  const effects = await planSettlement(deps, { item, profile }, settlement);
  if (typeof effects === 'string') return refused(effects);
  return askOfCase(deps, { item, profile, by, kind: KIND[settlement.kind], effects });
}

const KIND: Record<Settlement['kind'], string> = {
  refund: 'refund',
  credit: 'refund-credited',
  exchange: 'refund-exchanged',
  decline: 'refund-declined',
};

type About = { readonly item: Case; readonly profile: Profile };

async function planSettlement(
  deps: SettleDeps,
  about: About,
  settlement: Settlement,
): Promise<readonly Effect[] | CaseRefusal> {
  const { item } = about;
  switch (settlement.kind) {
    case 'refund': {
      const { shop, orderRef, orderNumber, id: caseId } = item;
      if (orderRef === null) return 'no-order';
      const refusal = await whyNotSoMuch(deps, item, settlement.money);
      if (refusal !== null) return refusal;
      const { money } = settlement;
      const key = newKey(deps);
      return [
        { kind: 'refund-order', caseId, shop, orderRef, orderNumber, money, key },
        { kind: 'resolve-case', caseId, resolution: 'refunded' },
      ];
    }
    case 'credit': {
      const values = { credit: { amount: settlement.money, text: settlement.text.trim() } };
      const mail = await mailAbout(deps, about, 'refund-credited', values);
      // The credit itself is no worse for a customer whom nobody can write to.
      return [
        creditEffect(deps, item, settlement.money),
        ...(mail === null ? [] : [mail]),
        { kind: 'resolve-case', caseId: item.id, resolution: 'credited' },
      ];
    }
    case 'exchange': {
      const values = { exchange: { text: settlement.text.trim() } };
      const mail = await mailAbout(deps, about, 'refund-exchanged', values);
      return mail === null
        ? 'no-email'
        : [mail, { kind: 'resolve-case', caseId: item.id, resolution: 'exchanged' }];
    }
    case 'decline': {
      const values = { decline: { text: settlement.text.trim() } };
      const mail = await mailAbout(deps, about, 'refund-declined', values);
      return mail === null
        ? 'no-email'
        : [mail, { kind: 'resolve-case', caseId: item.id, resolution: 'declined' }];
    }
  }
}

/** Store credit for the customer of a case. */
export function creditEffect(
  deps: Pick<Deps, 'randomBytes'>,
  { id: caseId, shop }: Case,
  money: Money,
): Effect {
  return { kind: 'give-credit', caseId, shop, money, key: newKey(deps) };
}

function newKey({ randomBytes }: Pick<Deps, 'randomBytes'>): string {
  return Buffer.from(randomBytes(16)).toString('hex');
}

/** The mail that tells the customer; null where none can be sent. */
export async function mailAbout(
  deps: SettleDeps,
  { item, profile }: About,
  template: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Effect | null> {
  if (profile.email === null) return null;
  const order = { number: item.orderNumber ?? '' };
  const mail = await renderMail(deps, template, profile, { order, ...values });
  const permission = await permissionToMail(deps, deps.storage, { profile, mail, caps: false });
  return permission.kind === 'refused'
    ? null
    : { kind: 'send-email', mailId: deps.newId('mail'), mail };
}

/** More than is left of the order, as far as we know it; the shop has the last word when the refund is made. */
async function whyNotSoMuch(
  { storage }: Pick<Deps, 'storage'>,
  item: Case,
  money: Money,
): Promise<CaseRefusal | null> {
  if (item.customerId === null || item.orderRef === null) return null;
  const { orders, refunds } = await storage.purchases.purchasesOf(item.customerId, null);
  const order = orders.find(({ shop, ref }) => shop === item.shop && ref === item.orderRef);
  if (order === undefined) return null;
  if (order.total.currency !== money.currency) return 'other-currency';
  const given = refunds
    .filter(({ shop, orderRef }) => shop === item.shop && orderRef === item.orderRef)
    .reduce((sum, { amount }) => sum + amount.minor, 0);
  return money.minor > order.total.minor - given ? 'too-much' : null;
}

/** One thing at a time is asked of a case: whoever asks second is told of the first. */
export async function askOfCase(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId'>,
  asked: About & {
    readonly by: Decider;
    readonly kind: string;
    readonly effects: readonly Effect[];
  },
): Promise<Asked> {
  const { item, profile, by, kind, effects } = asked;
  const origin = { kind: 'case', caseId: item.id } as const;
  const plan = makePlan(deps, { customerId: profile.id, origin, effects });
  const about = item.orderNumber ?? item.id;
  const approval = await deps.storage.transaction(async (records): Promise<Approval | null> => {
    await records.settings.lock(`case/${item.id}`);
    if ((await pendingApproval(records, item, true)) !== null) return null;
    const approval = await askForApproval(deps, records, { plan, kind, about, requestedBy: by });
    const subject = { kind: 'case', id: item.id } as const;
    await records.enqueue([{ job: { name: 'publish', subject, channel: item.channel } }]);
    return approval;
  });
  return approval === null
    ? { kind: 'refused', reason: 'already-asked', case: item }
    : { kind: 'done', case: item, approval };
}

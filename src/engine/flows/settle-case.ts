// A case ended by what is done for the customer: a refund through the shop, or a no with a text; each waits for a decision.
import type { Effect } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import { type Case, isResolved } from '../cases/case.ts';
import type { Deps } from '../deps.ts';
import type { CaseId } from '../ids.ts';
import type { Money } from '../money.ts';
import { permissionToMail } from './mail-permission.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import type { Offered } from './offer-alternatives.ts';
import { pendingApproval } from './pending-approval.ts';
import { renderMail } from './render-mail.ts';
import type { CaseRefusal } from './work-case.ts';

type SettleDeps = Pick<
  Deps,
  'storage' | 'playbook' | 'mailRenderer' | 'publicUrl' | 'now' | 'newId' | 'randomBytes'
>;
type Command = { readonly id: CaseId; readonly by: Decider };

/** Asks for approval of a refund in the shop of the order; once it is made, the case is resolved. */
export async function refundCase(
  deps: SettleDeps,
  { id, by, money }: Command & { readonly money: Money },
): Promise<Offered> {
  const item = await deps.storage.cases.get(id);
  const refusal = whyNot(item) ?? (await whyNotSoMuch(deps, item, money));
  if (refusal !== null || item === null) return refused(refusal ?? 'not-found', item);
  if (item.orderRef === null) return refused('no-order', item);
  const { shop, orderRef, orderNumber } = item;
  const key = Buffer.from(deps.randomBytes(16)).toString('hex');
  return ask(deps, { item, by, kind: 'refund' }, [
    { kind: 'refund-order', caseId: id, shop, orderRef, orderNumber, money, key },
    { kind: 'resolve-case', caseId: id, resolution: 'refunded' },
  ]);
}

/** Asks for approval of a mail that says no, with the teammate's text; once it is sent, the case is resolved. */
export async function declineCase(
  deps: SettleDeps,
  { id, by, text }: Command & { readonly text: string },
): Promise<Offered> {
  const item = await deps.storage.cases.get(id);
  const refusal = whyNot(item);
  if (refusal !== null || item?.customerId == null) return refused(refusal ?? 'no-customer', item);
  const profile = await deps.storage.customers.get(item.customerId);
  if (profile === null) return refused('no-customer', item);
  if (profile.email === null) return refused('no-email', item);
  const mail = await renderMail(deps, 'refund-declined', profile, {
    order: { number: item.orderNumber ?? '' },
    decline: { text: text.trim() },
  });
  const permission = await permissionToMail(deps, deps.storage, { profile, mail, caps: false });
  if (permission.kind === 'refused') return refused('no-email', item);
  return ask(deps, { item, by, kind: 'refund-declined' }, [
    { kind: 'send-email', mailId: deps.newId('mail'), mail },
    { kind: 'resolve-case', caseId: id, resolution: 'declined' },
  ]);
}

function whyNot(item: Case | null): CaseRefusal | null {
  if (item === null) return 'not-found';
  if (isResolved(item)) return 'already-resolved';
  return item.customerId === null ? 'no-customer' : null;
}

/** More than is left of the order, as far as we know it; the shop has the last word when the refund is made. */
async function whyNotSoMuch(
  { storage }: Pick<Deps, 'storage'>,
  item: Case | null,
  money: Money,
): Promise<CaseRefusal | null> {
  if (item?.customerId == null || item.orderRef === null) return null;
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
async function ask(
  deps: SettleDeps,
  { item, by, kind }: { readonly item: Case; readonly by: Decider; readonly kind: string },
  effects: readonly Effect[],
): Promise<Offered> {
  const { customerId } = item;
  if (customerId === null) return refused('no-customer', item);
  const origin = { kind: 'case', caseId: item.id } as const;
  const plan = makePlan(deps, { customerId, origin, effects });
  const about = item.orderNumber ?? item.id;
  const approval = await deps.storage.transaction(async (records): Promise<Approval | null> => {
    await records.settings.lock(`case/${item.id}`);
    if ((await pendingApproval(records, item, true)) !== null) return null;
    const asked = await askForApproval(deps, records, { plan, kind, about, requestedBy: by });
    const subject = { kind: 'case', id: item.id } as const;
    await records.enqueue([{ job: { name: 'publish', subject, channel: item.channel } }]);
    return asked;
  });
  return approval === null
    ? refused('already-asked', item)
    : { kind: 'done', case: item, approval };
}

function refused(reason: CaseRefusal, item: Case | null): Offered {
  return { kind: 'refused', reason, case: item };
}

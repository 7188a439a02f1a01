// Refund cases as `--json` shows them: the keys of the contract.
import { type CaseView, orderName } from '../cards/refund-case.ts';
import { customerRefOrNull } from './customer-json.ts';
import { plainJson } from './plain-json.ts';

/** One case. */
export function caseJson({ case: item, profile, order, approval }: CaseView) {
  const { id, status, reason, openedAt, dueAt, resolution, resolvedAt, shop, notes } = item;
  const { snoozedUntil, escalatedAt, escalatedBy, channel } = item;
  return {
    id,
    about: item.about,
    status,
    customer: customerRefOrNull(profile),
    order: orderName(item, order),
    reason,
    assignee: item.assignee?.name ?? null,
    openedAt,
    dueAt,
    snoozedUntil,
    escalatedAt,
    escalatedBy,
    channel,
    resolution,
    resolvedAt,
    shop,
    amount: plainJson(item.amount),
    items: item.items,
    note: item.note,
    notes,
    offer: item.offer === null ? null : offerJson(item.offer),
    approval: approval?.id ?? null,
  };
}

/** The offer without its token, which is the customer's key to answer it. */
function offerJson({ options, offeredAt, answer }: NonNullable<CaseView['case']['offer']>) {
  return { options, offeredAt, answer };
}

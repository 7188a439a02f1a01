// Gathers what is known of one customer: who they are, what they bought, what we had to do with them, what they may like.
import { type Approval, isSettled } from '../approvals/approval.ts';
import type { Case } from '../cases/case.ts';
import { type Habits, habitsOf } from '../customers/habits.ts';
import type { Identity } from '../customers/identity.ts';
import type { Merge } from '../customers/merge.ts';
import type { Profile } from '../customers/profile.ts';
import type { Order, Refund } from '../customers/purchases.ts';
import type { Recommendation } from '../customers/recommend.ts';
import type { TimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CustomerId } from '../ids.ts';
import type { MailRecord } from '../ports/mail-records.ts';
import type { Task } from '../tasks/task.ts';
import { recommendTo } from './recommend-to.ts';

/** Everything about one customer; lists are newest first. */
export type CustomerView = {
  readonly profile: Profile;
  readonly openCases: readonly Case[];
  /** The soonest due first. */
  readonly openTasks: readonly Task[];
  readonly pendingApprovals: readonly Approval[];
  /** The latest that are decided. */
  readonly settledApprovals: readonly Approval[];
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly refs: readonly Identity[];
  /** Names of the segments they are in. */
  readonly segments: readonly string[];
  /** The latest, sent or not. */
  readonly mails: readonly MailRecord[];
  readonly notes: readonly TimelineEntry[];
  /** The newest merge that made this customer. */
  readonly merge: Merge | null;
  readonly habits: Habits;
  readonly recommended: readonly Recommendation[];
};

const MANY = 100;
const LATEST = 3;

/** Everything about one customer. Throws UserError when there is none. */
export async function viewCustomer(
  { storage }: Pick<Deps, 'storage'>,
  customerId: CustomerId,
): Promise<CustomerView> {
  const profile = await storage.customers.get(customerId);
  if (profile === null)
    throw new UserError({ code: 'not-found', what: 'customer', who: customerId });
  const { id } = profile;
  const [
    openCases,
    openTasks,
    pendingApprovals,
    approvals,
    orders,
    refunds,
    refs,
    segments,
    mails,
    notes,
    merge,
  ] = await Promise.all([
    storage.cases.list({ customerId: id, open: true }, { limit: MANY }),
    storage.tasks.list({ customerId: id, open: true }, { limit: MANY }),
    storage.approvals.list({ customerId: id, status: 'pending' }, { limit: MANY }),
    storage.approvals.list({ customerId: id }, { limit: MANY }),
    storage.purchases.ordersOf(id),
    storage.purchases.refundsOf(id),
    storage.customers.identitiesOf(id),
    storage.segments.namesOf(id),
    storage.mails.latestOf(id, LATEST),
    storage.timeline.latest(id, 'note', LATEST),
    storage.merges.latestOf(id),
  ]);
  return {
    profile,
    ...{ openCases, openTasks, pendingApprovals },
    settledApprovals: approvals.filter(isSettled).slice(0, LATEST),
    ...{ orders, refunds, refs, segments, mails, notes, merge },
    habits: habitsOf(orders),
    recommended: await recommendTo(storage, id, orders),
  };
}

// The Storage port: everything that outlives the process, in one database; a transaction gives the same records.
import type { StepStatus } from '../actions/effect.ts';
import type { Approval, ApprovalStatus } from '../approvals/approval.ts';
import type { Plan, PlanWithSteps } from '../approvals/plan.ts';
import type { AuditEntry, AuditEvent } from '../audit/chain.ts';
import type { Case } from '../cases/case.ts';
import type { Identity } from '../customers/identity.ts';
import type { Profile } from '../customers/profile.ts';
import type { Order, Refund } from '../customers/purchases.ts';
import type { NewTimelineEntry, TimelineEntry } from '../customers/timeline.ts';
import type { MailStatus, RenderedMail } from '../email/message.ts';
import type { EventType, NewEvent, ShopEvent, ShopKey } from '../events/shop-event.ts';
import type {
  ApprovalId,
  CaseId,
  CustomerId,
  EventId,
  MailId,
  PlanId,
  PostId,
  RunId,
} from '../ids.ts';
import type { Run, RunStatus } from '../runs/run.ts';
import type { Setting } from '../segments/condition.ts';
import type { Condition } from '../segments/grammar.ts';
import type { MembershipChange, Segment, SegmentDraft } from '../segments/segment.ts';
import type { Enqueued } from './job-queue.ts';
import type { PostSubject } from './notifier.ts';

/** All records outside and inside a transaction; `transaction` commits all of it or nothing. */
export interface Storage extends Records {
  /** Runs work in one transaction, with serial access to what it locks. No network call belongs inside. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Looks at the tables anew after a bulk load: until then queries are planned for what was there before. */
  analyze(): Promise<void>;
}

export interface Records {
  readonly events: EventRecords;
  readonly quarantine: QuarantineRecords;
  readonly customers: CustomerRecords;
  readonly purchases: PurchaseRecords;
  readonly timeline: TimelineRecords;
  readonly runs: RunRecords;
  readonly plans: PlanRecords;
  readonly approvals: ApprovalRecords;
  readonly cases: CaseRecords;
  readonly segments: SegmentRecords;
  readonly posts: PostRecords;
  readonly messages: MessageRecords;
  readonly mails: MailRecords;
  readonly audit: AuditRecords;
  readonly settings: SettingRecords;
  /** Enqueues jobs with what else this transaction writes: both or neither. */
  enqueue(jobs: readonly Enqueued[]): Promise<void>;
}

/** Where a page starts (the id after which) and how long it is. */
export type Page = { readonly limit: number; readonly after?: string };

/** Events that came together; `raw` is the body they came in, kept 30 days. */
export type NewDelivery = {
  readonly events: readonly NewEvent[];
  readonly raw: Uint8Array | null;
};

export interface EventRecords {
  /** Appends what is new, in order; gives every delivery its events as they are in the log, null for one that was there. */
  append(
    deliveries: readonly NewDelivery[],
    receivedAt: Date,
  ): Promise<readonly (readonly (ShopEvent | null)[])[]>;
  get(id: EventId): Promise<ShopEvent | null>;
  /** What shops told us, newest first; what we noticed ourselves is left out. */
  list(page: Page): Promise<readonly ShopEvent[]>;
  /** Says whose event it is, so that it can be found and erased with them. */
  assign(owners: ReadonlyMap<EventId, CustomerId>): Promise<void>;
  /** Events with whose they are, in order of arrival, for a rebuild. */
  readOwned(
    afterSeq: number,
    limit: number,
  ): Promise<readonly { readonly event: ShopEvent; readonly customerId: CustomerId | null }[]>;
  /** Drops raw bodies and dedupe keys from before an instant. */
  prune(before: Date): Promise<void>;
  /** A customer's events of one type, newest first. */
  ofCustomer(customerId: CustomerId, type: EventType, limit: number): Promise<readonly ShopEvent[]>;
  /** Takes the person out of one event, which came after they were forgotten. */
  erase(id: EventId): Promise<void>;
  /** Takes the person out of all their events. */
  eraseOf(customerId: CustomerId): Promise<void>;
  count(): Promise<number>;
}

/** A delivery that could not be read: kept whole until somebody replays or drops it. */
export type Quarantined = {
  readonly id: string;
  readonly shop: ShopKey;
  readonly topic: string;
  readonly deliveryId: string;
  readonly receivedAt: Date;
  readonly issues: readonly { readonly path: string; readonly message: string }[];
  readonly body: Uint8Array;
};

export interface QuarantineRecords {
  /** Keeps a delivery; false when the same one is already there. */
  add(entry: Quarantined): Promise<boolean>;
  list(page: Page): Promise<readonly Quarantined[]>;
  get(id: string): Promise<Quarantined | null>;
  remove(id: string): Promise<void>;
}

export interface CustomerRecords {
  get(id: CustomerId): Promise<Profile | null>;
  /** Like `get`, and nobody else changes this customer until the transaction ends. */
  lock(id: CustomerId): Promise<Profile | null>;
  /** Writes the whole profile. */
  save(profile: Profile): Promise<void>;
  findByIdentity(identity: Identity): Promise<CustomerId | null>;
  /** Makes others who look for these identities wait until the transaction ends, so that nobody becomes two customers. */
  lockIdentities(identities: readonly Identity[]): Promise<void>;
  /** Who has these identities, by `identityKey`; those of nobody are missing. */
  findByIdentities(identities: readonly Identity[]): Promise<ReadonlyMap<string, CustomerId>>;
  getMany(ids: readonly CustomerId[]): Promise<readonly Profile[]>;
  /** Like `getMany`, and nobody else changes these customers until the transaction ends. */
  lockMany(ids: readonly CustomerId[]): Promise<readonly Profile[]>;
  /** Writes whole profiles, new or known, and their identities. */
  saveMany(
    profiles: readonly Profile[],
    identities: ReadonlyMap<CustomerId, readonly Identity[]>,
  ): Promise<void>;
  /** Notes that this identity is this customer's; the first one keeps it. */
  identify(id: CustomerId, identities: readonly Identity[]): Promise<void>;
  identitiesOf(id: CustomerId): Promise<readonly Identity[]>;
  findByUnsubscribeToken(token: string): Promise<CustomerId | null>;
  /** Whom a person may mean: our id, a shop's id, an e-mail, a phone, an order number (all exact), else parts of a name. */
  find(who: string, limit: number): Promise<readonly Profile[]>;
  /** Names and e-mails that begin or contain a text, for completion. */
  search(text: string, limit: number): Promise<readonly Profile[]>;
  top(page: Page): Promise<readonly Profile[]>;
  count(): Promise<number>;
  /** Takes the person out of the profile and its identities and leaves a tombstone (a keyed hash of each identity). */
  erase(id: CustomerId, at: Date): Promise<void>;
  /** When somebody with one of these identities was last erased. */
  erasedAt(identities: readonly Identity[]): Promise<Date | null>;
  /** In the order of their ids. */
  listIds(page: Page): Promise<readonly CustomerId[]>;
}

export interface PurchaseRecords {
  /** Makes others who project something of this order wait until the transaction ends, known or not. */
  lockOrder(shop: ShopKey, ref: string): Promise<void>;
  order(shop: ShopKey, ref: string): Promise<Order | null>;
  orderByNumber(number: string): Promise<Order | null>;
  saveOrder(order: Order): Promise<void>;
  ordersOf(customerId: CustomerId): Promise<readonly Order[]>;
  /**
   * What a customer bought and got back. With `order`, also that order and its refunds where they have come without
   * their customer.
   */
  purchasesOf(
    customerId: CustomerId,
    order: { readonly shop: ShopKey; readonly ref: string } | null,
  ): Promise<{ readonly orders: readonly Order[]; readonly refunds: readonly Refund[] }>;
  ordersOfMany(customerIds: readonly CustomerId[]): Promise<readonly Order[]>;
  refundsOfMany(customerIds: readonly CustomerId[]): Promise<readonly Refund[]>;
  saveRefunds(refunds: readonly Refund[]): Promise<void>;
  saveRefund(refund: Refund): Promise<void>;
  refundsOf(customerId: CustomerId): Promise<readonly Refund[]>;
  /** Refunds that came before their order get the order's customer. */
  adoptRefunds(shop: ShopKey, orderRef: string, customerId: CustomerId): Promise<void>;
  /** Bulk writing for imports: whole orders, new or replaced. */
  saveOrders(orders: readonly Order[]): Promise<void>;
}

export interface TimelineRecords {
  add(entries: readonly NewTimelineEntry[]): Promise<void>;
  /** Newest first. */
  list(customerId: CustomerId, page: Page): Promise<readonly TimelineEntry[]>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

export interface RunRecords {
  /** False when this automation has already run for this event and customer. */
  insert(run: Run): Promise<boolean>;
  get(id: RunId): Promise<Run | null>;
  setStatus(id: RunId, status: RunStatus, reason: string | null): Promise<void>;
  setCase(id: RunId, caseId: CaseId): Promise<void>;
  /** The latest start of a live run, for re-entry; null when it never ran for this customer. */
  lastStart(automation: string, customerId: CustomerId): Promise<Date | null>;
  /** Newest first; of one automation, one customer, or both. */
  list(
    filter: { readonly automation?: string; readonly customerId?: CustomerId },
    page: Page,
  ): Promise<readonly Run[]>;
  countByAutomation(): Promise<ReadonlyMap<string, number>>;
}

/** How an attempt at a step ended. */
export type StepOutcome = {
  readonly status: StepStatus;
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly at: Date;
};

export interface PlanRecords {
  insert(plan: Plan): Promise<void>;
  /** Puts other effects under a plan's id, none of them begun: the plan that stood there is gone. */
  replace(plan: Plan): Promise<void>;
  get(id: PlanId): Promise<PlanWithSteps | null>;
  /** Takes a step from `from` to `marked` and gives the attempt's number; null when somebody else did. */
  mark(id: PlanId, position: number, from: readonly StepStatus[], at: Date): Promise<number | null>;
  /** Records what became of an attempt; false when a later attempt has taken over (then nothing is written). */
  settle(id: PlanId, position: number, attempt: number, outcome: StepOutcome): Promise<boolean>;
  ofRun(runId: RunId): Promise<readonly PlanWithSteps[]>;
}

export interface ApprovalRecords {
  insert(approval: Approval): Promise<void>;
  get(id: ApprovalId): Promise<Approval | null>;
  byPlan(planId: PlanId): Promise<Approval | null>;
  list(
    filter: { readonly status?: ApprovalStatus; readonly customerId?: CustomerId },
    page: Page,
  ): Promise<readonly Approval[]>;
  /**
   * The decision: one conditional update on id, revision, version, hash, pending and not expired at `now`.
   * False when any of these no longer holds.
   */
  decide(seen: Approval, next: Approval, now: Date): Promise<boolean>;
  /** Any other change, if the revision is still the one seen. */
  update(seen: Approval, next: Approval): Promise<boolean>;
  expiredBefore(now: Date): Promise<readonly Approval[]>;
}

export interface CaseRecords {
  /** False when there is already a case for this return. */
  insert(item: Case): Promise<boolean>;
  get(id: CaseId): Promise<Case | null>;
  byReturn(shop: string, returnRef: string): Promise<Case | null>;
  byOfferToken(token: string): Promise<Case | null>;
  list(
    filter: { readonly open?: boolean; readonly customerId?: CustomerId },
    page: Page,
  ): Promise<readonly Case[]>;
  update(seen: Case, next: Case): Promise<boolean>;
  countOpen(customerId: CustomerId): Promise<number>;
  /** Unresolved, not yet reminded, due before this instant. */
  dueBefore(at: Date): Promise<readonly Case[]>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

/** How many customers a condition is true of. */
export type Measure = {
  readonly count: number;
  /** Of these, who may get marketing mail: subscribed, with an address that is not suppressed. */
  readonly reachable: number;
  /** All customers; of very many, as of the last minute. */
  readonly total: number;
};

/** A place among all customers: the percentage of the others who have less, 0 to 100; null where there is no value. */
export type Ranks = { readonly spend: number | null; readonly recency: number | null };

/**
 * Saved segments, and conditions asked of everybody at once. Conditions answer as `holds` does; what cannot be asked
 * so (`event.` fields, and what we do not hold) throws UserError (`invalid`).
 */
export interface SegmentRecords {
  /** The newest version of each, by name. */
  list(): Promise<readonly Segment[]>;
  get(name: string): Promise<Segment | null>;
  /** Saves the next version; the old ones are kept. */
  save(draft: SegmentDraft): Promise<Segment>;
  /** Newest first, also of a segment that was removed. */
  versions(name: string): Promise<readonly Segment[]>;
  /** Takes a segment off the list and forgets its members; false when there is none of this name. */
  remove(name: string): Promise<boolean>;
  measure(condition: Condition, setting: Setting): Promise<Measure>;
  /** Who the condition is true of, by what they spent, most first. */
  members(condition: Condition, setting: Setting, page: Page): Promise<readonly Profile[]>;
  /** The segments a customer was last seen in, by name. */
  namesOf(customerId: CustomerId): Promise<readonly string[]>;
  /**
   * Makes the membership of a segment what its condition says now, and says who entered and who left: everybody once,
   * however many do this at the same time. `among`: of these customers only.
   */
  refresh(
    segment: { readonly name: string; readonly condition: Condition },
    setting: Setting,
    how: { readonly at: Date; readonly among?: readonly CustomerId[] },
  ): Promise<MembershipChange<CustomerId>>;
  /** Notes that a customer is in a segment or is not; true when that is news. */
  setMembership(customerId: CustomerId, name: string, isIn: boolean, at: Date): Promise<boolean>;
  /** How many are in each segment that has members. */
  countMembers(): Promise<ReadonlyMap<string, number>>;
  ranks(customerId: CustomerId, setting: Setting): Promise<Ranks>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

/** A card as it stands on one surface. `messageId` is null until the surface has taken it. */
export type Post = {
  readonly id: PostId;
  readonly subject: PostSubject;
  readonly surface: string;
  readonly channel: string;
  readonly messageId: string | null;
  readonly digest: string | null;
};

export interface PostRecords {
  of(subject: PostSubject): Promise<readonly Post[]>;
  /** The post of a subject in a channel of a surface, made when new. */
  claim(post: Omit<Post, 'messageId' | 'digest'>): Promise<Post>;
  setPosted(id: PostId, messageId: string, digest: string): Promise<void>;
  /** Takes the turn at a post until an instant; the post as it stands then, or null while somebody else has the turn. */
  lease(id: PostId, now: Date, until: Date): Promise<Post | null>;
  release(id: PostId): Promise<void>;
  /** Ends every turn: for a process that knows it is alone. */
  releaseAll(): Promise<void>;
  /** The line that was said under a post with this key, or null. */
  line(postId: PostId, key: string): Promise<string | null>;
  addLine(postId: PostId, key: string, messageId: string): Promise<void>;
  /** The messages of all lines under a post. */
  linesUnder(postId: PostId): Promise<readonly string[]>;
  /** True the first time this key is used: a line that is said once. */
  once(key: string, at: Date): Promise<boolean>;
}

/** A message in the local workspace: a card in a channel, or under another message. */
export type WorkspaceMessage = {
  readonly id: string;
  readonly seq: number;
  readonly channel: string;
  readonly threadOf: string | null;
  readonly card: unknown;
  readonly at: Date;
  readonly updatedAt: Date;
};

export interface MessageRecords {
  add(message: {
    readonly id: string;
    readonly channel: string;
    readonly threadOf: string | null;
    readonly card: unknown;
    readonly at: Date;
  }): Promise<void>;
  replace(id: string, card: unknown, at: Date): Promise<void>;
  get(id: string): Promise<WorkspaceMessage | null>;
  /** Newest first, top-level only. */
  list(channel: string, page: Page): Promise<readonly WorkspaceMessage[]>;
  thread(id: string): Promise<readonly WorkspaceMessage[]>;
}

export type MailRecord = {
  readonly id: MailId;
  readonly customerId: CustomerId;
  readonly approvalId: ApprovalId | null;
  readonly mail: RenderedMail;
  readonly status: MailStatus;
  readonly reason: string | null;
  readonly at: Date;
};

/** `bounced`: the address does not exist, nothing goes there. `unsubscribed`: no marketing goes there. */
export type SuppressionReason = 'bounced' | 'unsubscribed';

export interface MailRecords {
  save(mail: MailRecord): Promise<void>;
  get(id: MailId): Promise<MailRecord | null>;
  /** Newest first. */
  list(page: Page): Promise<readonly MailRecord[]>;
  countMarketing(customerId: CustomerId, since: Date): Promise<number>;
  /** Every mail that we tried to send to a customer. */
  ofCustomer(customerId: CustomerId): Promise<readonly MailRecord[]>;
  suppress(email: string, reason: SuppressionReason, at: Date): Promise<void>;
  /** Why an address is suppressed; null when it is not. */
  suppression(email: string): Promise<SuppressionReason | null>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

export interface AuditRecords {
  /** Seals and appends; one writer at a time. */
  append(event: AuditEvent): Promise<void>;
  /** Newest first. */
  list(page: Page): Promise<readonly AuditEntry[]>;
  /** In order, from after a number. */
  read(afterSeq: number, limit: number): Promise<readonly AuditEntry[]>;
}

export interface SettingRecords {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  all(prefix: string): Promise<ReadonlyMap<string, unknown>>;
}

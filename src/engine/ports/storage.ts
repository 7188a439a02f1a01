// The Storage port: everything that outlives the process, in one database; a transaction gives the same records.
import type { AuditEntry, AuditEvent } from '../audit/chain.ts';
import type { AssistantRecords } from './assistant-records.ts';
import type { AutonomyRecords } from './autonomy-records.ts';
import type { BatchRecords } from './batch-records.ts';
import type { CalendarRecords } from './calendar-records.ts';
import type { CustomerRecords, PurchaseRecords, TimelineRecords } from './customer-records.ts';
import type { DraftRecords } from './draft-records.ts';
import type { EventRecords, QuarantineRecords } from './event-records.ts';
import type { GrantRecords } from './grant-records.ts';
import type { Enqueued } from './job-queue.ts';
import type { LeaseRecords } from './lease-records.ts';
import type { MailRecords } from './mail-records.ts';
import type { MergeRecords, SuggestionRecords } from './merge-records.ts';
import type { Page } from './page.ts';
import type { ApprovalRecords, CaseRecords, PlanRecords } from './plan-records.ts';
import type { DigestRecords, MessageRecords, NewsRecords, PostRecords } from './post-records.ts';
import type { RecommendationRecords } from './recommendation-records.ts';
import type { ReportRecords } from './report-records.ts';
import type { RunRecords, VersionRecords } from './run-records.ts';
import type { SegmentRecords } from './segment-records.ts';
import type { CheckoutRecords, ViewRecords } from './storefront-records.ts';
import type { TaskRecords } from './task-records.ts';
import type { TierRecords } from './tier-records.ts';

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
  readonly tiers: TierRecords;
  readonly purchases: PurchaseRecords;
  readonly recommendations: RecommendationRecords;
  readonly merges: MergeRecords;
  readonly suggestions: SuggestionRecords;
  readonly checkouts: CheckoutRecords;
  readonly views: ViewRecords;
  readonly timeline: TimelineRecords;
  readonly runs: RunRecords;
  readonly versions: VersionRecords;
  readonly drafts: DraftRecords;
  readonly assistant: AssistantRecords;
  readonly calendar: CalendarRecords;
  readonly plans: PlanRecords;
  readonly approvals: ApprovalRecords;
  readonly grants: GrantRecords;
  readonly autonomies: AutonomyRecords;
  readonly cases: CaseRecords;
  readonly tasks: TaskRecords;
  readonly segments: SegmentRecords;
  readonly batches: BatchRecords;
  readonly reports: ReportRecords;
  readonly posts: PostRecords;
  readonly digests: DigestRecords;
  readonly news: NewsRecords;
  readonly messages: MessageRecords;
  readonly mails: MailRecords;
  readonly leases: LeaseRecords;
  readonly audit: AuditRecords;
  readonly settings: SettingRecords;
  /** Enqueues jobs with what else this transaction writes: both or neither. */
  enqueue(jobs: readonly Enqueued[]): Promise<void>;
}

export interface AuditRecords {
  /** Seals and appends; one writer at a time. */
  append(event: AuditEvent): Promise<void>;
  /** Newest first. */
  list(page: Page): Promise<readonly AuditEntry[]>;
  /** What was said of how many answers, since an instant: of each answer the last word of each person, of these actions. */
  opinions(
    actions: readonly string[],
    since: Date,
  ): Promise<
    readonly { readonly action: string; readonly subject: string; readonly count: number }[]
  >;
  /** In order, from after a number. */
  read(afterSeq: number, limit: number): Promise<readonly AuditEntry[]>;
}

export interface SettingRecords {
  /** Makes others who lock this key wait until the transaction ends, whether or not it has a value. */
  lock(key: string): Promise<void>;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  all(prefix: string): Promise<ReadonlyMap<string, unknown>>;
}

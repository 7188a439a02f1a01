// The Notifier port: brings a thing's card up to date on every surface, and says a line in its thread.

import type { Effect } from '../actions/effect.ts';
import type { StepRef } from '../approvals/plan.ts';
import type { ShadowWeekRef } from '../automations/shadow-week.ts';
import type {
  ApprovalId,
  AutonomyId,
  BatchId,
  CaseId,
  CustomerId,
  DigestId,
  EventId,
  NewsId,
  PlanId,
  SuggestionId,
  TaskId,
} from '../ids.ts';
import type { Money } from '../money.ts';
import type { Escalation } from '../playbook/escalation.ts';
import type { PlaybookFault } from '../playbook/playbook.ts';
import type { Channel } from '../playbook/team.ts';

/** A thing that has cards: posted once per surface, then updated in place. */
export type PostSubject =
  | { readonly kind: 'approval'; readonly id: ApprovalId }
  | { readonly kind: 'case'; readonly id: CaseId }
  /** What a step of a run said to the team; a run may say several things. */
  | { readonly kind: 'notice'; readonly id: StepRef }
  | { readonly kind: 'task'; readonly id: TaskId }
  /** One card that stands for many, in a channel where more came than anybody reads. */
  | { readonly kind: 'digest'; readonly id: DigestId }
  /** What the team was told that has no other card. */
  | { readonly kind: 'news'; readonly id: NewsId }
  /** Whether an automation may run by itself. */
  | { readonly kind: 'autonomy'; readonly id: AutonomyId }
  | { readonly kind: 'batch'; readonly id: BatchId }
  /** What an automation in shadow would have done in a week. */
  | { readonly kind: 'shadow-week'; readonly id: ShadowWeekRef }
  /** Two customers who may be one person, or were made one. */
  | { readonly kind: 'suggestion'; readonly id: SuggestionId }
  /** Answers that name somebody: lines without a card. */
  | { readonly kind: 'customer'; readonly id: CustomerId };

/** A decision that has waited too long; `to` is who is called, null for a reminder to all. Instants in ISO text. */
export type Waiting = {
  readonly since: string;
  readonly until: string;
  readonly needsSecond: boolean;
  readonly to: Escalation | null;
};

/** One line in the thread of a thing's cards, as data; the catalogue words it. */
export type ThreadNote =
  | {
      readonly kind: 'customer-chose';
      readonly option: string;
      readonly money: Money | null;
      readonly score: number | null;
      readonly comment: string | null;
    }
  /** `assignee` is a person of team.yml, or what a surface calls somebody; instants in ISO text. */
  | {
      readonly kind: 'case-due' | 'case-awake';
      readonly assignee: string | null;
      readonly dueAt: string;
    }
  /** `by`: null where the clock did it; `to` is who is called. */
  | {
      readonly kind: 'case-escalated';
      readonly by: string | null;
      readonly text: string | null;
      readonly assignee: string | null;
      readonly dueAt: string;
      readonly to: Escalation;
    }
  | { readonly kind: 'case-reopened'; readonly by: string; readonly text: string }
  /** `assignee` is a person of team.yml, or what a surface calls somebody. */
  | { readonly kind: 'task-due'; readonly assignee: string | null; readonly dueAt: Date }
  | (Waiting & { readonly kind: 'approval-waits'; readonly approvalId: ApprovalId })
  | (Waiting & { readonly kind: 'bulk-waits'; readonly batchId: BatchId })
  /** What came of its code; `days` after it was made, by the shop's calendar. */
  | {
      readonly kind: 'code-redeemed';
      readonly order: string | null;
      readonly total: Money;
      readonly days: number;
    }
  | { readonly kind: 'code-expired' }
  | { readonly kind: 'note'; readonly by: string; readonly text: string }
  | { readonly kind: 'offer-sent' }
  | { readonly kind: 'refund-made' | 'credit-given'; readonly money: Money }
  | { readonly kind: 'decline-sent' | 'exchange-sent' | 'reply-sent' }
  | {
      readonly kind: 'step-failed';
      readonly step: Effect['kind'];
      readonly reason: string;
    };

/** What is done on one surface, by its name; one that is not connected is passed over. Each throws VendorError. */
export interface Notifier {
  /** Posts the subject's card in this channel, or updates it where it stands. */
  publish(surface: string, subject: PostSubject, channel: Channel): Promise<void>;
  /** Says a line under the subject's card, once per key. */
  reply(surface: string, subject: PostSubject, key: string, note: ThreadNote): Promise<void>;
  /** Takes the words out of every line that was said under the subject's cards: its person is forgotten. */
  redact(surface: string, subject: PostSubject): Promise<void>;
  /** Tells the team something that has no card of its own (a quarantined delivery, a broken playbook file). */
  tell(surface: string, channel: Channel, key: string, news: News): Promise<void>;
  /** The surface can be reached again: what waits for it is tried now. */
  back(surface: string): Promise<void>;
}

/** Refund cases that are left at the end of a shift, the oldest first; `count` may be more than are listed. */
export type HandOver = {
  readonly count: number;
  readonly cases: readonly {
    readonly id: CaseId;
    readonly order: string | null;
    readonly assignee: string | null;
    /** Instants in ISO text. */
    readonly dueAt: string;
    readonly snoozedUntil: string | null;
    readonly isOverdue: boolean;
    readonly isEscalated: boolean;
  }[];
};

/** News for the team, as data. */
export type News =
  | {
      readonly kind: 'quarantined';
      readonly shop: string;
      readonly topic: string;
      readonly id: string;
      readonly issue: { readonly path: string; readonly message: string } | null;
    }
  | {
      readonly kind: 'return-without-order';
      readonly shop: string;
      readonly eventId: EventId;
      readonly orderRef: string | null;
    }
  | {
      readonly kind: 'effect-failed' | 'effect-uncertain';
      readonly planId: PlanId;
      readonly position: number;
      readonly step: Effect['kind'];
      readonly reason: string;
    }
  /** A step that a teammate does in the shop, of a plan that has no card of its own. */
  | {
      readonly kind: 'by-hand';
      readonly planId: PlanId;
      readonly position: number;
      readonly customerId: CustomerId;
      readonly effect: Effect;
    }
  /** A schedule that was met while nothing ran, made up for now. */
  | { readonly kind: 'schedule-late'; readonly automation: string; readonly at: string }
  | ({ readonly kind: 'hand-over' } & HandOver)
  /** A surface takes nothing in a channel, which the team uses for these; none of them: it takes nothing at all. */
  | {
      readonly kind: 'surface-refuses';
      readonly surface: string;
      readonly channels: readonly Channel[];
      readonly reason: string;
    }
  | { readonly kind: 'job-dead'; readonly job: string; readonly error: string }
  | ({ readonly kind: 'playbook-fault' } & PlaybookFault);

// The outside and inside changes a plan may hold, as data; each is carried out at most once.
import type { CaseKind } from '../cases/case-kind.ts';
import type { Resolution } from '../cases/resolution.ts';
import type { DiscountTerms } from '../discounts/discount.ts';
import type { RenderedMail } from '../email/message.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import type { CaseId, MailId, TaskId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { Channel } from '../playbook/team.ts';

/**
 * One change. A plan is a list of these; the executor takes them in order. What must be shown before it is approved
 * (the code, the mail's bytes) is already in it, so that what was shown is what is done.
 */
export type Effect =
  | { readonly kind: 'create-discount'; readonly code: string; readonly terms: DiscountTerms }
  /** Ends a code that nobody has used. */
  | { readonly kind: 'withdraw-discount'; readonly code: string }
  | { readonly kind: 'send-email'; readonly mailId: MailId; readonly mail: RenderedMail }
  | { readonly kind: 'add-tag'; readonly tag: string }
  | { readonly kind: 'remove-tag'; readonly tag: string }
  /** The customer group of the shop; null: none. */
  | { readonly kind: 'set-shop-group'; readonly group: string | null }
  /** Holds the customer on a level; null lets go of them, and their spend decides. */
  | { readonly kind: 'set-tier'; readonly tier: string | null }
  | {
      readonly kind: 'set-attribute';
      readonly name: string;
      readonly value: AttributeValue | null;
    }
  | {
      readonly kind: 'open-case';
      readonly dueIn: string;
      /** Absent in plans of earlier versions: a refund. */
      readonly about?: CaseKind;
      readonly channel: Channel;
      /** A person of team.yml who is named on the card; absent in plans of earlier versions. */
      readonly mention?: string | null;
    }
  | {
      readonly kind: 'open-task';
      readonly title: string;
      /** A person of team.yml. */
      readonly assignee: string | null;
      readonly due: string;
      readonly remind: string | null;
      readonly channel: Channel;
    }
  | {
      readonly kind: 'send-request';
      readonly url: string;
      readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      readonly body: string;
      /** Whether it may be sent again by itself when nobody can know whether it arrived. */
      readonly repeatable: boolean;
    }
  | { readonly kind: 'cancel-task'; readonly taskId: TaskId }
  /** Gives money back through the shop. */
  | {
      readonly kind: 'refund-order';
      readonly caseId: CaseId;
      /** The shop's key, its id of the order, and the number that people say. */
      readonly shop: string;
      readonly orderRef: string;
      readonly orderNumber: string | null;
      readonly money: Money;
      /** By which the shop knows the same refund again. */
      readonly key: string;
    }
  /** Gives a customer an amount to spend in the shop. */
  | {
      readonly kind: 'give-credit';
      readonly caseId: CaseId;
      /** The key of the shop that the case is of. */
      readonly shop: string;
      readonly money: Money;
      readonly key: string;
    }
  /** Ends a case once all that comes before it in the plan was done. */
  | { readonly kind: 'resolve-case'; readonly caseId: CaseId; readonly resolution: Resolution }
  | {
      readonly kind: 'post-notice';
      readonly channel: Channel;
      readonly text: string | null;
      /** A person of team.yml who is named in it. */
      readonly mention: string | null;
      /** Whether somebody is asked to say that they follow up; absent: nobody is. */
      readonly claim?: boolean;
    }
  | { readonly kind: 'write-note'; readonly text: string }
  | {
      readonly kind: 'record-offer';
      readonly caseId: CaseId;
      readonly options: readonly OfferOption[];
      readonly token: string;
    };

/** What a customer may choose from when we offer alternatives to a refund. */
export type OfferOption =
  | { readonly kind: 'exchange' }
  | { readonly kind: 'store-credit'; readonly minor: number; readonly currency: string }
  | { readonly kind: 'code'; readonly percent: number }
  | { readonly kind: 'refund' };

/** How far an effect has come. `marked`: the marker is committed, the outside may have been asked. */
export type StepStatus = 'waiting' | 'marked' | 'done' | 'skipped' | 'failed' | 'uncertain';

/**
 * The value that a step put another one in the place of: a tag is there (true) or not, a level by hand; null: there was
 * none.
 */
export type Before = { readonly value: AttributeValue | null };

/** One row of the ledger: an effect of a plan and what became of it. */
export type Step = {
  readonly position: number;
  readonly effect: Effect;
  readonly status: StepStatus;
  readonly attempts: number;
  /** Why it was skipped, failed or is uncertain. */
  readonly reason: string | null;
  /** What the outside called it: a discount's id, a mail's Message-ID. */
  readonly outcome: string | null;
  /** What the step changed, as it stood before; null: it changed nothing of ours, or was not done. */
  readonly before: Before | null;
  readonly changedAt: Date | null;
  /** While it waits for its time: when that is. */
  readonly notBefore: Date | null;
};

/** The name of a step as `--json` shows it. */
export function stepName(effect: Effect): Effect['kind'] {
  return effect.kind;
}

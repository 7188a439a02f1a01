// Every mail with what became of it, and the addresses that get none.
import type { MailStatus, RenderedMail } from '../email/message.ts';
import type { ApprovalId, CustomerId, MailId } from '../ids.ts';
import type { Page } from './page.ts';

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
  /** When marketing mails went to each of these since an instant; who got none is not named. */
  marketingSince(
    ids: readonly CustomerId[],
    since: Date,
  ): Promise<ReadonlyMap<CustomerId, readonly Date[]>>;
  /** When the last marketing mail went to a customer, one that is on its way included; null when none ever did. */
  lastMarketing(customerId: CustomerId): Promise<Date | null>;
  /** Every mail that we tried to send to a customer. */
  ofCustomer(customerId: CustomerId): Promise<readonly MailRecord[]>;
  /** The newest mails to a customer, sent or not. */
  latestOf(customerId: CustomerId, limit: number): Promise<readonly MailRecord[]>;
  suppress(email: string, reason: SuppressionReason, at: Date): Promise<void>;
  /** Why an address is suppressed; null when it is not. */
  suppression(email: string): Promise<SuppressionReason | null>;
  /** The same for many addresses, in lower case; those that are free are not named. */
  suppressions(emails: readonly string[]): Promise<ReadonlyMap<string, SuppressionReason>>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

// What happened within a span of time, counted over everybody.
import type { HoldoutGroups } from '../automations/holdout.ts';
import type { Money } from '../money.ts';

/** A day's numbers, or any other span's. Money is in the shop's currency only, never summed across currencies. */
export type DayNumbers = {
  /** Paid, not cancelled, no tests. */
  readonly orders: number;
  readonly revenue: Money;
  readonly refunds: number;
  readonly refunded: Money;
  readonly newCustomers: number;
  readonly casesOpened: number;
  readonly casesResolved: number;
  readonly mailsSent: number;
};

/** Which customers are compared: those whom an automation met since somebody was first held out, and whose days are over. */
export type HoldoutQuestion = {
  readonly automation: string;
  readonly now: Date;
  readonly days: number;
  readonly currency: string;
};

export interface ReportRecords {
  /** By the first time that each was met; whom a person chose is left out. */
  holdout(question: HoldoutQuestion): Promise<HoldoutGroups>;
  /** From an instant up to and without another. */
  numbers(span: {
    readonly from: Date;
    readonly to: Date;
    readonly currency: string;
  }): Promise<DayNumbers>;
}

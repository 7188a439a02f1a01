// What happened within a span of time, counted over everybody.
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

export interface ReportRecords {
  /** From an instant up to and without another. */
  numbers(span: {
    readonly from: Date;
    readonly to: Date;
    readonly currency: string;
  }): Promise<DayNumbers>;
}

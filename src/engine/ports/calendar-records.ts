// Customers by what the clock asks for: their zones, whose day it is, and everybody who meets a condition.
import type { DueDay } from '../automations/due.ts';
import type { CustomerId } from '../ids.ts';
import type { Setting } from '../segments/condition.ts';
import type { Condition } from '../segments/grammar.ts';
import type { Page } from './page.ts';

export interface CalendarRecords {
  /** Every zone that a customer has, known or not. */
  zones(): Promise<readonly string[]>;
  /** Whose birthday or date of an attribute is one of these days, in the order of their ids. */
  whoseDay(
    attribute: string,
    days: readonly DueDay[],
    page: Page,
  ): Promise<readonly { readonly customerId: CustomerId; readonly year: string }[]>;
  /** Who a condition is true of (null: everybody), in the order of their ids. Throws as `SegmentRecords`. */
  whoMeets(
    condition: Condition | null,
    setting: Setting,
    page: Page,
  ): Promise<readonly CustomerId[]>;
}

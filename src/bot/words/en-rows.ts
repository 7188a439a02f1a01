// What is wrong with a row of an imported file, in English. Columns are named as the file names them.
import { moneyToText } from '#engine/money.ts';
import { type CellKind, LONGEST_LABEL, type RowFault } from '#engine/row-fault.ts';
import { quotedCell } from './problem-parts.ts';

/** The fault, as it follows the number of its line. */
export function rowFault(fault: RowFault): string {
  switch (fault.reason) {
    case 'cell':
      return `${fault.column} ${quotedCell(fault.cell)} ${WANTED[fault.wanted]}`;
    case 'decimals':
      return `${fault.column} ${quotedCell(fault.cell)} has more decimals than ${fault.currency} (${fault.most})`;
    case 'currency':
      return `currency ${quotedCell(fault.currency)} is no ISO 4217 code`;
    case 'missing':
      return `${fault.column} is missing`;
    case 'no-buyer':
      return 'customer_id and email are both missing';
    case 'open-quote':
      return 'a quote that is opened here is never closed';
    case 'scattered':
      return 'order_id stands further up already; rows of one order must follow each other';
    case 'long-tag':
      return `tags has one of more than ${fault.most} characters`;
    case 'cells':
      return `has ${fault.found} cells, the first line names ${fault.named}`;
    case 'other-total': {
      const [first, here] = [fault.first, fault.here].map((t) => `${moneyToText(t)} ${t.currency}`);
      return `order ${quotedCell(fault.order)} has the total ${first} on line ${fault.line}, ${here} here`;
    }
    case 'other-customer':
      return `order ${quotedCell(fault.order)} is another customer's on line ${fault.line}`;
  }
}

const WANTED: Readonly<Record<CellKind, string>> = {
  short: `is longer than ${LONGEST_LABEL} characters`,
  email: 'is no e-mail address',
  country: 'is no country such as DE',
  instant: 'is no date such as 2024-05-31 or 2024-05-31T18:30:00Z',
  quantity: 'is no whole number above 0',
  birthday: 'is no day such as 1990-12-31 or 12-31',
  consent: 'is none of subscribed, unsubscribed, pending, unknown',
  zone: 'is no time zone such as Europe/Berlin',
  amount: 'is no amount such as 100.50',
  positive: 'is negative',
};

// What shops tell us, in English: event types, the log, quarantine, audit and mail lists.

import { counted } from './en-speech.ts';
import { namedBy } from './names.ts';

const TYPES = {
  'customer.created': 'New customer',
  'customer.updated': 'Customer changed',
  'customer.deleted': 'Customer deleted in the shop',
  'customer.redacted': 'Customer erased',
  'shop.redacted': 'Shop erased',
  'order.placed': 'Order placed',
  'order.paid': 'Order paid',
  'order.updated': 'Order changed',
  'order.fulfilled': 'Order sent',
  'order.cancelled': 'Order cancelled',
  'refund.created': 'Refund made',
  'return.requested': 'Refund asked for',
  'return.approved': 'Return approved',
  'return.declined': 'Return declined',
  'return.closed': 'Return closed',
  'checkout.started': 'Checkout started',
  'checkout.updated': 'Checkout changed',
  'checkout.completed': 'Checkout completed',
  'checkout.abandoned': 'Checkout abandoned',
  'product.viewed': 'Product viewed',
  'appointment.booked': 'Appointment booked',
  'appointment.cancelled': 'Appointment cancelled',
  'message.received': 'Message received',
  'review.created': 'Review written',
  'tier.promoted': 'Tier went up',
  'tier.demoted': 'Tier went down',
  'survey.answered': 'Survey answered',
} satisfies Readonly<Record<string, string>>;

/** The types that have words; every language has them all. */
export type NamedEvent = keyof typeof TYPES;

/** Words of the event log, the quarantine, the audit log and the outbox. */
export const events = {
  /** An event's type in plain words; `custom.fit_quiz` is shown by its own name. */
  type: (type: string) => namedBy(TYPES, type) ?? type.replace(/^custom\./, ''),
  listTitle: 'Newest events',
  listEmpty: 'No shop has told us anything yet.',
  columns: ['Event', 'What', 'Shop', 'When', 'About'],
  title: (type: string) => namedBy(TYPES, type) ?? type,
  id: 'Event',
  shop: 'Shop',
  occurred: 'Happened',
  received: 'Arrived',
  historic: 'imported history: never a trigger',
  object: 'About',
  quarantineTitle: 'Deliveries that could not be read',
  quarantineEmpty: 'Nothing is in quarantine.',
  quarantineColumns: ['Delivery', 'Shop', 'Topic', 'When', 'What is wrong'],
  quarantined: (shop: string, topic: string) =>
    `A delivery from ${shop} (${topic}) could not be read.`,
  quarantinedKept: 'It is kept whole. Read it again after a fix, or drop it.',
  issue: (path: string, message: string) => (path === '' ? message : `${path}: ${message}`),
  readAgain: 'Read again',
  drop: 'Drop',
  dropConfirm: {
    title: 'Drop this delivery?',
    text: 'It is deleted and cannot be read again.',
    confirm: 'Drop',
  },
  dropped: 'The delivery was dropped.',
  readAgainDone: (count: number) =>
    `It was read: ${counted(count, 'new event', 'new events')} in the log.`,
  readAgainFailed: 'It still cannot be read.',
  replayTitle: 'Rebuilt from the log',
  replayed: (events: string, customers: string, ms: string) =>
    `${events} events, ${customers} customers, ${ms} ms.`,
  replaySame: 'Every profile, checkout and view came out exactly as it was.',
  replayChanged: (changed: string) =>
    `${changed} profiles, checkouts or views were not what the log says, and are now.`,
  auditTitle: 'Newest entries of the audit log',
  auditColumns: ['No.', 'When', 'Who', 'What', 'About'],
  auditEmpty: 'Nothing has been decided or done yet.',
  auditWhole: (entries: string) => `The chain of ${entries} entries is whole.`,
  auditBroken: (at: number) => `The chain breaks at entry ${at}: it or one before it was changed.`,
  verifyTitle: 'Audit log',
  outboxTitle: 'Mails',
  outboxEmpty: 'No mail has gone out yet.',
  outboxColumns: ['Mail', 'To', 'Subject', 'State', 'When'],
  previewText: 'Text of the mail',
  testSent: (to: string) => `A test was sent to ${to}.`,
  testTitle: (template: string) => `Test of ${template}`,
  testRefused: (reason: string) => `The test was not accepted: ${reason}`,
  testUncertain: 'The mail server gave no last word; look into the mailbox before trying again.',
  sampleFirstName: 'Alex',
  sampleLastName: 'Sample',
  sampleDecline: 'The return period of 30 days is over.',
  sampleLine: 'We are sorry that it did not fit.',
  testSubject: (subject: string) => `[Test] ${subject}`,
  jobDead: (job: string) => `A job (${job}) failed five times and was put aside.`,
  /** `channels`: as the team calls them; null: nowhere. */
  surfaceRefuses: (surface: string, channels: string | null) =>
    channels === null
      ? `${surface} takes no posts from me`
      : `I cannot post in ${channels} on ${surface}`,
  surfaceRefusesText: (surface: string, reason: string) => `${surface} says: ${reason}`,
  surfaceRefusesNote:
    'I keep trying. Once it is mended, everything that waits appears there. regulars check lists what is wrong.',
  scheduleLate: (automation: string) => `${automation} starts late`,
  scheduleLateText: 'Nothing ran at the time of its schedule. It starts now what was due at ',
  strayReturn: 'A return without a known order',
  strayReturnText: (order: string, shop: string) =>
    `${shop} told of a return for order ${order}, which it never sent. Find the customer and use /case open.`,
  playbookFault: 'A file of the playbook has a fault; everything else runs.',
};

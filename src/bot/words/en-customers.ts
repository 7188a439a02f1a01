// Profiles and what teammates do with them, in English.
import type { ConsentState } from '#engine/events/shop-event.ts';
import { counted } from './plural.ts';

const CONSENT: Record<ConsentState, string> = {
  subscribed: 'subscribed',
  unsubscribed: 'unsubscribed',
  pending: 'not confirmed yet',
  unknown: 'never asked (counts as no)',
};

/** Words of the profile card and of customer commands. */
export const customers = {
  email: 'E-mail',
  phone: 'Phone',
  place: 'Place',
  tier: 'Tier',
  tags: 'Tags',
  attributes: 'Attributes',
  segments: 'Segments',
  spent: 'Lifetime value',
  spentElsewhere: 'In other currencies',
  orders: 'Orders',
  average: 'Average order',
  firstOrder: 'First order',
  lastOrder: 'Last order',
  refunds: 'Refunds',
  refundsOf: (count: number, amount: string) =>
    count === 0 ? 'none' : `${counted(count, 'refund', 'refunds')} (${amount})`,
  consent: 'E-mail consent',
  smsConsent: 'SMS consent',
  consentState: (state: ConsentState) => CONSENT[state],
  since: 'Customer since',
  birthday: 'Birthday',
  openCases: 'Open cases',
  pending: 'Waiting for approval',
  recentOrders: 'Latest orders',
  orderColumns: ['Order', 'Placed', 'Total', 'State'],
  orderState: { paid: 'paid', unpaid: 'not paid', cancelled: 'cancelled', test: 'test' },
  timelineButton: 'Timeline',
  profileButton: 'Profile',
  timelineTitle: (name: string) => `What happened with ${name}`,
  timelineEmpty: 'Nothing has happened yet.',
  topTitle: (by: string) => `Best customers by ${by}`,
  topEmpty: 'No customers yet.',
  topColumns: ['Customer', 'Spent', 'Orders', 'Id'],
  bySpend: 'lifetime value',
  noPrediction: 'Predictions have not been fitted yet. Use --by spend.',
  tagged: (name: string, tag: string) => `${name} now has the tag “${tag}”.`,
  alreadyTagged: (name: string, tag: string) => `${name} already had the tag “${tag}”.`,
  untagged: (name: string, tag: string) => `The tag “${tag}” was taken from ${name}.`,
  notTagged: (name: string, tag: string) => `${name} did not have the tag “${tag}”.`,
  attributeSet: (name: string, key: string, value: string) => `${name}: ${key} is now ${value}.`,
  attributeCleared: (name: string, key: string) => `${name}: ${key} was cleared.`,
  tierSet: (name: string, tier: string) =>
    `${name} is on ${tier} and stays there. To let their spend decide again, set the tier to auto.`,
  tierReleased: (name: string) => `${name}’s tier follows their spend again.`,
  tierByHand: (tier: string) => `${tier} (set by hand)`,
  unchanged: (name: string) => `Nothing to change for ${name}.`,
  noted: (name: string) => `The note is on ${name}'s timeline.`,
  forgotten: (id: string) => `${id} was forgotten`,
  forgottenLine: 'This line was about a customer who was forgotten.',
  forgottenText: 'Profile, texts, mails and raw events are erased; amounts without a person stay.',
  forgetAsk: (name: string) =>
    `This erases ${name} for good and cannot be taken back. Repeat the command with --yes to do it.`,
  exportTitle: (name: string) => `Everything kept about ${name}`,
  exportCounts: (orders: number, entries: number, cases: number) =>
    `${counted(orders, 'order', 'orders')}, ${counted(entries, 'timeline entry', 'timeline entries')}, ${counted(cases, 'case', 'cases')}. Use --json in the terminal to save them.`,
};

// What can be said: one customer, the best of them, and changes to one of them.
import { ASK, COUNT, type Facet, type Intent } from './intent.ts';
import type { Concept } from './phrases-en.ts';

/** One customer, the best of them, and changes to one of them. */
export const CUSTOMER_INTENTS: readonly Intent[] = [
  {
    command: 'customer show',
    needs: ['show'],
    may: ['customer', 'list'],
    args: { who: 'customer' },
  },
  { command: 'customer show', needs: ['customer'], may: [...ASK], args: { who: 'customer' } },
  facet('orders', ['order'], [...COUNT, 'times', 'list', 'when', 'once', 'over']),
  facet('last-order', ['last', 'order'], [...ASK, 'when', 'in', 'since', 'ago']),
  facet('last-order', ['when', 'order'], [...ASK, 'last']),
  facet('first-order', ['first', 'order'], [...ASK, 'when']),
  facet('first-order', ['joined'], [...ASK, 'when', 'since']),
  facet('first-order', ['when', 'customer'], [...ASK, 'since', 'joined']),
  facet('refunds', ['refund'], [...COUNT, 'money', 'last', 'times', 'when', 'give', 'order']),
  facet('refunds', ['refunds_given'], [...COUNT]),
  {
    command: 'customer show',
    needs: ['whether'],
    may: ['in', 'tier', 'to'],
    mentions: ['tier'],
    args: { who: 'customer' },
    facet: 'tier',
  },
  { command: 'customer show', needs: [':key'], args: { who: 'customer' } },
  facet('tier', ['tier'], [...ASK, 'in']),
  facet('tier', ['vip'], [...ASK, 'tag', 'tier']),
  facet('tags', ['tagsOf'], [...ASK]),
  facet('spent', ['spent'], [...COUNT, 'money', 'over']),
  facet('average', ['average'], [...COUNT, 'money', 'spent', 'order']),
  facet('consent', [['consent', 'unsubscribed']], [...ASK, 'email', 'send', 'not', 'sms', 'when']),
  facet(
    'contact',
    [['phone', 'email', 'contactdata', 'birthday', 'language', 'live_in']],
    [...ASK, 'when', 'to', 'in'],
  ),
  facet('cases', ['case'], [...COUNT, 'open']),
  {
    command: 'customer show',
    needs: [['recommended', 'attributes', 'segmentsOf', 'predicted']],
    may: [...ASK, 'order', 'product', 'in'],
    args: { who: 'customer' },
  },
  {
    command: 'customer timeline',
    needs: ['timeline'],
    may: [...ASK, 'last', 'order', 'past', 'in', 'since', 'during'],
    mentions: ['duration', 'days'],
    args: { who: 'customer' },
    options: { limit: 'limit' },
  },
  {
    command: 'customer top',
    needs: ['top', ['customer', 'everyone']],
    may: [...COUNT, 'most', 'spent', 'who', 'vip', 'order'],
    options: { limit: 'limit' },
    said: [['byPredicted', 'by', 'predicted']],
  },
  {
    command: 'customer top',
    needs: ['top'],
    may: ['show', 'list', 'most', 'spent', 'byPredicted'],
    args: { limit: 'limit' },
    said: [['byPredicted', 'by', 'predicted']],
  },
  {
    command: 'customer top',
    needs: ['most', ['spent', 'customer', 'everyone', 'who', 'order']],
    may: [...COUNT, 'spent', 'order', 'money', 'who', 'everyone', 'customer', 'give'],
    options: { limit: 'limit' },
  },
  {
    command: 'customer top',
    needs: ['customer', 'byPredicted'],
    may: ['show', 'list', 'top'],
    options: { limit: 'limit' },
    fixed: { by: 'predicted' },
  },
  {
    command: 'customer merges',
    needs: ['duplicates'],
    may: [...COUNT, 'customer', 'everyone', 'open', 'whether'],
  },
  {
    command: 'customer set',
    needs: [['set', 'give', 'add', 'mark']],
    may: ['customer', 'tier', 'in', 'set', 'tag'],
    args: { value: 'tier', who: 'customer' },
    fixed: { attribute: 'tier' },
  },
  {
    command: 'customer tag',
    needs: ['add', 'vip'],
    may: ['customer', 'set'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer tag',
    needs: [['tag', 'mark', 'tagged']],
    may: ['add', 'give', 'set', 'customer', 'mark', 'tag', 'to', 'create'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: ['remove', 'from'],
    may: ['customer'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: [['tag', 'mark'], 'remove'],
    may: ['customer', 'clear', 'not', 'remove'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer untag',
    needs: ['untag'],
    may: ['customer', 'tag', 'remove'],
    args: { tag: 'tag', who: 'customer' },
  },
  {
    command: 'customer set',
    needs: ['set'],
    may: ['customer', 'attribute', 'set'],
    args: { value: 'value', attribute: 'attribute', who: 'customer' },
  },
  {
    command: 'customer note',
    needs: ['note'],
    may: ['add', 'create', 'customer', 'timeline', 'in', 'give', 'set', 'text'],
    args: { text: 'text', who: 'customer' },
  },
  {
    command: 'customer merge',
    needs: ['merge'],
    may: ['customer'],
    args: { who: 'customer', other: 'customer' },
  },
  {
    command: 'customer apart',
    needs: ['apart'],
    may: ['customer', 'and'],
    args: { who: 'customer', other: 'customer' },
  },
  {
    command: 'customer export',
    needs: ['export'],
    may: ['customer', 'everyone', 'show', 'give'],
    args: { who: 'customer' },
  },
  {
    command: 'customer forget',
    needs: ['erase'],
    may: ['customer', 'remove'],
    args: { who: 'customer' },
  },
];

function facet(name: Facet, needs: Intent['needs'], may: readonly Concept[]): Intent {
  return {
    command: 'customer show',
    needs,
    may: [...may, 'customer'],
    args: { who: 'customer' },
    facet: name,
  };
}

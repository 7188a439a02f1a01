// What can be said: segments, and customers by what is said of them.
import { ASK, COUNT, type Intent } from './intent.ts';

/** Segments, and customers by what is said of them. */
export const SEGMENT_INTENTS: readonly Intent[] = [
  {
    command: 'segment list',
    needs: ['segment'],
    may: [...COUNT, 'everyone'],
    passes: ['query', 'save', 'create'],
  },
  {
    command: 'segment show',
    needs: [['show', 'list'], 'segment'],
    may: ['query', 'list', 'segment'],
    args: { name: 'segment' },
  },
  {
    command: 'segment show',
    needs: ['query'],
    may: ['show', 'segment'],
    args: { name: 'segment' },
  },
  {
    command: 'segment estimate',
    needs: ['count'],
    may: ['customer', 'everyone', 'in', 'member', 'who', 'segment', 'whether'],
    args: { query: 'query' },
  },
  {
    command: 'segment estimate',
    needs: [],
    may: ['show', 'list', 'count', 'whether'],
    args: { query: 'described' },
  },
  // Whoever has ordered so often or never is everybody.
  {
    command: 'segment estimate',
    needs: ['count', ['customer', 'everyone']],
    may: ['whether'],
    fixed: { query: 'number_of_orders >= 0' },
  },
  {
    command: 'segment members',
    needs: [['member', 'who']],
    may: [...ASK, 'segment', 'in', 'isIn', 'everyone', 'customer', 'member'],
    args: { segment: 'group' },
    options: { limit: 'limit' },
  },
  {
    command: 'segment members',
    needs: [
      ['customer', 'everyone', 'list'],
      ['in', 'member', 'isIn', 'list'],
    ],
    may: [...ASK, 'segment', 'customer', 'everyone', 'who'],
    args: { segment: 'group' },
    options: { limit: 'limit' },
  },
  {
    command: 'segment explain',
    needs: [['why', 'whether', 'isIn']],
    may: ['not', 'in', 'isIn', 'segment', 'customer', 'member', 'whether'],
    args: { segment: 'segment', who: 'customer' },
  },
  {
    command: 'segment explain',
    needs: ['why', 'isIn'],
    may: ['not', 'segment', 'customer', 'member', 'whether'],
    args: { segment: 'segment', who: 'customer' },
  },
  {
    command: 'segment coverage',
    needs: ['coverage'],
    may: [
      ...ASK,
      'who',
      'everyone',
      'customer',
      'not',
      'automation',
      'tier',
      'count',
      'segment',
      'in',
      'whether',
      'between',
      'them',
    ],
  },
  {
    command: 'segment fields',
    needs: ['fields'],
    may: ['show', 'list', 'segment', 'query', 'customer', 'everyone', 'in'],
  },
  {
    command: 'segment save',
    needs: ['save'],
    may: ['segment', 'as', 'them', 'query', 'save'],
    args: { query: 'query', name: 'newName' },
  },
  { command: 'segment remove', needs: ['remove', 'segment'], args: { name: 'segment' } },
  {
    command: 'segment export',
    needs: ['export'],
    may: ['segment', 'customer', 'everyone', 'member', 'show', 'export'],
    args: { segment: 'people' },
  },
  {
    command: 'segment tier',
    needs: [['set', 'give', 'add', 'mark']],
    may: ['everyone', 'customer', 'tier', 'in', 'set'],
    args: { segment: 'people', tier: 'tier' },
  },
  {
    command: 'segment tag',
    needs: [['tag', 'mark']],
    may: ['add', 'give', 'set', 'everyone', 'customer', 'mark', 'in', 'member'],
    args: { segment: 'people', tag: 'tag' },
  },
  {
    command: 'segment untag',
    needs: [['tag', 'mark'], 'remove'],
    may: ['everyone', 'customer', 'in'],
    args: { segment: 'people', tag: 'tag' },
  },
  {
    command: 'segment untag',
    needs: ['untag'],
    may: ['everyone', 'customer', 'in', 'tag'],
    args: { segment: 'people', tag: 'tag' },
  },
  {
    command: 'segment set',
    needs: ['set'],
    may: ['everyone', 'customer', 'attribute', 'in'],
    args: { segment: 'people', value: 'value', attribute: 'attribute' },
  },
];

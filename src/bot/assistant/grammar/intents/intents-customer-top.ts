// What can be asked: the best customers, and who may be in the books twice.
import { ASK, COUNT, type Intent } from './intent.ts';

/** The best customers, and duplicates. */
export const CUSTOMER_RANKS: readonly Intent[] = [
  {
    command: 'customer top',
    needs: ['top', ['customer', 'everyone']],
    may: [...ASK, 'most', 'spent', 'who', 'vip'],
    options: { limit: 'limit' },
    said: [['byPredicted', 'by', 'predicted']],
  },
  {
    command: 'customer top',
    needs: ['topCustomers'],
    may: [...ASK, 'most', 'spent', 'who', 'everyone', 'customer'],
    options: { limit: 'limit' },
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
    needs: ['most', ['spent', 'customer', 'everyone', 'who']],
    may: [...ASK, 'spent', 'money', 'who', 'everyone', 'customer', 'give'],
    options: { limit: 'limit' },
  },
  {
    command: 'customer top',
    needs: ['customer', 'byPredicted'],
    may: ['show', 'list', 'top'],
    options: { limit: 'limit' },
    fixed: { by: 'predicted' },
  },
  ...[
    ['top', ['customer', 'everyone']] as const,
    ['topCustomers'] as const,
    ['most', ['spent', 'who']] as const,
  ].map(
    (needs): Intent => ({
      command: 'customer top',
      needs: [...needs, [':days', ':duration']],
      may: [
        ...ASK,
        'most',
        'spent',
        'who',
        'past',
        'in',
        'during',
        'since',
        'customer',
        'everyone',
        'money',
      ],
      mentions: ['days', 'duration'],
      options: { limit: 'limit' },
      caveat: 'period',
    }),
  ),
  // They are only ranked by what they have spent.
  ...[
    ['mostOrders', ['customer', 'everyone', 'who', 'top', 'topCustomers']] as const,
    [['most', 'top', 'topCustomers'], 'order', ['customer', 'everyone', 'who']] as const,
  ].map(
    (needs): Intent => ({
      command: 'customer top',
      needs,
      may: [...ASK, 'most', 'top', 'topCustomers', 'who', 'everyone', 'customer', 'give', 'order'],
      options: { limit: 'limit' },
      caveat: 'measure',
    }),
  ),
  {
    command: 'customer merges',
    needs: ['duplicates'],
    may: [...COUNT, 'customer', 'everyone', 'open', 'whether'],
  },
];

// What can be asked: the best customers, and who may be in the books twice.
import { COUNT, type Intent } from './intent.ts';

/** The best customers, and duplicates. */
export const CUSTOMER_RANKS: readonly Intent[] = [
  {
    command: 'customer top',
    needs: ['top', ['customer', 'everyone']],
    may: [...COUNT, 'most', 'spent', 'who', 'vip', 'order'],
    options: { limit: 'limit' },
    said: [['byPredicted', 'by', 'predicted']],
  },
  {
    command: 'customer top',
    needs: ['topCustomers'],
    may: [...COUNT, 'most', 'spent', 'who', 'everyone', 'customer'],
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
  ...[
    ['top', ['customer', 'everyone']] as const,
    ['topCustomers'] as const,
    ['most', ['spent', 'order', 'who']] as const,
  ].map(
    (needs): Intent => ({
      command: 'customer top',
      needs: [...needs, [':days', ':duration']],
      may: [
        ...COUNT,
        'most',
        'spent',
        'who',
        'order',
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
  {
    command: 'customer merges',
    needs: ['duplicates'],
    may: [...COUNT, 'customer', 'everyone', 'open', 'whether'],
  },
];

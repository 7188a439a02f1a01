// What can be said: approvals: shown, never decided.
import { ASK, COUNT, type Intent } from './intent.ts';

const STATUSES = [
  ['waiting', 'status', 'pending'],
  ['approvedOnes', 'status', 'approved'],
  ['rejectedOnes', 'status', 'rejected'],
  ['expiredOnes', 'status', 'expired'],
  ['failedOnes', 'status', 'failed'],
  ['doneOnes', 'status', 'done'],
] as const;

/** Approvals: shown, never decided. */
export const APPROVAL_INTENTS: readonly Intent[] = [
  {
    command: 'approval list',
    needs: ['approval'],
    may: [...COUNT, 'last', 'mine', 'today', 'when'],
    said: STATUSES,
  },
  {
    command: 'approval list',
    needs: ['waiting', ['approval', 'approve', 'list', 'show', 'whether']],
    may: [...COUNT, 'mine', 'approve', 'approval', 'open', 'today', 'case'],
    fixed: { status: 'pending' },
  },
  {
    command: 'approval list',
    needs: ['open', 'approval'],
    may: [...COUNT, 'mine'],
    fixed: { status: 'pending' },
  },
  {
    command: 'approval list',
    needs: [
      ['approvedOnes', 'rejectedOnes'],
      ['list', 'show', 'whether', 'count'],
    ],
    may: [...COUNT, 'last', 'case', 'today', 'approval'],
    said: STATUSES,
  },
  {
    command: 'approval list',
    needs: [
      ['approval', 'approve', 'approvedOnes', 'rejectedOnes', 'expiredOnes', 'failedOnes'],
      [':days', ':duration'],
      ['list', 'show', 'count', 'whether', 'approval'],
    ],
    may: [
      ...COUNT,
      'last',
      'past',
      'in',
      'since',
      'approve',
      'approval',
      'case',
      'during',
      'when',
      'reject',
    ],
    mentions: ['days', 'duration'],
    said: [...STATUSES, ['approve', 'status', 'approved'], ['reject', 'status', 'rejected']],
    caveat: 'period',
  },
  {
    command: 'approval list',
    needs: ['approval', [':days', ':duration']],
    may: [...COUNT, 'last', 'past', 'in', 'since', 'case', 'during', 'when'],
    mentions: ['days', 'duration'],
    said: STATUSES,
    caveat: 'period',
  },
  {
    command: 'approval show',
    needs: [],
    may: [...ASK, 'approval'],
    passes: STATUSES.map(([concept]) => concept),
    args: { id: 'approval' },
  },
  {
    command: 'approval approve',
    needs: ['approve'],
    may: ['approval', 'approve'],
    args: { id: 'approval' },
  },
  {
    command: 'approval reject',
    needs: ['reject'],
    may: ['approval', 'reject'],
    args: { id: 'approval' },
  },
];

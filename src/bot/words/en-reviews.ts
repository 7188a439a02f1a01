// Deciding what waits, one after the other, in English.
import { counted } from './en-speech.ts';

/** Words of a review. */
export const reviews = {
  position: (position: number, total: number) => `${position} of ${total} that wait for you`,
  skip: 'Skip',
  list: 'List',
  start: 'Decide one after the other',
  again: 'Start again',
  rejectConfirm: {
    title: 'Reject this?',
    text: 'Nothing will be sent. To give a reason, open the approval.',
    confirm: 'Reject',
  },
  byCommand: (id: string) =>
    `By command: approval approve ${id} --next · approval reject ${id} --next · approval next --after ${id}`,
  approved: (summary: string) => `Approved: ${summary}`,
  rejected: (summary: string) => `Rejected: ${summary}`,
  needsSecond: (summary: string) =>
    `Your approval counts, a second person must approve it: ${summary}`,
  notDecided: (summary: string, why: string) => `Not decided: ${summary}. ${why}`,
  edited: 'Saved as a new version. It still waits for your decision.',
  unchanged: 'Nothing was changed. It still waits for your decision.',
  endTitle: 'That was the last one',
  noneTitle: 'Nothing waits for your decision',
  skipped: (count: number) =>
    `${counted(count, 'approval still waits', 'approvals still wait')} for you.`,
};

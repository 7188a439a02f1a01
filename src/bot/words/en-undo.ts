// Taking back what was done, in English: what is taken back, what stays, and why.
import type { NoInverse } from '#engine/actions/inverse.ts';
import type { UndoRefusal } from '#engine/flows/undo-plan.ts';

const STAYS: Record<NoInverse, string> = {
  'not-done': 'it was not done',
  'was-so': 'it was so before',
  'changed-since': 'somebody has changed it since',
  'not-recorded': 'nobody noted what was there before',
  'mail-sent': 'a mail that was sent cannot be called back',
  'notice-posted': 'the team has read it',
  'note-written': 'a note stays on the profile',
  'case-opened': 'resolve the case instead',
  'refund-made': 'the money is refunded',
  'credit-given': 'the credit is given; take it back in the shop',
  'case-resolved': 'the case is resolved; it can be reopened',
  'offer-made': 'the customer has the offer',
  'code-used': 'somebody has used the code',
  'task-cancelled': 'a task that was cancelled stays so; open a new one',
  'request-sent': 'the receiver has it; undo it there',
  'code-withdrawn': 'a code that was switched off stays off; make a new one',
};

const REFUSED: Record<UndoRefusal, string> = {
  'not-found': 'There is nothing of this id that could be undone.',
  'under-way': 'This is not finished yet. Reject the approval, or wait until it is done.',
  'undone-already': 'This was undone already.',
  'nothing-to-undo': 'Nothing of this can be undone.',
};

/** Words of the undo card, its button and its form. */
export const undo = {
  button: 'Undo',
  title: 'Undo',
  done: 'Undone',
  refusedTitle: 'Not undone',
  refused: (reason: UndoRefusal) => REFUSED[reason],
  willDo: 'This is taken back:',
  doing: 'Taken back:',
  stays: 'This stays:',
  stay: (what: string, reason: NoInverse) => `${what}: ${STAYS[reason]}`,
  by: (name: string) => `Undone by ${name}`,
  choose: 'What should be undone?',
  nothing: 'Nothing of the last weeks can be undone.',
  option: (about: string, day: string, what: string) => `${day} · ${about}: ${what}`,
  ofTeammate: (name: string) => `by ${name}`,
  ofCase: 'refund case',
};

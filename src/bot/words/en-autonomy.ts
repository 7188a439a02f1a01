// Earned autonomy in English: the offer, what became of it, and what is said of everything that went out by it.
import type { AutonomyEnd, Bound } from '#engine/approvals/autonomy.ts';
import { worth } from './en-speech.ts';

const ENDED: Record<AutonomyEnd, string> = {
  'by-person': 'somebody wants to be asked',
  rejected: 'one of its proposals was rejected',
  undone: 'something it did was taken back',
  spike: 'it proposed far more within a day than it used to',
  changed: 'its definition was changed',
};

/** Words of earned autonomy. */
export const autonomy = {
  offerTitle: (title: string, bound: Bound) => `Let “${title}” run by itself ${upTo(bound)}?`,
  title: (title: string) => `“${title}” and its approvals`,
  earned: (unchanged: number, sample: number, share: string) =>
    `${unchanged} of the last ${sample} proposals (${share}) were approved as they were.`,
  meaning: (bound: Bound, perDay: number) =>
    `Then what it proposes ${upTo(bound)} goes out without a decision, at most ${perDay} within a day; everything else is asked as before. A rejection, an undo, a change of its definition or a spike ends it, and so does one press.`,
  onlyAdmins: 'An admin decides on this.',
  active: (bound: Bound) => `It runs by itself ${upTo(bound)}.`,
  declined: 'It goes on asking. This is offered again after as many new decisions.',
  ended: (end: AutonomyEnd) => `It asks again: ${ENDED[end]}.`,
  stateLabel: 'State',
  acceptedBy: 'Accepted by',
  declinedBy: 'Declined by',
  endedBy: 'Ended by',
  accept: 'Let it run',
  acceptConfirm: {
    title: 'Let it run by itself?',
    text: 'What lies under the bound goes out without a decision. One press ends it.',
    confirm: 'Let it run',
  },
  decline: 'Go on asking',
  end: 'Ask again from now on',
  byItself: (bound: Bound, by: string) =>
    `Approved by earned autonomy ${upTo(bound)}, which ${by} accepted`,
  label: 'Approvals',
  refusedTitle: 'Not changed',
  refused: {
    'not-so': 'Somebody was quicker, or it is over already. Here is how it stands.',
    changed: 'The automation was changed since: its new definition has earned nothing yet.',
  },
  notActive: 'It asks before everything already.',
};

function upTo(bound: Bound): string {
  return bound === null ? 'where it makes no code' : `up to ${worth(bound)}`;
}

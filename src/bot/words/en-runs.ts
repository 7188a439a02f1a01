// Runs in English: where one stands, what became of each step, how it is stopped.
import { events } from './en-events.ts';

/** Words of the cards of runs. */
export const runs = {
  title: (automation: string, name: string) => `${automation}: ${name}`,
  state: 'State',
  began: 'Began',
  follows: 'Follows',
  version: (ordinal: number) => `version ${ordinal} of its automation`,
  steps: 'Steps',
  waitsUntil: 'waits until ',
  waitedFor: (event: string) => `${events.type(event)} came`,
  step: (place: number, of: number, summary: string) => `${place} of ${of}: ${summary}`,
  next: 'next',
  nothingLeft: 'nothing left to do',
  would: 'would be done',
  never: 'not reached',
  stop: 'Stop',
  stopConfirm: {
    title: 'Stop this run?',
    text: 'Its next steps are not taken, and what waits for approval is taken back. What was done stays.',
    confirm: 'Stop it',
  },
  startedByHand: 'Started by hand.',
  startedAsShadow: 'Recorded by hand: it is in shadow mode, so nothing is done.',
  stopped: 'It is stopped. What was done stays; undo takes it back as far as it can be.',
  stopRefusedTitle: 'Not stopped',
  stopRefused: 'It has ended already.',
  lost: 'Its definition can no longer be read.',
};

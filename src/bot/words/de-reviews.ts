// Deciding what waits, one after the other, in German.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of a review. */
export const reviews: Words['reviews'] = {
  position: (position, total) => `${position} von ${total}, die auf dich warten`,
  skip: 'Überspringen',
  list: 'Liste',
  start: 'Nacheinander entscheiden',
  again: 'Von vorn beginnen',
  rejectConfirm: {
    title: 'Dies ablehnen?',
    text: 'Es wird nichts gesendet. Um einen Grund anzugeben, die Freigabe öffnen.',
    confirm: 'Ablehnen',
  },
  byCommand: (id) =>
    `Als Befehl: approval approve ${id} --next · approval reject ${id} --next · approval next --after ${id}`,
  approved: (summary) => `Freigegeben: ${summary}`,
  rejected: (summary) => `Abgelehnt: ${summary}`,
  needsSecond: (summary) =>
    `Deine Freigabe zählt, eine zweite Person muss ebenfalls freigeben: ${summary}`,
  notDecided: (summary, why) => `Nicht entschieden: ${summary}. ${why}`,
  edited: 'Als neue Version gespeichert. Sie wartet weiter auf deine Entscheidung.',
  unchanged: 'Es wurde nichts geändert. Sie wartet weiter auf deine Entscheidung.',
  endTitle: 'Das war die letzte',
  noneTitle: 'Nichts wartet auf deine Entscheidung',
  skipped: (count) => `${counted(count, 'Freigabe wartet', 'Freigaben warten')} noch auf dich.`,
};

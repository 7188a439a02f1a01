// Taking back what was done, in German: what is taken back, what stays, and why.
import type { NoInverse } from '#engine/actions/inverse.ts';
import type { UndoRefusal } from '#engine/flows/undo-plan.ts';
import type { Words } from './en.ts';

const STAYS: Record<NoInverse, string> = {
  'not-done': 'es wurde nicht getan',
  'was-so': 'es war vorher schon so',
  'changed-since': 'jemand hat es seither geändert',
  'not-recorded': 'niemand hat notiert, was vorher da war',
  'mail-sent': 'eine gesendete Mail lässt sich nicht zurückrufen',
  'notice-posted': 'das Team hat es gelesen',
  'note-written': 'eine Notiz bleibt am Profil',
  'case-opened': 'stattdessen den Fall lösen',
  'refund-made': 'das Geld ist erstattet',
  'credit-given': 'das Guthaben ist gegeben; bitte im Shop zurücknehmen',
  'case-resolved': 'der Fall ist gelöst; er lässt sich wieder öffnen',
  'offer-made': 'der Kunde hat das Angebot',
  'code-used': 'der Code wurde schon eingelöst',
  'task-cancelled': 'eine abgebrochene Aufgabe bleibt es; bitte eine neue anlegen',
  'request-sent': 'der Empfänger hat sie; bitte dort zurücknehmen',
  'code-withdrawn': 'ein abgeschalteter Code bleibt es; bitte einen neuen anlegen',
};

const REFUSED: Record<UndoRefusal, string> = {
  'not-found': 'Unter dieser Id gibt es nichts, was sich zurücknehmen ließe.',
  'under-way':
    'Dies ist noch nicht beendet. Bitte die Freigabe ablehnen oder warten, bis es fertig ist.',
  'undone-already': 'Dies wurde schon zurückgenommen.',
  'nothing-to-undo': 'Hiervon lässt sich nichts zurücknehmen.',
};

/** Words of the undo card, its button and its form. */
export const undo: Words['undo'] = {
  button: 'Zurücknehmen',
  title: 'Zurücknehmen',
  done: 'Zurückgenommen',
  refusedTitle: 'Nicht zurückgenommen',
  refused: (reason) => REFUSED[reason],
  willDo: 'Dies wird zurückgenommen:',
  doing: 'Zurückgenommen:',
  stays: 'Dies bleibt:',
  stay: (what, reason) => `${what}: ${STAYS[reason]}`,
  by: (name) => `Zurückgenommen von ${name}`,
  choose: 'Was soll zurückgenommen werden?',
  nothing: 'Aus den letzten Wochen lässt sich nichts zurücknehmen.',
  option: (about, day, what) => `${day} · ${about}: ${what}`,
  ofTeammate: (name) => `von ${name}`,
  ofCase: 'Erstattungsfall',
};

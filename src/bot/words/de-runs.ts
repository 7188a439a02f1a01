// Runs in German: where one stands, what became of each step, how it is stopped.
import { events } from './de-events.ts';
import type { Words } from './en.ts';

/** Words of the cards of runs. */
export const runs: Words['runs'] = {
  title: (automation, name) => `${automation}: ${name}`,
  state: 'Stand',
  began: 'Begonnen',
  follows: 'Folgt',
  version: (ordinal) => `Version ${ordinal} der Automation`,
  steps: 'Schritte',
  waitsUntil: 'wartet bis ',
  waitedFor: (event) => `${events.type(event)} ist eingetroffen`,
  step: (place, of, summary) => `${place} von ${of}: ${summary}`,
  next: 'als Nächstes',
  nothingLeft: 'nichts mehr zu tun',
  would: 'würde getan',
  never: 'nicht erreicht',
  stop: 'Anhalten',
  stopConfirm: {
    title: 'Diesen Lauf anhalten?',
    text: 'Seine nächsten Schritte entfallen, und was auf Freigabe wartet, wird zurückgezogen. Was getan ist, bleibt.',
    confirm: 'Anhalten',
  },
  startedByHand: 'Von Hand gestartet.',
  startedAsShadow:
    'Von Hand aufgezeichnet: Die Automation ist im Schattenmodus, daher wird nichts getan.',
  stopped: 'Er ist angehalten. Was getan ist, bleibt; undo nimmt es zurück, soweit es geht.',
  stopRefusedTitle: 'Nicht angehalten',
  stopRefused: 'Er ist schon zu Ende.',
  lost: 'Seine Definition ist nicht mehr lesbar.',
};

// Back-tests in German.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of a back-test's card. */
export const backtests: Words['backtests'] = {
  title: (automation) => `Rückrechnung: ${automation}`,
  noEvents:
    'In dieser Zeit gibt es nichts nachzurechnen: Im Protokoll steht kein Ereignis eines Kunden.',
  span: (from, to) => [
    'Was sie getan hätte, vom ',
    from,
    ' bis zum ',
    to,
    ', mit jedem Kunden, wie er zu jedem Zeitpunkt war. Es wurde nichts gesendet oder geändert.',
  ],
  events: 'Nachgerechnete Ereignisse',
  firings: 'Hätte ausgelöst',
  customers: 'Kunden',
  approvals: 'Freigaben',
  aWeek: (all, aWeek) => `${all} (${aWeek} pro Woche)`,
  exposure: 'Mögliche Kosten der Codes',
  byMonth: 'Auslösungen je Monat',
  month: 'Monat',
  overlap: 'Auch getroffen von',
  people: (count) => counted(count, 'Kunde', 'Kunden'),
  limits:
    'Nicht nachgerechnet: Mails und Antworten auf Umfragen, von Hand vergebene Tags und alles, was nach einer Wartezeit kommt.',
};

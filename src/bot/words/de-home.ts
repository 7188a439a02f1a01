// One teammate's own page, in German.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of the page that a teammate starts from, and of finding a customer. */
export const home: Words['home'] = {
  title: (name) => `Hallo ${name}`,
  approvals: (count) =>
    count === 0
      ? 'Deine Entscheidung'
      : `${counted(count, 'Freigabe wartet', 'Freigaben warten')} auf dich`,
  bulk: (count) =>
    `${counted(count, 'Entscheidung', 'Entscheidungen')} für viele Kunden auf einmal`,
  noApprovals: 'Nichts wartet auf deine Entscheidung.',
  mine: (count) => (count === 0 ? 'Deine Fälle' : `${counted(count, 'Fall', 'Fälle')} von dir`),
  noneMine: 'Du hast keinen offenen Fall.',
  tasks: (count) =>
    count === 0 ? 'Deine Aufgaben' : `${counted(count, 'Aufgabe', 'Aufgaben')} von dir`,
  noTasks: 'Du hast keine offene Aufgabe.',
  free: (count) =>
    count === 0
      ? 'Nicht übernommen'
      : counted(count, 'nicht übernommener Fall', 'nicht übernommene Fälle'),
  noneFree: 'Jede Anfrage ist übernommen.',
  expires: (at) => ['läuft ab ', at],
  due: (at) => ['fällig ', at],
  overdue: (at) => ['überfällig seit ', at],
  refund: (order) =>
    order === null ? 'Erstattungsanfrage' : `Erstattungsanfrage, Bestellung ${order}`,
  openCase: 'Fall öffnen',
  today: 'Heute',
  orders: 'Bestellungen',
  refunds: 'Erstattungen',
  newCustomers: 'Neue Kunden',
  casesToday: 'Fälle',
  mails: 'Gesendete Mails',
  withAmount: (count, amount) => (count === 0 ? '0' : `${count} (${amount})`),
  openedAndResolved: (opened, resolved) => `${opened} eröffnet, ${resolved} gelöst`,
  findCustomer: 'Kunden suchen',
  findSegment: 'Segment zeigen',
  newSegment: 'Neues Segment',
  previewMail: 'Mail ansehen',
  segmentLabel: 'Welches Segment',
  mailLabel: 'Welche Mail',
  previewSubmit: 'Ansehen',
  findTitle: 'Kunden suchen',
  findLabel: 'Wen',
  findHint: 'E-Mail, Telefon, Bestellnummer oder Name',
  findSubmit: 'Suchen',
};

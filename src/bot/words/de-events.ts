// What shops tell us, in German: event types, the log, quarantine, audit and mail lists.

import { issueDetail } from './de-foreign.ts';
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';
import type { NamedEvent } from './en-events.ts';
import { namedBy } from './names.ts';

const TYPES: Readonly<Record<NamedEvent, string>> = {
  'customer.created': 'Neuer Kunde',
  'customer.updated': 'Kunde geändert',
  'customer.deleted': 'Kunde im Shop gelöscht',
  'customer.redacted': 'Kundendaten gelöscht',
  'shop.redacted': 'Shopdaten gelöscht',
  'order.placed': 'Bestellung aufgegeben',
  'order.paid': 'Bestellung bezahlt',
  'order.updated': 'Bestellung geändert',
  'order.fulfilled': 'Bestellung versandt',
  'order.cancelled': 'Bestellung storniert',
  'refund.created': 'Erstattung veranlasst',
  'return.requested': 'Erstattung angefragt',
  'return.approved': 'Rücksendung genehmigt',
  'return.declined': 'Rücksendung abgelehnt',
  'return.closed': 'Rücksendung abgeschlossen',
  'checkout.started': 'Bezahlvorgang begonnen',
  'checkout.updated': 'Bezahlvorgang geändert',
  'checkout.completed': 'Bezahlvorgang abgeschlossen',
  'checkout.abandoned': 'Bezahlvorgang abgebrochen',
  'product.viewed': 'Produkt angesehen',
  'appointment.booked': 'Termin gebucht',
  'appointment.cancelled': 'Termin abgesagt',
  'message.received': 'Nachricht erhalten',
  'review.created': 'Bewertung geschrieben',
  'tier.promoted': 'Stufe gestiegen',
  'tier.demoted': 'Stufe gesunken',
  'survey.answered': 'Umfrage beantwortet',
};

/** Words of the event log, the quarantine, the audit log and the outbox. */
export const events: Words['events'] = {
  type: (type) => namedBy(TYPES, type) ?? type.replace(/^custom\./, ''),
  listTitle: 'Neueste Ereignisse',
  listEmpty: 'Noch hat kein Shop etwas gemeldet.',
  columns: ['Ereignis', 'Was', 'Shop', 'Wann', 'Worüber'],
  title: (type) => namedBy(TYPES, type) ?? type,
  id: 'Ereignis',
  shop: 'Shop',
  occurred: 'Geschehen',
  received: 'Eingegangen',
  historic: 'importierte Vergangenheit: nie ein Auslöser',
  object: 'Worüber',
  quarantineTitle: 'Zustellungen, die nicht lesbar waren',
  quarantineEmpty: 'Nichts ist in Quarantäne.',
  quarantineColumns: ['Zustellung', 'Shop', 'Thema', 'Wann', 'Was nicht stimmt'],
  quarantined: (shop, topic) => `Eine Zustellung von ${shop} (${topic}) war nicht lesbar.`,
  quarantinedKept:
    'Sie ist vollständig aufbewahrt. Nach einer Korrektur erneut lesen oder verwerfen.',
  issue: (path, message) =>
    path === '' ? issueDetail(message) : `${path}: ${issueDetail(message)}`,
  readAgain: 'Erneut lesen',
  drop: 'Verwerfen',
  dropConfirm: {
    title: 'Diese Zustellung verwerfen?',
    text: 'Sie wird gelöscht und kann nicht mehr gelesen werden.',
    confirm: 'Verwerfen',
  },
  dropped: 'Die Zustellung wurde verworfen.',
  readAgainDone: (count) =>
    `Sie wurde gelesen: ${counted(count, 'neues Ereignis', 'neue Ereignisse')} im Protokoll.`,
  readAgainFailed: 'Sie ist weiterhin nicht lesbar.',
  replayTitle: 'Aus dem Protokoll neu aufgebaut',
  replayed: (count, customers, ms) => `${count} Ereignisse, ${customers} Kunden, ${ms} ms.`,
  replaySame: 'Jedes Profil, jeder Bezahlvorgang und jede Ansicht kam genau so heraus wie zuvor.',
  replayChanged: (changed) =>
    `${changed} Profile, Bezahlvorgänge oder Ansichten entsprachen nicht dem Protokoll und tun es jetzt.`,
  auditTitle: 'Neueste Einträge des Audit-Protokolls',
  auditColumns: ['Nr.', 'Wann', 'Wer', 'Was', 'Worüber'],
  auditEmpty: 'Es wurde noch nichts entschieden oder getan.',
  auditWhole: (entries) => `Die Kette von ${entries} Einträgen ist unversehrt.`,
  auditBroken: (at) => `Die Kette bricht bei Eintrag ${at}: Er oder einer davor wurde verändert.`,
  verifyTitle: 'Audit-Protokoll',
  outboxTitle: 'E-Mails',
  outboxEmpty: 'Es ist noch keine Mail hinausgegangen.',
  outboxColumns: ['E-Mail', 'An', 'Betreff', 'Stand', 'Wann'],
  previewText: 'Text der Mail',
  testSent: (to) => `Eine Testmail wurde an ${to} gesendet.`,
  testTitle: (template) => `Test von ${template}`,
  testRefused: (reason) => `Die Testmail wurde nicht angenommen: ${reason}`,
  testUncertain:
    'Der Mailserver hat nicht abschließend geantwortet; bitte vor einem neuen Versuch ins Postfach sehen.',
  sampleFirstName: 'Erika',
  sampleLastName: 'Mustermann',
  sampleDecline: 'Die Rückgabefrist von 30 Tagen ist vorbei.',
  sampleLine: 'Es tut uns leid, dass es nicht gepasst hat.',
  testSubject: (subject) => `[Testmail] ${subject}`,
  jobDead: (job) => `Ein Auftrag (${job}) ist fünfmal fehlgeschlagen und wurde beiseitegelegt.`,
  surfaceRefuses: (surface, channels) =>
    channels === null
      ? `${surface} nimmt nichts von mir an`
      : `In ${channels} auf ${surface} kann ich nichts schreiben`,
  surfaceRefusesText: (surface, reason) => `${surface} sagt: ${reason}`,
  surfaceRefusesNote:
    'Ich versuche es weiter. Sobald es behoben ist, erscheint dort alles, was wartet. regulars check nennt, was nicht stimmt.',
  scheduleLate: (automation) => `${automation} beginnt verspätet`,
  scheduleLateText: 'Zur Zeit ihres Zeitplans lief nichts. Jetzt beginnt, was fällig war um ',
  strayReturn: 'Eine Rücksendung ohne bekannte Bestellung',
  strayReturnText: (order, shop) =>
    `Von ${shop} kam eine Rücksendung zur Bestellung ${order}, die nie übermittelt wurde. Bitte den Kunden suchen und /case open verwenden.`,
  playbookFault: 'Eine Datei des Playbooks hat einen Fehler; alles Übrige läuft.',
};

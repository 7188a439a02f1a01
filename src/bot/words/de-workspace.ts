// The workspace's own words in German: its chrome, not its cards.
import type { Words } from './en.ts';

/** What stands on the workspace around the cards. */
export const workspace: Words['workspace'] = {
  product: 'Regulars',
  app: 'APP',
  skipToStream: 'Zu den Nachrichten springen',
  channels: 'Kanäle',
  tools: 'Werkzeuge',
  purposes: {
    refunds: 'Erstattungs- und Rücksendeanfragen: eine übernehmen, dann eine Alternative anbieten',
    vips: 'Kunden, die gerade VIP geworden sind, und warum',
    approvals: 'Rabatte und E-Mails, die auf eine Entscheidung warten',
    sales: 'Bestellungen und Warenkörbe, die einen Blick wert sind',
    reports: 'Was geschehen ist, in Zahlen, und was zu reparieren ist',
  },
  unread: (count, isMore) => `${count}${isMore ? '+' : ''} ungelesen`,
  live: 'Verbunden',
  offline: 'Verbindung wird erneuert …',
  you: (role) => `Lokal: ${role}`,
  signOut: 'Abmelden',

  empty: {
    refunds: 'Noch keine Erstattungsanfragen',
    vips: 'Noch keine neuen VIPs',
    approvals: 'Nichts wartet auf eine Entscheidung',
    sales: 'Noch nichts aus dem Verkauf',
    reports: 'Noch keine Berichte',
  },
  emptyHint: 'Karten kommen von selbst hierher, sobald der Shop etwas meldet.',
  emptySimulator: 'Shop-Simulator öffnen',
  earlier: 'Frühere Karten zeigen',
  brokenCard: 'Diese Karte stammt von einer anderen Version und kann nicht gezeigt werden.',
  newCard: (channel, title) => `Neu in ${channel}: ${title}`,
  reply: (title) => `Neue Antwort: ${title}`,
  replies: (count) => (count === 1 ? '1 Antwort' : `${count} Antworten`),
  thread: 'Thread',
  noReplies: 'Noch keine Antworten. Was mit dieser Karte geschieht, steht hier.',
  answered: 'Die Antwort ist vollständig.',
  onlyYou: 'Nur für dich sichtbar',
  dismiss: 'Ausblenden',
  close: 'Schließen',
  cancel: 'Abbrechen',
  back: 'Zurück',
  optional: 'optional',
  chooseOne: 'Bitte wählen …',
  showAll: (size) => `Alle ${size} Zeichen zeigen`,

  composerLabel: 'Nachricht',
  composerPlaceholder: 'Frag in eigenen Worten, oder gib mit / einen Befehl ein',
  send: 'Ausführen',
  suggestions: 'Vorschläge',
  suggestionKeys: '↑ ↓ wählen · Tab ergänzen · Enter ausführen',
  done: 'Erledigt',
  doneText: 'Das ist erledigt.',
  staleButton: {
    title: 'Dieser Knopf ist veraltet',
    text: 'Er entstand vor dem letzten Neustart mit einem anderen Schlüssel. Bitte die Seite neu laden und erneut drücken.',
  },

  mailbox: 'Postfach',
  mailboxAbout:
    'Jede Mail, die Regulars gesendet oder zurückgehalten hat. Ohne eingerichtetes SMTP verlässt nichts davon diesen Rechner.',
  noMails: 'Noch keine Mails',
  noMailsHint: 'Sobald eine Karte in #approvals freigegeben ist, erscheint ihre Mail hier.',
  mailTo: 'An',
  mailView: { html: 'Wie der Kunde sie sieht', text: 'Textfassung' },
  mailViews: 'Ansicht',
  mailStatus: {
    sent: 'Gesendet',
    'not-sent': 'Nicht gesendet',
    failed: 'Fehlgeschlagen',
    uncertain: 'Unklar',
  },
  mailPurpose: { marketing: 'Werbung', transactional: 'Geschäftlich' },
  mailFrame: (subject) => `E-Mail: ${subject}`,

  simulator: 'Shop-Simulator',
  simulatorAbout:
    'Jeder Knopf ist etwas, das ein Kunde tut. Der Beispielshop meldet es dann über einen signierten Webhook an Regulars, wie ein echter Shop es täte.',
  simulatorData:
    'Kunden und Käufe sind echt und anonym (CDNOW, 1997–98): Namen sind erfunden, Daten auf heute verschoben und Beträge vervielfacht, sodass etwa einer von hundert Kunden mehr als 5.000 ausgegeben hat.',
  noSimulator: 'Der Beispielshop ist aus',
  noSimulatorHint: 'Ein echter Shop ist verbunden, daher wird nichts simuliert.',

  tour: {
    label: 'Erste Schritte',
    step: (number, total) => `Schritt ${number} von ${total}`,
    done: 'Das war alles',
    doneText:
      'Du hast einen Fall, eine Freigabe, eine Mail und einen Kunden gesehen. Alles Weitere nennt /help.',
    hide: 'Ausblenden',
    steps: {
      take: ['In', '#refunds', 'eine Erstattungsanfrage lesen, dann', 'Übernehmen'],
      offer: ['Auf derselben Karte', 'Alternativen anbieten', 'und das Formular ausfüllen'],
      edit: [
        'In',
        '#vips',
        'zuerst',
        'Freigabe öffnen',
        'dann',
        'Bearbeiten',
        'und den Rabatt ändern',
      ],
      approve: ['Jetzt', 'Freigeben', 'und zusehen, wie die Karte gestempelt wird'],
      mail: ['Öffne das', 'Postfach', 'und lies die Mail mit ihrem Code'],
      customer: ['Tippe', '/customer show', 'und einen Namen; Vorschläge kommen beim Tippen'],
    },
  },

  loginTitle: 'Anmelden',
  loginText: 'Dieser Workspace ist durch ein Passwort geschützt (WORKSPACE_PASSWORD).',
  password: 'Passwort',
  signIn: 'Anmelden',
  wrongPassword: 'Das ist nicht das Passwort.',
  tooManyAttempts: (seconds) => `Zu viele Versuche. Bitte in ${seconds} s erneut versuchen.`,
  refusedTitle: 'Diese Tür ist geschlossen',
  refused: {
    host: 'Ohne WORKSPACE_PASSWORD antwortet der Workspace nur diesem Rechner selbst, unter http://127.0.0.1 oder http://localhost.',
    forwarded:
      'Diese Anfrage kam durch einen Proxy oder Tunnel. Mit WORKSPACE_PASSWORD öffnet sich der Workspace anderen Rechnern.',
    origin: 'Diese Anfrage kam nicht von der eigenen Seite des Workspace.',
  },
  justNow: 'gerade eben',
  failed: 'Das hat den Server nicht erreicht. Bitte erneut versuchen.',
};

// The few sentences that only Discord needs, in German: its menus and forms, and what it cannot do any more.
import type { Words } from './en.ts';

/** Words of the Discord surface itself. */
export const discord: Words['discord'] = {
  anyCommand: 'Ein beliebiger Befehl von Regulars; zum Beispiel help',
  anyLine: 'Der Befehl, wie er getippt würde: customer show maria',
  nounDescription: (verbs) => `Regulars: ${verbs.join(', ')}`,
  lookUp: 'Kunden nachschlagen',
  done: 'Erledigt.',
  shownBelow: 'Die Antwort steht darunter.',
  noLongerAvailable: 'Dies ist nicht mehr verfügbar. Die neueste Karte zeigt den jetzigen Stand.',
  formLate: 'Das hat einen Moment gedauert. Der Knopf öffnet das Formular.',
  openForm: 'Formular öffnen',
  formGone: 'Dieses Formular ist nicht mehr offen. Bitte den Knopf auf der Karte erneut drücken.',
  notSaved: 'Dies wurde nicht gespeichert',
  correct: 'Berichtigen',
  openAgain: 'Bitte das Formular erneut öffnen.',
  sure: (label) => (label === '' ? 'Wirklich ausführen?' : `Wirklich: ${label}?`),
  cannotBeTakenBack: 'Dies lässt sich nicht zurücknehmen.',
  goOn: 'Weiter',
  refused: {
    bot: 'Apps können Regulars nicht verwenden.',
    pending: 'Bitte zuerst die Regeln dieses Servers annehmen.',
    stranger: 'Regulars antwortet nur Mitgliedern seines eigenen Servers.',
    unknown:
      'Regulars konnte nicht prüfen, wer du bist, daher wurde nichts getan. Bitte in einer Minute erneut versuchen.',
  },
  typeOne: (labels) => `Eines davon schreiben: ${labels.join(', ')}`,
  severalFit: (labels) => `So beginnt mehr als eines: ${labels}. Bitte etwas mehr schreiben.`,
  noneFits: (typed, nearest) =>
    nearest === null
      ? `Nichts hier heißt „${typed}“.`
      : `Nichts hier heißt „${typed}“. War ${nearest} gemeint?`,
  more: (count) => `+${count} weitere`,
  moreActions: 'Weitere Aktionen',
  thread: 'Wie es weiterging',
  fallback: 'Discord konnte diese Karte nicht vollständig zeigen.',
  check: {
    badToken:
      'das Token ist nicht gültig: unter Bot → Reset Token ein neues nach DISCORD_TOKEN kopieren',
    noStartsLeft: 'für heute ist keine Verbindung mehr übrig; Discord erlaubt 1.000 am Tag',
    noChannels: 'kein Kanal ist benannt, daher wird keine Karte nach Discord gepostet',
    otherApplication: (id) => `das Token gehört zur Anwendung ${id}`,
    otherKey: 'ist nicht der öffentliche Schlüssel der Anwendung, zu der das Token gehört',
    endpointSet: (url) =>
      `ist nicht gesetzt, aber Discord sendet alle Interaktionen an ${url}: den Schlüssel setzen oder Interactions Endpoint URL leeren`,
    otherServer: (id) => `Kanal ${id} liegt nicht im Server DISCORD_GUILD_ID`,
    notSeen: (id) =>
      `Kanal ${id} gibt es nicht, oder der Bot darf ihn nicht sehen: View Channel erlauben`,
    noCommands: (link) =>
      `der Bot darf seine Befehle im Server nicht registrieren: ${link} öffnen und ihn erneut hinzufügen`,
    person: {
      bot: (id) => `${id} ist eine App; Apps wird nicht geantwortet`,
      pending: (id) => `${id} hat die Regeln des Servers noch nicht angenommen`,
      stranger: (id) => `${id} ist kein Mitglied des Servers`,
    },
    mayNot: (id, missing) => `in Kanal ${id} braucht der Bot noch ${missing}`,
  },
};

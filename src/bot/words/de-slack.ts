// The few sentences that only Slack needs, in German: its modals, and what it cannot do any more.
import type { Words } from './en.ts';

/** Words of the Slack surface itself. */
export const slack: Words['slack'] = {
  appName: 'Regulars',
  description: 'Kunden betreuen, wo das Team ohnehin spricht.',
  longDescription:
    'Regulars hört auf den Shop, führt für jeden Kunden ein Profil, lässt Automationen darüber laufen und bringt jede wichtige Entscheidung als Karte mit Knöpfen hierher: eine Erstattungsanfrage zum Übernehmen, einen VIP zum Befördern, eine Rabattmail zum Freigeben. Was freigegeben wurde, wird gesendet, genau einmal.',
  anyCommand: 'Ein beliebiger Befehl von Regulars; zum Beispiel help',
  nounDescription: (verbs) =>
    `Regulars: ${verbs.slice(0, -1).join(', ')}${verbs.length > 1 ? ' oder ' : ''}${verbs.at(-1)}`,
  status: 'sieht nach…',
  working: 'In Arbeit …',
  loading: 'Wird geladen …',
  done: 'Erledigt.',
  close: 'Schließen',
  cancel: 'Abbrechen',
  more: (count) => `+${count} weitere`,
  noLongerAvailable: 'Dies ist nicht mehr verfügbar. Die neueste Karte zeigt den jetzigen Stand.',
  tooSlow:
    'Das hat zu lange gedauert, Slack öffnet das Formular nicht mehr. Bitte erneut versuchen.',
  notSaved: 'Dies wurde nicht gespeichert:',
  fallback: 'Slack konnte diese Karte nicht vollständig zeigen.',
  nobody: 'Darauf kann Regulars nicht antworten.',
  shortcuts: {
    lookUp: {
      name: 'Kunden nachschlagen',
      description:
        'Zeigen, wer mit der E-Mail-Adresse oder Bestellnummer in dieser Nachricht gemeint ist',
    },
    find: { name: 'Kunden suchen', description: 'Einen Kunden des Shops nachschlagen' },
    segment: {
      name: 'Neues Segment',
      description: 'Ein Segment schreiben und seine Größe sehen',
    },
  },
  check: {
    noAnswer: 'Slack antwortet nicht; in einer Minute erneut versuchen',
    badBotToken: (error) =>
      `Slack nimmt das Token nicht an (${error}): unter OAuth & Permissions das Bot User OAuth Token, xoxb-…, kopieren`,
    badAppToken: (error) =>
      `Slack nimmt das Token nicht an (${error}): unter Basic Information → App-Level Tokens eines mit connections:write erzeugen, xapp-…`,
    missingScopes: (scopes) =>
      `${scopes} fehlen: unter App Manifest manifest.yml einfügen, speichern und Reinstall to Workspace drücken`,
    noChannels: 'kein Kanal ist benannt, daher wird keine Karte nach Slack gepostet',
    notInChannel: (id) =>
      `der Bot ist nicht im Kanal ${id}, oder es gibt ihn nicht: dort /invite @Regulars tippen`,
    refused: (id, error) => `Slack zeigt den Kanal ${id} nicht (${error})`,
    noGroup: (id) =>
      `${id} ist keine Benutzergruppe, die Slack zeigt; niemand hat durch sie die Rolle`,
    person: {
      guest: (id) => `${id} ist Gast des Workspace; Gästen wird nicht geantwortet`,
      bot: (id) => `${id} ist eine App; Apps wird nicht geantwortet`,
      deactivated: (id) => `das Konto ${id} ist deaktiviert`,
      stranger: (id) => `${id} gehört zu einem anderen Workspace und bekommt keine Antwort`,
      unknown: (id) =>
        `Slack kennt kein Mitglied ${id}: die Id steht im Profil unter Copy member ID`,
    },
  },
  refused: {
    guest: 'Gäste dieses Workspace können Regulars nicht verwenden.',
    bot: 'Apps können Regulars nicht verwenden.',
    deactivated: 'Dieses Konto ist deaktiviert.',
    stranger: 'Regulars antwortet nur Mitgliedern seines eigenen Workspace.',
    unknown:
      'Regulars konnte nicht prüfen, wer du bist, daher wurde nichts getan. Bitte in einer Minute erneut versuchen.',
  },
};

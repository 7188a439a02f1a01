// What `regulars setup` says while it walks somebody through a chat platform, in German.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of the set-up. */
export const setup: Words['setup'] = {
  usage: 'Schreibweise: setup slack|discord',
  title: (platform) => `${platform} einrichten`,
  missing: (count) =>
    `${counted(count, 'Schritt ist', 'Schritte sind')} offen. Diesen Befehl erneut ausführen, wenn der nächste erledigt ist.`,
  ready: (command) => `Alles ist eingerichtet. Mit npm start starten und ${command} ausprobieren.`,
  posted: (channel, purposes) => `In ${channel} steht eine Begrüßung (${purposes}).`,
  notPosted: (channel, reason) =>
    `die Begrüßung konnte in ${channel} nicht gepostet werden: ${reason}`,
  channels: 'Kanäle',
  people: 'Personen',
  slack: {
    app: 'Die App',
    appHow: (page) =>
      `${page} öffnen, From a manifest wählen, den Workspace wählen und manifest.yml einfügen. Die App installieren und unter OAuth & Permissions das Bot User OAuth Token, xoxb-…, nach SLACK_BOT_TOKEN kopieren.`,
    appHowOverHttp: (page, command) =>
      `${page} öffnen, From a manifest wählen, den Workspace wählen und einfügen, was dieser Befehl ausgibt: ${command}. Die App installieren und unter OAuth & Permissions das Bot User OAuth Token, xoxb-…, nach SLACK_BOT_TOKEN kopieren.`,
    link: 'Die App aus diesem Manifest anlegen',
    connection: 'Die Verbindung',
    connectionHow:
      'Unter Basic Information → App-Level Tokens ein Token mit connections:write erzeugen, xapp-…: SLACK_APP_TOKEN. Mit einer öffentlichen https-Adresse stattdessen das Signing Secret nehmen: SLACK_SIGNING_SECRET.',
    channelsHow:
      'Die Kanäle anlegen, in jedem /invite @Regulars tippen und ihre Ids (am Ende der Kanaldetails) in team.yml eintragen, zum Beispiel channels: { slack: { refunds: C0123456789, approvals: C0123456789 } }.',
    peopleHow:
      'Das Team in team.yml eintragen, zum Beispiel people: [{ name: Maria, roles: [approver], slack: U0123456789 }]. Die Id einer Person steht in ihrem Profil unter Copy member ID.',
  },
  discord: {
    app: 'Die Anwendung',
    appHow: (page) =>
      `${page} öffnen, New Application drücken und unter Bot Reset Token: DISCORD_TOKEN. Die drei privilegierten Intents bleiben aus. Die Application ID kopieren: DISCORD_APPLICATION_ID.`,
    connection: 'Der Server',
    connectionHow: (link) =>
      `${link} öffnen und den Bot zum Server hinzufügen. Im Entwicklermodus kopiert ein Rechtsklick auf den Server seine Id: DISCORD_GUILD_ID.`,
    channelsHow:
      'Die Kanäle in team.yml eintragen, die Ids in Anführungszeichen, zum Beispiel channels: { discord: { refunds: "100000000000000001" } }. In einem privaten Kanal den Bot unter Kanal bearbeiten → Berechtigungen hinzufügen.',
    peopleHow:
      'Das Team in team.yml eintragen, zum Beispiel people: [{ name: Maria, roles: [approver], discord: "112233445566778899" }].',
  },
  hello: {
    title: 'Regulars ist da',
    text: (purposes) => `In diesem Kanal werden Karten stehen: ${purposes}.`,
    try: (command) => `${command} zeigt, was möglich ist.`,
    purpose: {
      refunds: 'Erstattungsanfragen',
      vips: 'VIP-Kunden',
      approvals: 'Freigaben',
      sales: 'Verkäufe',
      reports: 'Berichte',
    },
  },
};

// Names of things in German: surfaces, roles, shops, states; and how amounts and lists are written.
import { counted, decimal, language, list, money, number, shortDay } from './de-speech.ts';
import type { Spoken } from './en.ts';
import type { things as english } from './en-things.ts';

const SURFACES: Readonly<Record<string, string>> = {
  slack: 'Slack',
  discord: 'Discord',
  workspace: 'den Workspace',
  terminal: 'das Terminal',
  mcp: 'einen Assistenten',
};

const SHOPS: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  bigcommerce: 'BigCommerce',
  woocommerce: 'WooCommerce',
  events: 'Shop',
  sample: 'Beispielshop',
};

/** General words, used by many cards. */
export const things: Spoken<typeof english> = {
  language,
  localAdmin: 'Admin',
  money,
  shortDay,
  amounts: (sums) => list(sums.map(money)),
  number,
  decimal,
  list,
  surface: (name) => SURFACES[name] ?? name,
  shop: (key) => SHOPS[key] ?? key,
  role: {
    viewer: 'Leserecht',
    agent: 'Bearbeitungsrecht',
    approver: 'Freigaberecht',
    admin: 'Administrationsrecht',
  },
  named: {
    customer: 'Kunde',
    segment: 'Segment',
    batch: 'Sammeländerung',
    approval: 'Freigabe',
    case: 'Fall',
    task: 'Aufgabe',
    automation: 'Automation',
    run: 'Lauf',
    event: 'Ereignis',
    command: 'Befehl',
    merge: 'Zusammenführung',
    suggestion: 'Kundenpaar',
    mail: 'E-Mail',
    template: 'Vorlage',
    teammate: 'Teammitglied',
    card: 'Karte',
  },
  changed: {
    title: {
      approval: (id, state) => `Freigabe ${id}: ${state}`,
      case: (id, state) => `Fall ${id}: ${state}`,
      task: (id, state) => `Aufgabe ${id}: ${state}`,
      run: (id, state) => `Lauf ${id}: ${state}`,
    },
    by: (name) => `Geändert von ${name}`,
    show: 'Jetzigen Stand zeigen',
  },
  files: {
    inMessages: (name) => `${name} liegt in deinen Nachrichten mit Regulars.`,
    tooLarge:
      'Die Datei ist zu groß, um sie hier zu geben. Im Terminal schreibt sie derselbe Befehl.',
    notGiven:
      'Die Datei ließ sich hier nicht geben. Bitte erneut versuchen; auch im Terminal gibt es sie.',
    byCommand: 'Der Befehl selbst gibt die Datei.',
    inTerminal: 'Im Terminal, in Slack oder Discord gibt derselbe Befehl die Datei.',
  },
  none: 'keine',
  unknown: 'unbekannt',
  nobody: 'noch niemand',
  yes: 'ja',
  no: 'nein',
  regulars: 'Regulars',
  separator: ' · ',
  orders: (count) => counted(count, 'Bestellung', 'Bestellungen'),
  refunds: (count) => counted(count, 'Erstattung', 'Erstattungen'),
  cases: (count) => counted(count, 'offener Fall', 'offene Fälle'),
  customers: (count) => counted(count, 'Kunde', 'Kunden'),
  more: (count) => `und ${number(count)} weitere`,
  nextPage: (command) => `Mehr: ${command}`,
  paused:
    'Regulars ist angehalten: Bis zum Fortsetzen wird nichts gesendet, angelegt oder vergeben.',
};

// What is wrong in a file of the playbook, in German. Keys, names and examples stay as they are typed.
import type {
  AmountFlaw,
  FileFlaw,
  Flaw,
  LiquidFlaw,
  Meanwhile,
  Nameable,
  PlainFlaw,
  ValueKind,
} from '#engine/flaw.ts';
import { pathText } from '#engine/path-faults.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';
import type { Unanswerable } from '#engine/segments/unanswerable.ts';
import { notHeld } from './de-fields.ts';
import { liquidDetail, yamlDetail } from './de-foreign.ts';
import { hintText, queryFault } from './de-query-faults.ts';
import { number } from './de-speech.ts';
import { brief } from './problem-parts.ts';

/** The flaw as it follows the path to its place. Texts in it are untrusted. */
export function flaw(of: Flaw): string {
  switch (of.reason) {
    case 'unknown':
      return unknownText(of);
    case 'not-among':
      return of.hint.nearest === null
        ? `muss eines von diesen sein: ${of.values.join(', ')}`
        : `ist nicht bekannt.${hintText(of.hint)}`;
    case 'kind':
      return `muss ${KINDS[of.kind]} sein`;
    case 'at-least':
      return `muss mindestens ${number(of.bound)} sein`;
    case 'more-than':
      return `muss mehr als ${number(of.bound)} sein`;
    case 'at-most':
      return `darf höchstens ${typeof of.bound === 'number' ? number(of.bound) : of.bound} sein`;
    case 'between':
      return `muss zwischen ${of.from} und ${of.to} liegen`;
    case 'too-long':
      return `darf höchstens ${number(of.bound)} Zeichen haben`;
    case 'too-many':
      return `darf höchstens ${number(of.bound)} Einträge haben`;
    case 'too-few':
      return `muss mindestens ${number(of.bound)} haben`;
    case 'beside':
      return `darf nicht neben ${of.other} stehen: bitte nur eines von beiden angeben`;
    case 'over-limit':
      return `ist mehr, als limits.${of.limit} in team.yml erlaubt (${number(of.most)})`;
    case 'query':
      return `Zeile ${of.line}, Spalte ${of.column}: ${queryFault(of.why)}`;
    case 'unanswerable':
      return unanswerable(of.asked);
    case 'in-text':
      return `Zeile ${of.line} des Textes: ${flaw(of.flaw)}`;
    case 'liquid':
    case 'no-value':
    case 'no-member':
      return liquidFlaw(of);
    default:
      return 'currency' in of || 'from' in of ? amountText(of) : fileText(of);
  }
}

/** The fault with its path before it, and what holds until it is mended. */
export function playbookFault({ path, flaw: of, meanwhile }: Omit<PlaybookFault, 'where'>): string {
  const said = path === null ? flaw(of) : `${pathText(path) || 'die Datei'}: ${flaw(of)}`;
  return meanwhile === undefined ? said : `${said} (${meanwhileText(meanwhile)})`;
}

/** What is wrong with Liquid. */
export function liquidFlaw(of: LiquidFlaw): string {
  switch (of.reason) {
    case 'liquid':
      return liquidDetail(of.detail);
    case 'no-value':
      return `es gibt keinen Wert ${of.name}, nur ${of.known.join(', ')}`;
    case 'no-member':
      return `${of.name} hat kein ${of.member}, nur ${of.known.join(', ')}`;
  }
}

/** Why a condition cannot be evaluated here, without a full stop. */
export function unanswerable(asked: Unanswerable): string {
  const { name } = asked;
  switch (asked.why) {
    case 'unknown':
      return `${name} ist hier nicht bekannt`;
    case 'no-date':
      return `${name} ist kein Datum und hat keinen Jahrestag`;
    case 'no-order':
      return `anniversary ('${name}') hat keine Reihenfolge, da das Jahr nicht zählt: bitte mit =, != oder BETWEEN fragen`;
    case 'not-held': {
      const what = asked.of === null ? name : `${name} von ${asked.of}`;
      return `${what} wird hier nicht beantwortet: ${notHeld(asked)}`;
    }
  }
}

function amountText(of: AmountFlaw): string {
  switch (of.reason) {
    case 'no-amount':
      return `ist kein Betrag, den es in ${of.currency} gibt`;
    case 'whole-units':
      return `muss ein Betrag in ganzen Einheiten von ${of.currency} sein, etwa 2000, ohne Zeichen und Trennpunkte`;
    case 'decimals':
      return `hat mehr als die ${of.most} Nachkommastellen von ${of.currency}`;
    case 'not-above':
      return `muss über den ${of.from} von ${of.level} liegen: die niedrigste Stufe steht zuerst`;
    case 'upto-below':
      return `muss über dem eigenen from (${of.from}) liegen`;
    case 'reaches-into':
      return `reicht in ${of.level} hinein, das bei ${of.from} beginnt; ohne upto endet die Stufe dort`;
  }
}

function fileText(of: FileFlaw): string {
  switch (of.reason) {
    case 'no-code':
      return `emails/${of.template}.mjml.liquid zeigt einen Rabatt, aber kein Code wird erstellt: bitte discount ergänzen`;
    case 'no-marketing':
      return `eine E-Mail mit Rabatt ist Werbung: bitte in emails/${of.template}.mjml.liquid so angeben`;
    case 'name-taken':
      return `${of.file} heißt schon so`;
    case 'other-name':
      return `muss ${of.name} sein, die Automation, die bearbeitet wird`;
    case 'no-original':
      return `übersetzt ${of.file}, das es nicht gibt`;
    case 'misplaced':
      return `gehört nicht hierher, nur ${of.known.join(', ')}`;
    case 'keys':
      return `muss aus Schlüsseln mit Werten bestehen: ${of.known.join(', ')}`;
    case 'too-large':
      return `ist größer als ${number(of.kibibytes)} KiB`;
    case 'unreadable':
      return `lässt sich nicht lesen (${of.code})`;
    case 'yaml':
      return yamlDetail(of);
    default:
      return PLAIN[of.reason];
  }
}

function unknownText({ what, name, hint }: Extract<Flaw, { reason: 'unknown' }>): string {
  return `${UNKNOWN[what](brief(name))}${hint === null ? ' Es gibt noch keine.' : hintText(hint)}`;
}

/** A key stands in the path already. */
const UNKNOWN: Readonly<Record<Nameable, (name: string) => string>> = {
  action: () => 'ist keine bekannte Aktion.',
  key: () => 'ist hier kein bekannter Schlüssel.',
  trigger: () => 'ist kein bekannter Auslöser.',
  event: (name) => `'${name}' ist kein bekanntes Ereignis.`,
  tier: (name) => `'${name}' ist keine Stufe aus team.yml.`,
  person: (name) => `'${name}' steht nicht unter people in team.yml.`,
  'person-or-role': (name) => `'${name}' ist keine Rolle und steht nicht unter people in team.yml.`,
  template: (name) => `es gibt keine brauchbare Vorlage '${name}'.`,
  segment: (name) => `es gibt kein brauchbares Segment '${name}'.`,
  host: (name) => `${name} steht nicht unter limits.request_hosts in team.yml.`,
  language: (name) => `'${name}' ist keine Sprache für E-Mails.`,
};

const KINDS: Readonly<Record<ValueKind, string>> = {
  text: 'ein Text',
  number: 'eine Zahl',
  'whole-number': 'eine ganze Zahl',
  boolean: 'true oder false',
  keys: 'eine Liste von Schlüsseln mit Werten',
  list: 'eine Liste',
  other: 'ein Wert anderer Art',
};

const PLAIN: Readonly<Record<PlainFlaw, string>> = {
  missing: 'fehlt',
  empty: 'darf nicht leer sein',
  action: 'muss eine Aktion mit ihren Angaben sein, etwa tag: VIP',
  'action-missing': 'muss eine Aktion nennen',
  amount: 'muss ein Betrag sein, etwa 2000',
  attribute: 'muss ein Name aus Buchstaben, Ziffern und Unterstrichen sein, etwa shoe_size',
  'attribute-missing': 'muss ein Attribut nennen',
  'attribute-value': 'muss ein Text, eine Zahl, true, false oder null sein',
  clock: 'muss eine Uhrzeit sein, etwa "09:00"',
  'code-prefix': 'muss aus 2 bis 16 Großbuchstaben und Ziffern bestehen, etwa DANKE',
  comma: 'darf kein Komma und keinen Zeilenumbruch haben',
  condition: 'muss eine Bedingung in einem Text sein',
  credentials: 'darf keine Zugangsdaten enthalten: Anfragen werden signiert',
  cron: 'muss ein Cron-Ausdruck mit fünf Feldern sein, etwa "0 9 * * 1"',
  currency: 'muss eine Währung nach ISO 4217 sein, etwa EUR',
  'date-of': 'muss birthday sein oder der Name eines Attributs mit einem Datum',
  'date-offset': 'muss Tage davor oder danach nennen, etwa -7d oder 2w',
  days: 'muss Tage nennen, etwa mon-fri, oder eine Liste wie [mon, tue, sat]',
  duration: 'muss eine Dauer sein, etwa 30d, 24h oder 90m',
  'entries-missing': 'muss mindestens einen Eintrag haben',
  'event-or-list': 'muss ein Ereignis sein, etwa order.paid, oder eine Liste von Ereignissen',
  'event-missing': 'muss mindestens ein Ereignis nennen',
  'event-name': 'muss der Name eines Ereignisses sein, etwa order.paid',
  exit: 'muss ein Ereignis, eine Liste von Ereignissen oder eine Bedingung sein',
  host: 'muss ein Host sein, etwa hooks.example.com oder n8n.internal:5678',
  holdout:
    'muss eine ganze Zahl von 1 bis 50 sein: so viel Prozent der Kunden kommen in die Kontrollgruppe',
  'hours-alike':
    'muss sich von `from` unterscheiden; wo immer jemand da ist, entfällt office_hours',
  'levels-without-from': 'fehlt: entweder hat jede Stufe eines oder keine',
  name: 'muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen, etwa vip-promotion',
  negative: 'darf nicht negativ sein',
  'office-duration': 'muss Stunden oder Minuten nennen, etwa 4h oder 90m, oder off',
  'own-entry': 'muss ein eigener Eintrag sein: die Zeile bitte mit "- " beginnen',
  'percent-of-tier': 'muss zwischen 1 und 100 liegen, oder tier für das, was die Stufe gibt',
  'percent-or-amount': 'fehlt: bitte percent oder amount angeben',
  'quiet-hours': 'muss Stunden des Tages nennen, etwa 20:00-08:00',
  reentry: 'muss always, never oder after mit einer Dauer sein, etwa after 90d',
  'release-word': 'auto heißt, dass der Umsatz entscheidet: bitte einen anderen Namen wählen',
  'segment-entry': 'muss eine Abfrage in einem Text sein, oder eine Abfrage und ein Titel',
  'segment-list': 'muss eine Liste von Namen sein, jeder mit seiner Abfrage',
  'segment-name': 'ein Name hat Kleinbuchstaben, Ziffern und Bindestriche, etwa big-spenders',
  'subject-missing': 'muss mit dem Betreff zwischen zwei Zeilen aus --- beginnen',
  'team-missing': 'fehlt: jede Einstellung hat ihren Standardwert',
  'template-name': 'muss mit Kleinbuchstaben, Ziffern und Bindestrichen benannt sein',
  'tier-percent-missing': 'braucht discount_percent bei einer Stufe unter tiers in team.yml',
  'time-zone': 'muss eine IANA-Zeitzone sein, etwa Europe/Berlin',
  'trigger-missing': 'fehlt: bitte das Ereignis nennen, das sie startet',
  'trigger-surplus': 'ist eines zu viel: eine Automation hat einen Auslöser',
  'twin-level': 'eine andere Stufe heißt schon so',
  url: 'muss eine Adresse sein, etwa https://hooks.example.com/vip',
  usual: 'muss hour oder pause sein',
  'utf-8': 'ist kein UTF-8-Text',
  'whole-number': 'muss eine ganze Zahl sein',
};

function meanwhileText(meanwhile: Meanwhile): string {
  return meanwhile.kind === 'tiers-stay'
    ? 'bis das behoben ist, bleibt jede Stufe, wie sie ist'
    : `bis das behoben ist, gilt für ${meanwhile.limits.join(', ')} der strengste Wert`;
}

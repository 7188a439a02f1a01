// Approvals, their plans and steps, in German.
import type { Effect, StepStatus } from '#engine/actions/effect.ts';
import type { ApprovalStatus } from '#engine/approvals/approval.ts';
import { cases } from './de-cases.ts';
import { counted, money } from './de-speech.ts';
import { things } from './de-things.ts';
import { effectDetail, refusedStatus } from './effect-detail.ts';
import type { Words } from './en.ts';
import type { StepReason } from './en-approvals.ts';
import { namedBy } from './names.ts';

type Approvals = Words['approvals'];

const STATUS: Record<ApprovalStatus, string> = {
  pending: 'wartet auf eine Entscheidung',
  approved: 'freigegeben',
  executing: 'freigegeben, wird ausgeführt',
  done: 'erledigt',
  rejected: 'abgelehnt',
  expired: 'abgelaufen',
  failed: 'freigegeben, aber ein Schritt ist fehlgeschlagen',
  uncertain: 'freigegeben, aber ein Schritt muss geprüft werden',
};
const STEP: Record<StepStatus, string> = {
  waiting: 'wartet',
  marked: 'wartet',
  done: 'erledigt',
  skipped: 'übersprungen',
  failed: 'fehlgeschlagen',
  uncertain: 'unklar',
};
const EFFECT: Record<Effect['kind'], string> = {
  'create-discount': 'Rabattcode im Shop anlegen',
  'withdraw-discount': 'Rabattcode im Shop abschalten',
  'send-email': 'E-Mail senden',
  'add-tag': 'Tag im Shop hinzufügen',
  'remove-tag': 'Tag im Shop entfernen',
  'set-shop-group': 'Kundengruppe im Shop setzen',
  'set-tier': 'Stufe setzen',
  'set-attribute': 'Attribut setzen',
  'open-case': 'Fall eröffnen',
  'send-request': 'Anfrage senden',
  'open-task': 'Aufgabe anlegen',
  'cancel-task': 'Aufgabe abbrechen',
  'post-notice': 'Hinweis posten',
  'write-note': 'Notiz am Profil',
  'refund-order': 'Im Shop erstatten',
  'give-credit': 'Guthaben im Shop geben',
  'resolve-case': 'Fall lösen',
  'record-offer': 'Angebot am Fall vermerken',
};

/** What stands behind a step's name in this language. */
const DETAIL = { none: things.none, bySpend: 'nach Umsatz', money, resolution: cases.resolution };

const REFUSED: Record<Parameters<Approvals['refused']>[0], string> = {
  'not-found': 'Diese Freigabe gibt es nicht.',
  'stale-version':
    'Sie wurde geändert, seit diese Karte gezeigt wurde. Es wurde nichts entschieden.',
  'already-settled': 'Darüber wurde schon entschieden.',
  expired: 'Sie ist abgelaufen.',
  'own-request':
    'Die Anfrage oder die letzte Änderung stammt von dir, deshalb muss jemand anderes entscheiden.',
  'same-person': 'Deine Freigabe liegt schon vor; nun muss eine zweite Person freigeben.',
  'over-budget': 'Das Rabattbudget von heute reicht dafür nicht.',
};

const REASONS: Readonly<Record<StepReason, string>> = {
  'case-resolved': 'der Fall wurde inzwischen gelöst',
  'not-carried-out': 'was davor kommt, wurde nicht getan',
  'no-email': 'der Kunde hat keine E-Mail-Adresse',
  'bad-address': 'an diese Adresse kann keine Mail gesendet werden',
  'no-consent': 'der Kunde hat Angeboten per Mail nicht zugestimmt',
  unsubscribed: 'der Kunde hat sich abgemeldet',
  suppressed: 'die Adresse nimmt keine Mails von uns an',
  'daily-cap': 'der Kunde hat heute genug Mails erhalten',
  'weekly-cap': 'der Kunde hat diese Woche genug Mails erhalten',
  'email-gap': 'der Kunde hat gerade erst eine andere Mail erhalten; sie geht später hinaus',
  'quiet-hours': 'beim Kunden ist gerade Ruhezeit; sie geht danach hinaus',
  'too-late': 'sie wäre mehr als einen Tag zu spät hinausgegangen',
  'no-unsubscribe-link': 'in der Mail fehlt der Abmeldelink',
  'no-postal-address': 'in team.yml fehlt die Postanschrift des Absenders',
  'already-so': 'das war schon so',
  'no-tier-discount': 'die Stufe des Kunden gibt keinen Rabatt',
  forgotten: 'der Kunde wurde vergessen',
  'by-hand':
    'dieser Shop kann nicht angesprochen werden: bitte dort erledigen und „Erledigt“ drücken',
  paused: 'Regulars ist angehalten',
  'order-cancelled': 'die Bestellung wurde storniert',
  'over-budget': 'das Rabattbudget des Tages ist aufgebraucht',
  'vendor-unavailable': 'noch keine Antwort; ein neuer Versuch folgt von selbst',
  'shop-refused-access': 'der Shop nimmt unser Zugriffstoken nicht mehr an',
  'too-long': 'der Inhalt ist zu lang geworden',
  'empty-text': 'der Text ist leer geblieben',
  'host-not-allowed': 'limits.request_hosts in team.yml erlaubt diesen Host nicht',
  'no-request-secret': 'REQUEST_WEBHOOK_SECRET ist nicht gesetzt, daher kann nicht signiert werden',
  'receiver-unavailable': 'der Empfänger ist nicht bereit; ein neuer Versuch folgt von selbst',
  'request-uncertain': 'keine Antwort vom Empfänger, der aber gehandelt haben kann',
  'task-closed': 'die Aufgabe ist schon erledigt oder abgebrochen',
  'no-code': 'der zugehörige Code wurde nicht angelegt',
  'code-used': 'der Code wurde schon eingelöst',
  'code-taken': 'der Shop hat schon einen anderen Code dieses Namens',
  'shop-cannot-be-asked': 'dieser Shop kann nicht gefragt werden, ob es ihn gibt',
  'mail-uncertain': 'keine abschließende Antwort vom Mailserver',
  'automation-gone': 'die Automation steht nicht mehr im Playbook',
  exit: 'das Ereignis, das sie beendet, ist eingetreten',
  'stop-if': 'ihre Abbruchbedingung war erfüllt',
  'did-not-happen': 'das erwartete Ereignis ist nicht rechtzeitig eingetreten',
  'automation-off': 'die Automation wurde abgeschaltet',
  'automation-shadow': 'die Automation zeichnet jetzt nur auf',
  'definition-lost': 'ihre Definition ist nicht mehr lesbar',
  'stopped-by-person': 'vom Team angehalten',
  merged: 'der Kunde wurde mit einem anderen zusammengeführt',
  'could-not-go-on': 'bei uns ist etwas schiefgegangen',
  'template-gone': 'ihre Vorlage steht nicht mehr im Playbook',
  'given-up': 'vom Team aufgegeben',
  'said-by-person': 'laut Angabe aus dem Team',
  'changed-since': 'es wurde seither noch einmal geändert',
  'no-shop': 'kein verbundener Shop kennt den Kunden',
  'tags-by-hand': 'dieser Shop kann nicht angesprochen werden: bitte das Tag dort ändern',
  rejected: 'vom Team abgelehnt',
  expired: 'niemand hat rechtzeitig entschieden',
};

const EDIT_PROBLEMS: Record<Parameters<Approvals['editProblem']>[0], (limit: number) => string> = {
  percent: () => 'Bitte eine ganze Zahl von 1 bis 100 angeben.',
  amount: () => 'Bitte einen Betrag wie 10 oder 10.50 angeben.',
  'other-worth': () =>
    'Dieser Code zieht nur eines von beidem ab: einen Prozentsatz oder einen Betrag.',
  'over-limit': (limit) => `Die Grenze des Teams liegt bei ${limit} %.`,
  'over-amount-limit': (limit) => `Die Grenze des Teams liegt bei ${limit}.`,
  expires: (limit) => `Bitte eine Dauer wie 30d, 2w oder 48h angeben; höchstens ${limit} Tage.`,
  uses: () => 'Bitte eine ganze Zahl von 1 bis 1.000 angeben.',
  subject: () => 'Bitte einen Betreff mit höchstens 200 Zeichen angeben.',
  'no-discount': () => 'Diese Freigabe legt keinen Rabattcode an.',
  'no-mail': () => 'Diese Freigabe sendet keine Mail.',
};

const MAIL = {
  sent: 'gesendet',
  'not-sent': 'nicht gesendet',
  failed: 'fehlgeschlagen',
  uncertain: 'unklar',
};

/** Words of the approval card, its forms and its steps. */
export const approvals: Approvals = {
  title: (summary) =>
    summary === '' ? 'Freigabe für einen vergessenen Kunden' : `Freigabe: ${summary}`,
  status: (status) => STATUS[status],
  statusLabel: 'Stand',
  customer: 'Kunde',
  spent: 'Gesamtumsatz',
  orders: 'Bestellungen',
  since: 'Kunde seit',
  tags: 'Tags',
  consent: 'E-Mail-Einwilligung',
  discount: 'Rabatt',
  discountTerms: (worth, uses) => `${worth} Rabatt, ${counted(uses, 'Einlösung', 'Einlösungen')}`,
  discountUntil: 'Gültig bis',
  discountOn: 'Gilt für',
  onProducts: (ids) => `Produkte ${ids}`,
  onCollections: (ids) => `Kollektionen ${ids}`,
  code: 'Code',
  mailTo: 'Mail an',
  mailSubject: 'Betreff',
  mailPreview: 'so liest es der Kunde',
  expires: 'Entscheiden bis',
  requestedBy: 'Angefragt von',
  byAssistant: 'vom Assistenten entworfen',
  editedBy: 'Bearbeitet von',
  versionLabel: 'Version',
  version: (version, hash) => `Version ${version} · ${hash.slice(0, 8)}`,
  approve: 'Freigeben',
  edit: 'Bearbeiten',
  reject: 'Ablehnen',
  preview: 'Mail ansehen',
  open: 'Freigabe öffnen',
  profile: 'Profil',
  decided: { approved: 'Freigegeben von ', rejected: 'Abgelehnt von ' },
  from: (surface) => `über ${surface}`,
  needsSecond: 'Eine zweite Person muss dies ebenfalls freigeben.',
  needsSecondAnswer: 'Deine Freigabe zählt. Eine zweite Person muss ebenfalls freigeben.',
  expired: 'Niemand hat rechtzeitig entschieden. Es wurde nichts gesendet.',
  stillWaiting: 'Wartet weiter auf eine Entscheidung',
  escalatedTitle: 'Eine Entscheidung wartet zu lange',
  calledRole: (role) => `Für alle mit ${role}: `,
  waitsSince: 'dies wartet seit ',
  waitsUntil: '. Ohne Entscheidung läuft es ab: ',
  escalated: 'Zu Hilfe gerufen',
  steps: 'Schritte',
  step: (effect) => EFFECT[effect],
  stepWith: (effect) => `${EFFECT[effect.kind]}${effectDetail(effect, DETAIL)}`,
  stepStatus: (status) => STEP[status],
  reason: (reason) => namedBy(REASONS, reason) ?? answered(reason) ?? reason,
  retry: 'Erneut versuchen',
  arrived: 'Ist angekommen',
  again: 'Erneut senden',
  giveUp: 'Aufgeben',
  done: 'Erledigt',
  byHandTitle: 'Bitte im Shop erledigen',
  byHandCode: (code) => `Der Code: ${code}`,
  uncertainMail:
    'Ob diese Mail den Server erreicht hat, lässt sich nicht sagen. Bitte beim Kunden oder im Protokoll des Mailservers nachsehen und es dann hier angeben.',
  stepNotSo: 'Dieser Schritt steht nicht mehr so, wie er gezeigt wurde. So steht er jetzt.',
  refusedTitle: 'Nicht von dir entschieden',
  refused: (reason) => REFUSED[reason],
  editProblem: (problem, limit) => EDIT_PROBLEMS[problem](limit),
  decidedAnswer: { approved: 'Freigegeben.', rejected: 'Abgelehnt. Es wird nichts gesendet.' },
  edited: (version) => `Dies ist jetzt Version ${version}; ältere Knöpfe gelten nicht mehr.`,
  listTitle: 'Freigaben',
  listEmpty: 'Keine Freigaben.',
  columns: ['Freigabe', 'Kunde', 'Was', 'Stand', 'Entscheiden bis'],
  previewTitle: (subject) => `E-Mail: ${subject}`,
  noMail: 'Diese Freigabe sendet keine Mail.',
  stepFailed: (step, reason) => `${step}: fehlgeschlagen, ${reason}`,
  stepUncertain: (step, reason) => `${step}: unklar, ${reason}`,
  mailStatus: (status) => MAIL[status],
  form: {
    editTitle: 'Freigabe bearbeiten',
    percent: 'Rabatt in Prozent',
    amount: (currency) => `Rabatt in ${currency}`,
    expires: 'Wie lange der Code gilt',
    expiresHint: 'Etwa 30d, 2w oder 48h; höchstens 90 Tage',
    uses: 'Wie oft er eingelöst werden kann',
    subject: 'Betreff der Mail',
    editSubmit: 'Neue Version speichern',
    rejectTitle: 'Ablehnen',
    rejectReason: 'Grund (freiwillig, nur für das Team)',
    rejectSubmit: 'Ablehnen',
    preview: (worth, uses) => `${worth} Rabatt, ${counted(uses, 'Einlösung', 'Einlösungen')}`,
    previewCost: (cost) => `voraussichtliche Kosten ${cost}`,
    previewLeft: (period, left, total) =>
      `${period === 'day' ? 'heute' : 'diesen Monat'} noch ${left} von ${total} übrig`,
    previewSubject: (subject) => `Betreff: ${subject}`,
    nothingChanged: 'Es wurde nichts geändert.',
  },
};

function answered(reason: string): string | undefined {
  const status = refusedStatus(reason);
  return status === undefined ? undefined : `der Empfänger hat mit ${status} geantwortet`;
}

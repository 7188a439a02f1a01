// Refund cases in German: the card, its forms, and why something cannot be done with one.
import type { OfferOption } from '#engine/actions/effect.ts';
import type { CaseStatus } from '#engine/cases/case.ts';
import type { CaseKind } from '#engine/cases/case-kind.ts';
import type { Resolution } from '#engine/cases/resolution.ts';
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';
import type { ReturnReason } from './en-cases.ts';
import { namedBy } from './names.ts';

type Cases = Words['cases'];

const KINDS: Record<CaseKind, string> = {
  refund: 'Erstattungsanfrage',
  complaint: 'Beschwerde',
};
const RESOLVED: Record<Resolution, string> = {
  refunded: 'erstattet',
  exchanged: 'umgetauscht',
  credited: 'Guthaben gegeben',
  declined: 'abgelehnt',
};
const STATUS: Record<CaseStatus, string> = {
  open: 'offen',
  taken: 'übernommen',
  resolved: 'gelöst',
};
const OPTIONS: Record<OfferOption['kind'], string> = {
  exchange: 'einen Umtausch',
  'store-credit': 'ein Guthaben',
  code: 'einen Rabattcode',
  refund: 'die Erstattung',
};

const REASONS: Readonly<Record<ReturnReason, string>> = {
  color: 'falsche Farbe',
  damaged: 'beschädigt',
  defective: 'defekt',
  not_as_described: 'nicht wie beschrieben',
  other: 'ein anderer Grund',
  size_too_large: 'zu groß',
  size_too_small: 'zu klein',
  style: 'gefällt nicht',
  unknown: 'nicht angegeben',
  unwanted: 'anders überlegt',
  wrong_item: 'falscher Artikel geliefert',
};

const REFUSED: Record<Parameters<Cases['refused']>[0], string> = {
  'not-found': 'Diesen Fall gibt es nicht.',
  'already-resolved': 'Dieser Fall ist schon gelöst.',
  'already-taken': 'Diesen Fall hat schon jemand anderes übernommen.',
  'already-open': 'Dieser Fall ist schon offen.',
  'not-taken': 'Diesen Fall hat niemand übernommen, also gibt es nichts zurückzugeben.',
  'no-answer': 'Der Kunde hat noch nicht geantwortet, also gibt es nichts zu bestätigen.',
  'no-email':
    'Dieser Kunde hat keine E-Mail-Adresse, deshalb kann per Mail nichts angeboten werden.',
  'no-customer': 'Zu diesem Fall ist kein Kunde bekannt, deshalb kann nichts angeboten werden.',
  'no-order':
    'Zu diesem Fall kennt der Shop keine Bestellung, deshalb kann dort nichts erstattet werden.',
  'other-currency': 'Die Bestellung wurde in einer anderen Währung bezahlt.',
  'too-much': 'Das ist mehr, als von dieser Bestellung noch erstattet werden kann.',
  'already-asked': 'Zu diesem Fall wartet schon etwas auf Freigabe oder wird gerade getan.',
  'no-consent':
    'Dieser Kunde hat Angeboten per Mail nicht zugestimmt, deshalb kann kein Code angeboten werden. Bitte etwas anderes wählen.',
  changed: 'Dieser Fall wurde gerade von jemand anderem geändert. So steht er jetzt.',
};

/** Words of the refund card and of case commands. */
export const cases: Cases = {
  title: (about, name) => (name === null ? KINDS[about] : `${KINDS[about]} von ${name}`),
  status: (status) => STATUS[status],
  statusLabel: 'Stand',
  customer: 'Kunde',
  order: 'Bestellung',
  amount: 'Betrag',
  reason: 'Grund',
  noReason: 'nicht angegeben',
  reasonText: (reason) => namedBy(REASONS, reason.toLowerCase()) ?? reason,
  items: 'Artikel',
  item: (title, quantity) => (quantity === 1 ? title : `${quantity} × ${title}`),
  spent: 'Gesamtumsatz',
  earlierRefunds: 'Frühere Erstattungen',
  due: 'Antworten bis',
  overdue: 'überfällig seit',
  assignee: 'Übernommen von',
  opened: 'Angefragt',
  resolved: (resolution) => `Gelöst: ${RESOLVED[resolution]}`,
  resolution: (resolution) => RESOLVED[resolution],
  fromCustomer: 'vom Kunden',
  offered: 'Dem Kunden angeboten:',
  offerWaits: 'Angeboten; wartet auf die Wahl des Kunden.',
  chose: (option, amount) =>
    `Der Kunde hat gewählt: ${optionName(option)}${amount === null ? '' : ` über ${amount}`}.`,
  score: (score) => `Bewertung ${score} von 5.`,
  option: (option, amount) =>
    option.kind === 'code'
      ? `einen Code über ${option.percent} % Rabatt`
      : `${OPTIONS[option.kind]}${amount === null ? '' : ` über ${amount}`}`,
  mailOption,
  take: 'Übernehmen',
  offer: 'Alternativen anbieten',
  note: 'Notiz',
  refund: 'Erstatten',
  decline: 'Ablehnen',
  refundMade: (money) => `${money} wurden über den Shop erstattet.`,
  reply: 'Antwort',
  replySent: 'Dem Kunden wurde mit dem freigegebenen Text geantwortet.',
  declineSent: 'Dem Kunden wurde mit dem freigegebenen Text abgesagt.',
  credit: 'Guthaben',
  creditGiven: (money) => `${money} Guthaben wurden im Shop gegeben.`,
  exchange: 'Umtausch',
  exchangeSent: 'Dem Kunden wurde gesagt, dass er stattdessen etwas anderes bekommt.',
  settle: 'Abschließen',
  settlement: {
    refund: 'Erstattung über den Shop',
    credit: 'Guthaben',
    exchange: 'Einen Umtausch',
    decline: 'Eine Absage mit Text',
  },
  resolve: 'Lösen',
  reassign: 'Weitergeben',
  confirm: 'Wahl bestätigen',
  open: 'Fall öffnen',
  refusedTitle: 'Der Fall steht anders',
  refused: (reason) => REFUSED[reason],
  takenBy: (name) => `${name} hat diesen Fall übernommen.`,
  listTitle: 'Erstattungsfälle',
  listEmpty: 'Keine Fälle.',
  columns: ['Fall', 'Kunde', 'Bestellung', 'Stand', 'Übernommen von', 'Antworten bis'],
  noteLine: (by) => `${by} hat notiert`,
  offerSent: 'Die Alternativen wurden dem Kunden gesendet.',
  dueSoon: 'Bald fällig',
  dueLine: 'Er braucht eine Antwort bis ',
  nobodyHasIt: 'Noch hat ihn niemand übernommen.',
  awake: 'Wieder da',
  awakeLine: 'Er war bis jetzt zurückgestellt. Er braucht eine Antwort bis ',
  snooze: 'Zurückstellen',
  snoozed: 'Zurückgestellt bis',
  release: 'Zurückgeben',
  reopen: 'Wieder öffnen',
  escalate: 'Eskalieren',
  escalated: 'Eskaliert',
  escalatedBy: (by) => (by === null ? 'zu lange überfällig, ' : `von ${by}, `),
  escalatedTitle: (by) =>
    by === null ? 'Dieser Fall ist überfällig' : `${by} hat diesen Fall eskaliert`,
  calledRole: (role) => `Für ${role}: `,
  waitsSince: 'die Antwort war fällig bis ',
  hasIt: (assignee) => (assignee === null ? 'Niemand hat ihn.' : `${assignee} hat ihn.`),
  reopenedLine: (by) => `${by} hat diesen Fall wieder geöffnet`,
  handOver: {
    title: (count) =>
      `Übergabe: ${counted(count, 'Erstattungsfall ist offen', 'Erstattungsfälle sind offen')}`,
    nothing: 'Übergabe: kein Erstattungsfall ist offen',
    nothingText: 'Alles ist gelöst.',
    overdue: 'Überfällig',
    free: 'Hat niemand',
    asleep: 'Zurückgestellt',
    columns: ['Fall', 'Stand', 'Übernommen von', 'Antworten bis', 'Zurückgestellt bis'],
    isOverdue: 'überfällig',
    isAsleep: 'zurückgestellt',
    escalated: 'eskaliert',
    more: (count) => `und ${counted(count, 'weiterer', 'weitere')}: case list --open`,
    openCase: (name) => `${name} öffnen`,
    giveMine: 'Meine übergeben',
    formTitle: 'Eigene Fälle übergeben',
    to: 'Wer übernimmt deine offenen Fälle?',
    backToAll: 'Noch niemand: zurückgeben',
    submit: 'Übergeben',
    done: (count, to) =>
      to === null
        ? `${counted(count, 'Fall', 'Fälle')} zurückgegeben; wer da ist, kann übernehmen.`
        : `${counted(count, 'Fall', 'Fälle')} an ${to} übergeben.`,
    none: 'Du hast keinen offenen Fall.',
  },
  form: {
    offerTitle: 'Alternativen anbieten',
    offerIntro:
      'Sie kommen in eine Mail, neben der Erstattung wie gewünscht. Die Mail wartet auf Freigabe, bevor sie gesendet wird.',
    options: 'Woraus darf der Kunde wählen?',
    exchange: 'Umtausch gegen einen anderen Artikel',
    credit: 'Guthaben',
    code: 'Ein Rabattcode für die nächste Bestellung',
    codeHint: 'Nur mit Einwilligung des Kunden in Angebote',
    creditAmount: (currency) => `Höhe des Guthabens in ${currency}`,
    amountFault: (currency) => `Bitte einen Betrag in ${currency} angeben, etwa 25 oder 25,00.`,
    percent: 'Rabatt des Codes in Prozent',
    percentFault: (most) => `Bitte eine ganze Zahl von 1 bis ${most} angeben.`,
    noOption: 'Bitte mindestens eine Alternative wählen.',
    line: 'Ein persönlicher Satz für den Kunden',
    linePlaceholder: 'Es tut mir leid, dass die Jacke nicht gepasst hat …',
    offerSubmit: 'Freigabe anfragen',
    offerAsked: 'Die Mail wartet auf Freigabe.',
    asked: 'Dies wartet auf Freigabe.',
    settleTitle: 'Fall abschließen',
    settleIntro:
      'Zuerst gibt es jemand frei. Dann wird es getan, der Kunde erfährt es per Mail, und der Fall ist gelöst.',
    way: 'Was bekommt der Kunde?',
    settleAmount: (currency) => `Betrag in ${currency}, für Erstattung oder Guthaben`,
    settleText: 'Was der Kunde liest (bei einer Absage nötig)',
    settlePlaceholder: 'Die Rückgabefrist von 30 Tagen endete am …',
    noteTitle: 'Notiz zum Fall',
    noteField: 'Notiz (nur für das Team)',
    noteSubmit: 'Notiz speichern',
    resolveTitle: 'Fall lösen',
    resolution: 'Wie wurde er gelöst?',
    resolveNote: 'Notiz (freiwillig, nur für das Team)',
    resolveSubmit: 'Lösen',
    snoozeTitle: 'Fall zurückstellen',
    until: 'Wieder melden in',
    untilHint:
      'Bis dahin wird niemand erinnert. Er meldet sich von selbst wieder, oder wenn der Kunde antwortet.',
    snoozeSubmit: 'Zurückstellen',
    escalateTitle: 'Fall eskalieren',
    escalateNote: 'Was wird gebraucht? (freiwillig, nur für das Team)',
    escalateSubmit: 'Eskalieren',
    reopenTitle: 'Fall wieder öffnen',
    reopenReason: 'Warum? (nur für das Team)',
    reopenSubmit: 'Wieder öffnen',
    reassignTitle: 'Fall weitergeben',
    reassignField: 'Wer übernimmt?',
    reassignSubmit: 'Weitergeben',
  },
};

function optionName(option: string): string {
  return new Map<string, string>(Object.entries(OPTIONS)).get(option) ?? option;
}

function mailOption(option: OfferOption, amount: string | null): string {
  switch (option.kind) {
    case 'exchange':
      return 'Umtausch gegen etwas anderes';
    case 'store-credit':
      return `Guthaben über ${amount ?? ''}`;
    case 'code':
      return `${option.percent} % Rabatt auf Ihre nächste Bestellung`;
    case 'refund':
      return 'Die Erstattung wie gewünscht';
  }
}

// Refund cases in German: the card, its forms, and why something cannot be done with one.
import type { OfferOption } from '#engine/actions/effect.ts';
import type { CaseStatus, Resolution } from '#engine/cases/case.ts';
import type { Words } from './en.ts';
import type { ReturnReason } from './en-cases.ts';
import { namedBy } from './names.ts';

type Cases = Words['cases'];

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
  'no-answer': 'Der Kunde hat noch nicht geantwortet, also gibt es nichts zu bestätigen.',
  'no-email':
    'Dieser Kunde hat keine E-Mail-Adresse, deshalb kann per Mail nichts angeboten werden.',
  'no-customer': 'Zu diesem Fall ist kein Kunde bekannt, deshalb kann nichts angeboten werden.',
  'no-consent':
    'Dieser Kunde hat Angeboten per Mail nicht zugestimmt, deshalb kann kein Code angeboten werden. Bitte etwas anderes wählen.',
  changed: 'Dieser Fall wurde gerade von jemand anderem geändert. So steht er jetzt.',
};

/** Words of the refund card and of case commands. */
export const cases: Cases = {
  title: (name) => `Erstattungsanfrage von ${name}`,
  titleWithoutCustomer: 'Erstattungsanfrage',
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
  dueLine: (assignee) =>
    assignee === null
      ? 'Dieser Fall ist bald fällig, und niemand hat ihn übernommen.'
      : `Dieser Fall ist bald fällig, ${assignee}.`,
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
    amountFault: (currency) => `Bitte einen Betrag in ${currency} angeben, etwa 25 oder 25.00.`,
    percent: 'Rabatt des Codes in Prozent',
    percentFault: (most) => `Bitte eine ganze Zahl von 1 bis ${most} angeben.`,
    noOption: 'Bitte mindestens eine Alternative wählen.',
    line: 'Ein persönlicher Satz für den Kunden',
    linePlaceholder: 'Es tut mir leid, dass die Jacke nicht gepasst hat …',
    offerSubmit: 'Freigabe anfragen',
    offerAsked: 'Die Mail wartet auf Freigabe.',
    noteTitle: 'Notiz zum Fall',
    noteField: 'Notiz (nur für das Team)',
    noteSubmit: 'Notiz speichern',
    resolveTitle: 'Fall lösen',
    resolution: 'Wie wurde er gelöst?',
    resolveNote: 'Notiz (freiwillig, nur für das Team)',
    resolveSubmit: 'Lösen',
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

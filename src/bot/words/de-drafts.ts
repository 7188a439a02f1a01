// Drafts of answers to customers, in German.
import type { Resolution } from '#engine/cases/resolution.ts';
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';
import { namedBy } from './names.ts';

const RESOLVED: Record<Resolution, string> = {
  refunded: 'erstattet',
  exchanged: 'umgetauscht',
  credited: 'gutgeschrieben',
  declined: 'abgelehnt',
};

const SORRY: Readonly<Record<string, string>> = {
  damaged: 'Es tut uns leid, dass die Ware beschädigt bei Ihnen angekommen ist.',
  defective: 'Es tut uns leid, dass die Ware nicht so funktioniert, wie sie sollte.',
  not_as_described: 'Es tut uns leid, dass die Ware nicht unserer Beschreibung entspricht.',
  wrong_item: 'Es tut uns leid, dass wir Ihnen den falschen Artikel geschickt haben.',
  size_too_large: 'Es tut uns leid, dass die Größe zu groß ausgefallen ist.',
  size_too_small: 'Es tut uns leid, dass die Größe zu klein ausgefallen ist.',
  color: 'Es tut uns leid, dass die Farbe nicht Ihren Erwartungen entspricht.',
};

export const drafts: Words['drafts'] = {
  title: 'Entwurf einer Antwort',
  mailTitle: 'Entwurf einer E-Mail',
  replyButton: 'Antworten',
  draftButton: 'Antwort entwerfen',
  reword: 'Anders formulieren',
  needsModel: (how) => `„${how}“ braucht ein Sprachmodell; das ist der Entwurf ohne eines.`,
  form: {
    replyIntro: (customer) =>
      `An ${customer}. Anrede und Name kommen dazu. Die E-Mail wartet auf Freigabe, bevor sie verschickt wird.`,
    reply: 'Was der Kunde liest',
    rewordTitle: 'Anders formulieren',
    how: 'Wie soll es sein?',
    howPlaceholder: 'kürzer, freundlicher, mit einer Entschuldigung …',
    rewordSubmit: 'Entwerfen',
  },
  write: 'E-Mail an einen Kunden',
  writing: (order) =>
    order === null
      ? 'Heute schreiben wir Ihnen.'
      : `Wir schreiben Ihnen zu Ihrer Bestellung ${order}.`,
  gap: 'Der Text hat noch eine Lücke, […]. Bitte vor dem Senden füllen.',
  fillIn: (about) =>
    `Bei […] ist noch etwas zu sagen${about === null ? '' : `: ${about}`}. Mit der Lücke wird nichts gesendet.`,
  noAddress:
    'An diesen Kunden kann keine E-Mail geschrieben werden: es gibt keine brauchbare Adresse.',
  byTemplate: 'Ohne Sprachmodell zusammengestellt; es wurde nichts gesendet.',
  byModel:
    'Von einem Sprachmodell entworfen; es wurde nichts gesendet. Bitte prüfen, was darin versprochen wird.',
  modelAway: 'Das Sprachmodell war nicht erreichbar, daher ist dies ohne es zusammengestellt.',
  stopped: 'Das Sprachmodell wurde angehalten, daher ist dies ohne es zusammengestellt.',
  earlierReply: 'Was in so einem Fall geantwortet wurde, freigegeben und gesendet:',
  earlier: (total, ways) =>
    `Von ${counted(total, 'früheren Fall', 'früheren Fällen')} mit diesem Grund: ${ways
      .map(([resolution, count]) => `${count} ${RESOLVED[resolution]}`)
      .join(', ')}.`,
  thanks: (order) =>
    order === null
      ? 'vielen Dank für Ihre Nachricht.'
      : `vielen Dank für Ihre Nachricht zur Bestellung ${order}.`,
  sorry: (reason) => namedBy(SORRY, reason.toLowerCase()),
  answer: (resolution, amount) => {
    switch (resolution) {
      case 'refunded':
        return `Wir erstatten Ihnen ${amount ?? 'den Kaufpreis'}. Sie müssen nichts weiter tun.`;
      case 'exchanged':
        return 'Gern tauschen wir die Ware für Sie um: Welchen Artikel möchten Sie stattdessen?';
      case 'credited':
        return `Gern schreiben wir Ihnen ${amount === null ? 'den Betrag' : amount} als Guthaben gut. Wäre das in Ihrem Sinn?`;
      case 'declined':
        return 'Wir haben den Fall genau geprüft und können die Ware diesmal leider nicht zurücknehmen.';
      case null:
        return 'Wir sehen uns das an und melden uns mit einer Antwort bei Ihnen.';
    }
  },
  loyal: (orders) =>
    `Dies war Ihre ${orders}. Bestellung bei uns, dafür danken wir Ihnen herzlich.`,
};

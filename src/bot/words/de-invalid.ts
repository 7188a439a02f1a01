// Why something that was typed or written cannot be taken, in German.
import type { Invalid } from '#engine/invalid.ts';
import { unanswerable } from './de-flaws.ts';
import { segments } from './de-segments.ts';
import { number } from './de-speech.ts';
import { templateFlaw } from './de-template-flaws.ts';

/** The reason as it follows the name of the field. */
export function invalid(why: Invalid): string {
  switch (why.reason) {
    case 'bad-address':
      return 'das ist keine E-Mail-Adresse';
    case 'no-email':
      return 'dieser Kunde hat keine E-Mail-Adresse';
    case 'note-empty':
      return 'eine Notiz braucht einen Text';
    case 'reason-empty':
      return 'bitte sagen, warum er wieder geöffnet wird';
    case 'no-amount':
      return `bitte einen Betrag in ${why.currency} angeben, etwa 25 oder 25,00`;
    case 'no-such-order':
      return 'dieser Kunde hat keine solche Bestellung';
    case 'same-customer':
      return 'beide sind schon derselbe Kunde';
    case 'no-prediction':
      return 'Es gibt noch keine Vorhersagen. Bitte --by spend verwenden.';
    case 'tag':
      return `ein Tag hat 1 bis ${why.longest} Zeichen, kein Komma und keinen Zeilenumbruch`;
    case 'attribute-name':
      return `ein Attribut heißt mit Kleinbuchstaben, Ziffern und _, etwa ${why.example}`;
    case 'no-tier':
      return `es gibt keine Stufe „${why.typed}“. Es gibt: ${why.choices.join(', ')}`;
    case 'no-time-to-come':
      return `„${why.typed}“ ist kein künftiger Zeitpunkt wie 4h, 2d, tomorrow, friday 14:00 oder 2031-03-05`;
    case 'no-version':
      return `${why.automation} hat keine Version ${why.wanted}; die neueste ist ${why.newest}`;
    case 'segment-name-missing':
      return 'Ein Segment braucht einen Namen.';
    case 'segment-name-too-long':
      return `Ein Name hat höchstens ${why.most} Zeichen.`;
    case 'segment-name-hidden':
      return 'Ein Name hat keine Zeilenumbrüche oder andere unsichtbare Zeichen.';
    case 'too-many-members':
      return `Mehr als ${number(why.most)} Kunden sind zu viele für eine Datei. Bitte weniger anfordern.`;
    case 'query-unreadable':
      return segments.placed(why.line, why.column, segments.queryFault(why.why));
    case 'query-unanswerable':
      return why.asked === null
        ? 'das kann hier nicht beantwortet werden'
        : unanswerable(why.asked);
    case 'only-of-one':
      return `${why.clause} lässt sich einen einzelnen Kunden fragen, aber nicht alle zugleich, und kann daher kein Segment bilden`;
    case 'no-thresholds':
      return 'Perzentile brauchen zuvor ermittelte Schwellen';
    case 'template':
      return `${templateFlaw(why.flaw ?? { reason: 'too-much' })}${why.line === null ? '' : ` (Zeile ${why.line})`}`;
    case 'no-column':
      return `die erste Zeile nennt keine Spalte ${why.wanted.map((names) => names.join(' oder ')).join(', ')}. Sie hat: ${why.found.join(', ').slice(0, 200) || 'nichts'}`;
  }
}

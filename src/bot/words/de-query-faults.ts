// What is wrong with a query, in German. Keywords, names and examples stay as they are typed.
import type {
  Expected,
  Hint,
  Misasked,
  Miswritten,
  QueryFault,
  Takes,
} from '#engine/segments/query-fault.ts';
import { number } from './de-speech.ts';

/** The fault in a sentence. Texts in it are untrusted. */
export function queryFault(fault: QueryFault): string {
  switch (fault.reason) {
    case 'too-long':
      return `Die Abfrage ist zu lang (höchstens ${number(fault.most)} Zeichen).`;
    case 'too-deep':
      return `Mehr als ${number(fault.most)} Ebenen sind zu tief.`;
    case 'too-many-clauses':
      return `Eine Abfrage hat höchstens ${number(fault.most)} Bedingungen.`;
    case 'list-too-long':
      return `Eine Liste hat höchstens ${number(fault.most)} Werte.`;
    case 'blank':
      return 'Die Abfrage ist leer.';
    case 'no-closing-quote':
      return 'Diesem Text fehlt das schließende Anführungszeichen.';
    case 'bad-escape':
      return "Auf das Zeichen \\ darf in einem Text nur \\' und \\\\ folgen.";
    case 'ends-early':
      return `Die Abfrage endet zu früh: erwartet wird ${expectedText(fault.expected)}.`;
    case 'unexpected':
      return `'${fault.token}' passt hier nicht: erwartet wird ${expectedText(fault.expected)}.`;
    case 'unquoted':
      return `'${fault.token}' passt hier nicht: Texte stehen in einfachen Anführungszeichen, '${fault.token}'.`;
    case 'no-name':
      return `'${fault.token}' passt hier nicht: Namen haben Kleinbuchstaben, Ziffern, Unterstriche und Punkte.`;
    case 'unexpected-sign':
      return signText(fault.sign, fault.because);
    default:
      return 'text' in fault ? writtenText(fault) : askedText(fault);
  }
}

/** Of names, and of what may be asked of them. */
function askedText(fault: Misasked): string {
  switch (fault.reason) {
    case 'no-field':
      return `Einen Filter '${fault.name}' gibt es nicht.${hintText(fault.hint)}`;
    case 'no-function':
      return `Eine Funktion '${fault.name}' gibt es nicht.${hintText(fault.hint)}`;
    case 'no-parameter':
      return `${fault.of} hat keinen Parameter '${fault.name}'.${hintText(fault.hint)}`;
    case 'event-only':
      return `'${fault.name}' gibt es nur in Automationen, die ein Ereignis startet.`;
    case 'twice':
      return `'${fault.name}' darf in einem MATCHES nur einmal stehen.`;
    case 'only-true-or-false':
      return 'Hier darf nur true oder false folgen.';
    case 'anniversary-of-what':
      return "anniversary nimmt einen Namen in einfachen Anführungszeichen, etwa 'birthday'.";
    case 'mixed-list':
      return 'Die Werte einer Liste müssen von einer Art sein.';
    case 'no-anniversary':
      return `${fault.name} ist kein Datum: nur ein Datum hat einen Jahrestag.`;
    case 'is-list':
      return `${fault.name} ist eine Liste: bitte mit CONTAINS oder NOT CONTAINS fragen.`;
    case 'no-list':
      return `${fault.name} ist keine Liste: CONTAINS geht hier nicht.`;
    case 'no-order':
      return `${fault.name} hat keine Reihenfolge: bitte mit = oder != fragen.`;
    case 'takes':
      return `${fault.name} nimmt ${TAKES[fault.takes]}, nicht ${fault.seen}.`;
    case 'never': {
      const legal = fault.legal.map((value) => `'${value}'`).join(', ');
      return `${fault.name} ist nie ${fault.seen}: möglich sind ${legal}.${nearText(fault.nearest)}`;
    }
  }
}

/** Of values that are none as they are written. */
function writtenText(fault: Miswritten): string {
  switch (fault.reason) {
    case 'no-such-day':
      return `'${fault.text}' ist kein Tag des Kalenders.`;
    case 'no-time':
      return `'${fault.text}' ist keine Zeit: bitte als 2024-03-31T18:30:00 schreiben, nach der Uhr des Shops, ohne Zone.`;
    case 'no-date':
      return `'${fault.text}' ist kein Datum: bitte als Jahr-Monat-Tag schreiben, 2024-03-31.`;
    case 'too-far':
      return `'${fault.text}' liegt zu weit weg.`;
    case 'no-sign':
      return `'${fault.text}' braucht ein Vorzeichen: -${fault.text} liegt in der Vergangenheit.`;
    case 'no-offset':
      return `'${fault.text}' ist kein Abstand: die Einheiten sind d, w, m (Monate) und y, wie in -90d.`;
    case 'no-number':
      return `'${fault.text}' ist keine Zahl: bitte nur Ziffern und einen Dezimalpunkt schreiben, wie in 1500.50.`;
  }
}

const TAKES: Readonly<Record<Takes, string>> = {
  number: 'eine Zahl',
  'whole-number': 'eine ganze Zahl',
  id: 'eine Id aus Ziffern oder einen Text in einfachen Anführungszeichen',
  date: 'ein Datum wie 2024-03-31, -90d oder today',
  text: 'einen Text in einfachen Anführungszeichen',
};

function expectedText(expected: Expected): string {
  switch (expected.kind) {
    case 'filter':
      return 'ein Filter wie amount_spent';
    case 'operator':
      return 'ein Operator wie = oder >';
    case 'operator-of':
      return `ein Operator: ${expected.operators.join(', ')}`;
    case 'value':
      return "ein Wert wie 500, 'VIP' oder -90d";
    case 'second-value':
      return 'AND und ein zweiter Wert';
    case 'parameter':
      return 'ein Parameter';
    case 'end':
      return 'AND, OR oder das Ende';
    case 'written':
      return expected.either.join(', ').replace(/, ([^,]+)$/, ' oder $1');
  }
}

function signText(sign: string, because: 'quotes' | 'currency' | 'joins' | null): string {
  switch (because) {
    case 'quotes':
      return `${sign} passt hier nicht: Texte stehen in einfachen Anführungszeichen, 'VIP'.`;
    case 'currency':
      return `'${sign}' passt hier nicht: Beträge stehen ohne Währungszeichen.`;
    case 'joins':
      return `'${sign}' passt hier nicht: Bedingungen werden mit AND oder OR verbunden.`;
    case null:
      return `'${sign}' passt hier nicht.`;
  }
}

/** What may be meant, as a sentence of its own with a space before it. */
export function hintText({ nearest, known }: Hint): string {
  if (nearest !== null) return nearText(nearest);
  return known.length === 0 ? '' : ` Bekannt sind: ${known.join(', ')}.`;
}

function nearText(nearest: string | null): string {
  return nearest === null ? '' : ` Vielleicht gemeint: '${nearest}'?`;
}

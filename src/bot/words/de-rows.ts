// What is wrong with a row of an imported file, in German. Columns are named as the file names them.
import { type CellKind, LONGEST_LABEL, type RowFault } from '#engine/row-fault.ts';
import { money } from './de-speech.ts';
import { quotedCell } from './problem-parts.ts';

/** The fault, as it follows the number of its line. */
export function rowFault(fault: RowFault): string {
  switch (fault.reason) {
    case 'cell':
      return `${fault.column} ${quotedCell(fault.cell)} ${WANTED[fault.wanted]}`;
    case 'decimals':
      return `${fault.column} ${quotedCell(fault.cell)} hat mehr Nachkommastellen als ${fault.currency} (${fault.most})`;
    case 'currency':
      return `die Währung ${quotedCell(fault.currency)} ist kein Code nach ISO 4217`;
    case 'missing':
      return `${fault.column} fehlt`;
    case 'no-buyer':
      return 'customer_id und email fehlen beide';
    case 'open-quote':
      return 'ein Anführungszeichen, das hier beginnt, wird nie geschlossen';
    case 'scattered':
      return 'order_id steht schon weiter oben; die Zeilen einer Bestellung müssen aufeinander folgen';
    case 'long-tag':
      return `unter tags ist einer mit mehr als ${fault.most} Zeichen`;
    case 'cells':
      return `hat ${fault.found} Zellen, die erste Zeile nennt ${fault.named}`;
    case 'other-total':
      return `die Bestellung ${quotedCell(fault.order)} hat in Zeile ${fault.line} die Summe ${money(fault.first)}, hier ${money(fault.here)}`;
    case 'other-customer':
      return `die Bestellung ${quotedCell(fault.order)} gehört in Zeile ${fault.line} zu einem anderen Kunden`;
  }
}

const WANTED: Readonly<Record<CellKind, string>> = {
  short: `hat mehr als ${LONGEST_LABEL} Zeichen`,
  email: 'ist keine E-Mail-Adresse',
  country: 'ist kein Land wie DE',
  instant: 'ist kein Datum wie 2024-05-31 oder 2024-05-31T18:30:00Z',
  quantity: 'ist keine ganze Zahl über 0',
  birthday: 'ist kein Tag wie 1990-12-31 oder 12-31',
  consent: 'ist nicht subscribed, unsubscribed, pending oder unknown',
  zone: 'ist keine Zeitzone wie Europe/Berlin',
  amount: 'ist kein Betrag wie 100.50',
  positive: 'ist negativ',
};

// What the terminal says of its own, in German: start, check, import.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of the terminal's own commands. */
export const terminal: Words['terminal'] = {
  started: (url) => `Regulars läuft: ${url} öffnen (beenden mit Strg-C)\n`,
  failed: 'Bei uns ist etwas schiefgegangen. Näheres steht im Log; mehr wurde nicht getan.',
  checkedWell: 'Alles ist in Ordnung.',
  checkNote: (line) => `So gemeint? ${line}`,
  importUsage: 'Schreibweise: import orders|customers FILE.csv',
  imported: ({ customers, orders, rejected, milliseconds }) =>
    [
      `${counted(customers, 'Kunde', 'Kunden')}, ${counted(orders, 'Bestellung', 'Bestellungen')} in ${milliseconds} ms.`,
      ...rejected.slice(0, 20).map(({ line, message }) => `Zeile ${line}: ${message}`),
      ...(rejected.length > 20
        ? [`… und ${counted(rejected.length - 20, 'weitere Zeile', 'weitere Zeilen')} abgewiesen.`]
        : []),
    ].join('\n'),
  cannotRead: (file) => `Die Datei ${file} ist nicht lesbar.`,
};

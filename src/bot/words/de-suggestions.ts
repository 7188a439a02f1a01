// Customers who may be one person, in German: what speaks for it, what a merge moves, what an undo gives back.
import type { Clue } from '#engine/customers/likeness.ts';
import type { SuggestionStatus } from '#engine/customers/suggestion.ts';
import type { SuggestionRefusal } from '#engine/flows/settle-suggestion.ts';
import { countedAll } from './de-speech.ts';
import type { Words } from './en.ts';
import type { Noun } from './speech.ts';

const CLUE: Record<Clue, string> = {
  'same-email': 'Dieselbe E-Mail-Adresse',
  'same-mailbox': 'Dasselbe Postfach, mit anders geschriebener Adresse',
  'same-phone': 'Dieselbe Telefonnummer',
  'same-name': 'Derselbe Name',
  'same-birthday': 'Derselbe Geburtstag',
  'same-local-part': 'Derselbe Anfang der Adresse, bei einem anderen Anbieter',
  'same-place': 'Derselbe Ort',
  'like-local-part': 'Beide Adressen beginnen mit dem Namen',
  'other-last-name': 'Ein anderer Nachname',
  'other-birthday': 'Ein anderer Geburtstag',
  'other-first-name': 'Ein anderer Vorname',
};

const STATUS: Record<SuggestionStatus, string> = {
  open: 'wartet auf eine Entscheidung',
  merged: 'zusammengeführt',
  refused: 'zwei Personen',
  undone: 'wieder getrennt',
  moot: 'anders erledigt',
};

const REFUSED: Record<SuggestionRefusal, string> = {
  settled: 'Jemand war schneller. So steht es jetzt.',
  gone: 'Sie sind schon ein Kunde, oder einen davon gibt es nicht mehr.',
  'not-merged': 'Diese beiden wurden nicht zusammengeführt.',
  undone: 'Diese Zusammenführung wurde schon zurückgenommen.',
  'merged-since': 'Danach kam eine weitere Zusammenführung. Bitte zuerst diese zurücknehmen.',
};

/** What a customer owns, in the order in which it is named. */
const ROWS: Readonly<Record<string, Noun>> = {
  orders: ['Bestellung', 'Bestellungen'],
  refunds: ['Erstattung', 'Erstattungen'],
  checkouts: ['Bezahlvorgang', 'Bezahlvorgänge'],
  cases: ['Fall', 'Fälle'],
  tasks: ['Aufgabe', 'Aufgaben'],
  approvals: ['Freigabe', 'Freigaben'],
  grants: ['Rabattcode', 'Rabattcodes'],
  mails: ['E-Mail', 'E-Mails'],
  runs: ['Automationslauf', 'Automationsläufe'],
  notes: ['Notiz', 'Notizen'],
  product_views: ['Produktansicht', 'Produktansichten'],
  identities: ['Shop-Id oder Adresse', 'Shop-Ids und Adressen'],
  events: ['Ereignis', 'Ereignisse'],
};

function rows(counts: Readonly<Record<string, number>>): string | null {
  return countedAll(counts, ROWS);
}

/** Words of the cards, buttons and lists of customers who may be one person. */
export const suggestions: Words['suggestions'] = {
  title: {
    open: (one, other) => `Eine Person? ${one} und ${other}`,
    merged: (one, other) => `Jetzt ein Kunde: ${one} und ${other}`,
    refused: (one, other) => `Zwei Personen: ${one} und ${other}`,
    undone: (one, other) => `Wieder zwei Kunden: ${one} und ${other}`,
    moot: (one, other) => `Anders erledigt: ${one} und ${other}`,
  },
  goneTitle: 'Zwei Kunden, von denen es einen nicht mehr gibt',
  goneText: 'Es ist nichts mehr zu entscheiden.',
  sureness: {
    strong: 'Das ist sehr wahrscheinlich eine Person.',
    likely: 'Das könnte eine Person sein.',
    weak: 'Wenig spricht für eine Person.',
  },
  nothingAlike: 'Soweit bekannt, haben sie nichts gemeinsam.',
  clue: (clue) => CLUE[clue],
  evidence: 'Warum',
  side: 'Nebeneinander',
  shops: 'Shops',
  id: 'Id',
  moves: (kept, counts) =>
    `Beim Zusammenführen bleibt ${kept} und bekommt ${rows(counts) ?? 'alles vom anderen'}.`,
  consent: (state) => `Für E-Mails gilt die strengere der beiden Einwilligungen: ${state}.`,
  undoable:
    'Eine Zusammenführung lässt sich zurücknehmen. Eine Automation, die für beide läuft, läuft für einen weiter.',
  decided: {
    merged: 'Zusammengeführt von ',
    refused: 'Als zwei Personen bestätigt von ',
    undone: 'Getrennt von ',
  },
  moved: (counts) => `Übertragen: ${rows(counts) ?? 'nichts'}.`,
  back: (counts) => `Zurückgegeben: ${rows(counts) ?? 'nichts'}.`,
  stayed: (kept, counts) => {
    const what = rows(counts);
    return what === null
      ? 'Von der Zeit dazwischen musste nichts zurückbleiben.'
      : `Was in der Zeit dazwischen keinen von beiden nennt, bleibt bei ${kept}: ${what}.`;
  },
  mootText: 'Sie wurden durch eine andere Zusammenführung ein Kunde.',
  merge: 'Zusammenführen',
  refuse: 'Nicht dieselbe Person',
  undo: 'Zurücknehmen',
  undoConfirm: {
    title: 'Wieder zwei Kunden daraus machen?',
    text: 'Jeder bekommt zurück, was er hatte. Bestellungen und Ereignisse seither gehen an den, den sie nennen; Notizen, Mails, Freigaben und Läufe seither bleiben beim behaltenen Datensatz.',
    confirm: 'Zusammenführung zurücknehmen',
  },
  open: (name) => `${name} öffnen`,
  orType: (line) => `Oder eintippen: ${line}`,
  toUndo: (line) => `Rückgängig machen: „Zurücknehmen“ drücken oder eintippen: ${line}`,
  mergedWith: (name) => `zusammengeführt mit ${name}`,
  mergedButton: 'Zusammenführung',
  refusedTitle: 'Es wurde nichts geändert',
  refusedWhy: (reason) => REFUSED[reason],
  status: (status) => STATUS[status],
  listTitle: 'Kunden, die eine Person sein könnten',
  listEmpty:
    'Niemand sieht nach zweien aus. Neue und geänderte Kunden werden stündlich verglichen; zwei selbst benennen: customer merge',
  columns: ['Einer', 'Der andere', 'Warum', 'Punkte', 'Id'],
  showPair: (one, other) => `${one} / ${other}`,
};

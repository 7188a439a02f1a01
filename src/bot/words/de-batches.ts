// Batches in German: what would be changed for how many, how far it has come, what an undo puts back and what it leaves.
import type {
  BatchChange,
  BatchStatus,
  Foreseen,
  RunChange,
  ShopOutcome,
} from '#engine/batches/batch.ts';
import type { BatchRefusal } from '#engine/flows/settle-batch.ts';
import { counted, number } from './de-speech.ts';
import { things } from './de-things.ts';
import type { Words } from './en.ts';

const { customers } = things;

const STATUS: Record<BatchStatus | 'undone', string> = {
  previewed: 'wartet auf Bestätigung',
  'waiting-for-approval': 'wartet auf Freigabe',
  running: 'läuft',
  done: 'erledigt',
  stopped: 'angehalten',
  cancelled: 'abgebrochen',
  rejected: 'abgelehnt',
  expired: 'abgelaufen',
  undone: 'zurückgenommen',
};

const REFUSED: Record<BatchRefusal, string> = {
  settled: 'Jemand war schneller. So steht es jetzt.',
  expired: 'Die Vorschau ist älter als einen Tag. Bitte eine neue anfordern.',
  'nothing-left': 'Es ist nichts mehr zu tun.',
  'decision-expired':
    'Das hat zu lange auf eine Entscheidung gewartet. Bitte noch einmal ausführen.',
  'over-budget':
    'Im Rabattbudget ist nicht Platz für alle. Bitte warten, bis es sich erneuert, oder weniger Kunden nehmen.',
  'own-request': 'Das hast du selbst angefordert: Zwei andere müssen freigeben.',
  'same-person': 'Du hast schon freigegeben. Eine zweite Person muss ebenfalls freigeben.',
  'not-done': 'Es wurde niemand geändert, also gibt es nichts zurückzunehmen.',
  running: 'Es läuft noch. Bitte zuerst anhalten, dann zurücknehmen.',
  undone:
    'Das wurde schon zurückgenommen. Um die Änderung erneut vorzunehmen, diese Rücknahme zurücknehmen.',
  'run-undone':
    'Hier wurden Läufe zurückgenommen. Eine Rücknahme startet sie nicht wieder; bitte die Automation noch einmal ausführen.',
  'too-old':
    'Das ist seit mehr als 30 Tagen beendet und kann nicht mehr als Ganzes zurückgenommen werden.',
};

const SHOP: Record<ShopOutcome, string> = {
  waiting: 'noch anzufragen',
  asked: 'angefragt',
  done: 'erledigt',
  failed: 'fehlgeschlagen',
  skipped: 'nicht nötig',
};

/** „bei 1 Kunden“, „für 5 Kunden“: but for the nominative there is one form. */
function withCustomers(count: number): string {
  return `${number(count)} Kunden`;
}

function title(change: BatchChange, count: number): string {
  const whom = withCustomers(count);
  switch (change.kind) {
    case 'tag':
      return `Tag „${change.tag}“ vergeben an ${whom}`;
    case 'untag':
      return `Tag „${change.tag}“ entfernen bei ${whom}`;
    case 'tier':
      return change.tier === null
        ? `Stufe bei ${whom} vom Umsatz bestimmen lassen`
        : `Stufe ${change.tier} setzen bei ${whom}`;
    case 'set':
      return change.value === null
        ? `${change.name} leeren bei ${whom}`
        : `${change.name} auf ${change.value} setzen bei ${whom}`;
    case 'run':
      return runTitle(change, whom);
  }
}

function runTitle({ title: automation, mode, activates }: RunChange, whom: string): string {
  if (activates)
    return `„${automation}“ live schalten, auch bei ${whom}, die jetzt die Bedingung erfüllen`;
  return mode === 'live'
    ? `„${automation}“ ausführen bei ${whom}`
    : `Aufzeichnen, was „${automation}“ bei ${whom} täte`;
}

function alreadySo(change: BatchChange, count: number): string {
  const have = `${number(count)} ${count === 1 ? 'hat' : 'haben'}`;
  switch (change.kind) {
    case 'tag':
      return `${have} es schon`;
    case 'untag':
      return `${have} es nicht`;
    case 'tier':
      return change.tier === null
        ? `bei ${number(count)} ist es schon so`
        : `${number(count)} ${count === 1 ? 'ist' : 'sind'} schon fest auf dieser Stufe`;
    case 'set':
      return `${have} diesen Wert schon`;
    case 'run':
      return `bei ${number(count)} läuft sie schon`;
  }
}

function foreseen(change: BatchChange, seen: Foreseen): string {
  const everybody = seen.change === seen.customers;
  if (change.kind === 'run') {
    const whom = everybody ? 'alle' : number(seen.change);
    return change.mode === 'live'
      ? `Sie würde für ${whom} laufen.`
      : `Sie würde für ${whom} aufgezeichnet.`;
  }
  if (everybody) return 'Alle würden geändert.';
  const already = seen.already === 0 ? [] : [alreadySo(change, seen.already)];
  return `${[...already, `${number(seen.change)} würden geändert`].join(', ')}.`;
}

function foreseenUndo(seen: Foreseen): string {
  const leaves = [
    ...(seen.movedOn === 0
      ? []
      : [`${number(seen.movedOn)} seither erneut geändert und in Ruhe gelassen`]),
    ...(seen.gone === 0 ? [] : [`${number(seen.gone)} nicht mehr vorhanden`]),
  ];
  return `${[`${number(seen.change)} bekämen ihren früheren Stand zurück`, ...leaves].join(', ')}.`;
}

function about(seconds: number): string {
  if (seconds < 90) return 'etwa eine Minute';
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `etwa ${minutes} Minuten` : `etwa ${Math.round(minutes / 60)} Stunden`;
}

function wasChanged(count: number): string {
  return count === 1 ? 'wurde geändert' : 'wurden geändert';
}

/** Words of the cards, buttons and lists of batches. */
export const batches: Words['batches'] = {
  title,
  undoTitle: (what) => `Zurücknehmen: ${what}`,
  status: (status) => STATUS[status],
  refusedTitle: 'Es wurde nichts geändert',
  refused: (reason) => REFUSED[reason],
  of: (count, total) => `${number(count)} von ${withCustomers(total)}`,
  members: customers,
  foreseen,
  undone: (count) => `${customers(count)} ${wasChanged(count)}`,
  foreseenUndo,
  examples: 'Beispiele',
  frozen:
    'Genau diese Kunden, Stand jetzt: Wer später in das Segment kommt, gehört nicht dazu. Die Vorschau gilt einen Tag.',
  undoable:
    'Lässt sich 30 Tage lang als Ganzes zurücknehmen. Wer bis dahin erneut geändert wurde, bleibt unberührt, und was Automationen daraufhin tun, etwa Mails, bleibt bestehen.',
  runs: {
    asksOnce:
      'Eine Freigabe entscheidet für alle; was nach einer Wartezeit kommt, wird einzeln gefragt.',
    asksLater:
      'Was eine Freigabe braucht, kommt nach einer Wartezeit und wird dann einzeln gefragt.',
    acts: 'Sie handelt, ohne dass jemand gefragt wird.',
    shadow: 'Sie ist im Schattenmodus: Was sie täte, wird aufgezeichnet, und nichts wird getan.',
    notYet: 'Sie ist noch nicht live: bitte wählen, für wen sie gilt.',
    conditionNotAsked: 'Ihre eigene Bedingung wird nicht geprüft: Diese Kunden wurden ausgewählt.',
    mailLater: 'Wen ihre Mail nicht erreichen darf, bekommt den Rest ohne die Mail.',
    undoable:
      'Lässt sich 30 Tage lang als Ganzes zurücknehmen: Läufe werden angehalten, und ihre Änderungen werden rückgängig gemacht. Gesendete Mails bleiben gesendet.',
  },
  shopToo: (calls, seconds) =>
    `Auch im Shop: ${counted(calls, 'Aufruf', 'Aufrufe')}, ${about(seconds)}.`,
  shopNot: {
    tags: 'Der Shop wird nicht geändert: Kein verbundener Shop, der angesprochen werden kann, kennt sie.',
    ours: 'Der Shop wird nicht geändert: Stufen und Attribute werden nur hier geführt.',
  },
  nothingTitle: 'Nichts zu ändern',
  nobody: 'Zurzeit ist niemand darin.',
  nothing: (change, seen) => `${customers(seen.customers)}, ${alreadySo(change, seen.already)}.`,
  nothingRuns: (seen) =>
    seen.customers === 0
      ? 'Zurzeit ist niemand darin.'
      : `Sie würde für keinen von ${withCustomers(seen.customers)} laufen.`,
  nothingToUndo: (seen) => `${foreseenUndo(seen)} Es wurde nichts geändert.`,
  progress: {
    running: (through, all) => `${number(through)} von ${withCustomers(all)} sind durch.`,
    done: (changed, all) =>
      `Erledigt. ${number(changed)} von ${withCustomers(all)} ${wasChanged(changed)}.`,
    stopped: (changed, left) =>
      `Angehalten. ${customers(changed)} ${wasChanged(changed)}, ${number(left)} blieben unverändert.`,
    ran: (ran, all) => `Erledigt. Sie lief für ${number(ran)} von ${withCustomers(all)}.`,
    ranStopped: (ran, left) =>
      `Angehalten. Sie lief für ${withCustomers(ran)}; für ${number(left)} wurde sie nicht begonnen.`,
    takenBack: (back, all) =>
      `Erledigt. ${number(back)} von ${counted(all, 'Lauf', 'Läufen')} ${back === 1 ? 'wurde' : 'wurden'} zurückgenommen.`,
    cancelled: 'Abgebrochen. Es wurde nichts geändert.',
    rejected: 'Abgelehnt. Es wurde nichts geändert.',
    expired: 'Niemand hat innerhalb eines Tages bestätigt. Es wurde nichts geändert.',
    undecided: 'Niemand hat rechtzeitig entschieden. Es wurde nichts geändert.',
  },
  bulk: {
    gives: 'Jeder davon bekommt',
    exposure: 'Voraussichtliche Kosten insgesamt',
    needsTwo: 'Zwei Personen müssen dies freigeben, die es beide nicht angefordert haben.',
    asked: 'Bestätigt. Es wartet auf eine einzige Freigabe, im Kanal für Freigaben.',
    approved: 'Freigegeben. Wie weit es ist, zeigt die Karte im Kanal für Berichte.',
    waitsForSecond: 'Deine Freigabe zählt. Eine zweite Person muss ebenfalls freigeben.',
    rejected: 'Abgelehnt. Es wurde nichts geändert.',
  },
  from: 'Von',
  outcome: {
    changed: 'Geändert',
    already: 'Schon so',
    'left-out': 'Ausgelassen',
    'moved-on': 'Seither erneut geändert, in Ruhe gelassen',
    gone: 'Nicht mehr vorhanden',
  },
  shop: 'Im Shop',
  shopOutcome: (outcome, count) => `${number(count)} ${SHOP[outcome]}`,
  failures: 'Was der Shop nicht getan hat',
  failed: (name, reason) => `${name}: ${reason}`,
  forgotten: 'Ein Kunde, den es nicht mehr gibt',
  requestedBy: 'Angefragt von',
  confirmedBy: 'Bestätigt von',
  ended: 'Beendet',
  undoneBy: (id) => `Zurückgenommen durch ${id}.`,
  undoes: (id) => `Dies nimmt ${id} zurück.`,
  undoUntil: 'Zurücknehmen möglich bis ',
  orType: (line) => `Oder eintippen: ${line}`,
  confirmed: 'Bestätigt. Wie weit es ist, steht auf der Karte im Kanal für Berichte.',
  confirm: (count) => `${withCustomers(count)} ändern`,
  confirmRun: (count) => `Für ${withCustomers(count)} ausführen`,
  theseToo: (count) => (count === 1 ? 'Auch für diesen' : `Auch für diese ${number(count)}`),
  newOnly: 'Nur für neue',
  ran: 'Ausgeführt für',
  confirmUndo: (count) => `Bei ${withCustomers(count)} zurücknehmen`,
  large: {
    title: 'Mehr als die Hälfte aller Kunden',
    text: (count, total) => `Dies ändert ${number(count)} von ${withCustomers(total)}.`,
    confirm: 'Trotzdem ändern',
  },
  cancel: 'Abbrechen',
  stop: 'Anhalten',
  continue: { stopped: 'Fortsetzen', done: 'Shop erneut anfragen' },
  undo: 'Zurücknehmen',
  openUndo: 'Rücknahme zeigen',
  listTitle: 'Sammeländerungen',
  listEmpty: 'Es wurde noch nichts für viele zugleich geändert. Anfangen mit: segment tag',
  columns: ['Sammeländerung', 'Was', 'Stand', 'Von', 'Wann'],
};

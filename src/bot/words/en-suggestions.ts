// Customers who may be one person, in English: what speaks for it, what a merge moves, what an undo gives back.
import type { Clue } from '#engine/customers/likeness.ts';
import type { SuggestionStatus } from '#engine/customers/suggestion.ts';
import type { SuggestionRefusal } from '#engine/flows/settle-suggestion.ts';
import { countedAll } from './en-speech.ts';
import type { Noun } from './speech.ts';

const CLUE: Record<Clue, string> = {
  'same-email': 'The same e-mail address',
  'same-mailbox': 'The same mailbox, with the address spelt in another way',
  'same-phone': 'The same phone number',
  'same-name': 'The same name',
  'same-birthday': 'The same day of birth',
  'same-local-part': 'The same beginning of the address, at another provider',
  'same-place': 'The same town',
  'like-local-part': 'Both addresses begin with the name',
  'other-last-name': 'Another last name',
  'other-birthday': 'Another day of birth',
  'other-first-name': 'Another first name',
};

const STATUS: Record<SuggestionStatus, string> = {
  open: 'waits for a decision',
  merged: 'merged',
  refused: 'two people',
  undone: 'taken apart again',
  moot: 'settled otherwise',
};

const REFUSED: Record<SuggestionRefusal, string> = {
  settled: 'Somebody was faster. This is how it stands now.',
  gone: 'They are one customer already, or one of them is not there any more.',
  'not-merged': 'These two were not merged.',
  undone: 'This merge was undone already.',
  'merged-since': 'Another merge came after this one. Undo that one first.',
};

/** What a customer owns, in the order in which it is named. */
const ROWS: Readonly<Record<string, Noun>> = {
  orders: ['order', 'orders'],
  refunds: ['refund', 'refunds'],
  checkouts: ['checkout', 'checkouts'],
  cases: ['case', 'cases'],
  tasks: ['task', 'tasks'],
  approvals: ['approval', 'approvals'],
  grants: ['code', 'codes'],
  mails: ['mail', 'mails'],
  runs: ['automation run', 'automation runs'],
  notes: ['note', 'notes'],
  product_views: ['product view', 'product views'],
  identities: ['shop id or address', 'shop ids and addresses'],
  events: ['event', 'events'],
};

function rows(counts: Readonly<Record<string, number>>): string | null {
  return countedAll(counts, ROWS);
}

/** Words of the cards, buttons and lists of customers who may be one person. */
export const suggestions = {
  title: {
    open: (one: string, other: string) => `One person? ${one} and ${other}`,
    merged: (one: string, other: string) => `One customer now: ${one} and ${other}`,
    refused: (one: string, other: string) => `Two people: ${one} and ${other}`,
    undone: (one: string, other: string) => `Two customers again: ${one} and ${other}`,
    moot: (one: string, other: string) => `Settled otherwise: ${one} and ${other}`,
  } satisfies Record<SuggestionStatus, (one: string, other: string) => string>,
  goneTitle: 'Two customers, one of whom is not there any more',
  goneText: 'Nothing is left to decide.',
  sureness: {
    strong: 'This is very likely one person.',
    likely: 'This may be one person.',
    weak: 'Little speaks for one person.',
  },
  nothingAlike: 'They have nothing in common that we know of.',
  clue: (clue: Clue) => CLUE[clue],
  evidence: 'Why',
  side: 'Side by side',
  shops: 'Shops',
  id: 'Id',
  moves: (kept: string, counts: Readonly<Record<string, number>>) =>
    `If they are merged, ${kept} stays and gets ${rows(counts) ?? 'what the other has'}.`,
  consent: (state: string) => `E-mail consent will be the stricter of the two: ${state}.`,
  undoable: 'A merge can be undone. An automation that runs for both goes on for one.',
  decided: {
    merged: 'Merged by ',
    refused: 'Said to be two people by ',
    undone: 'Taken apart by ',
  },
  moved: (counts: Readonly<Record<string, number>>) => `Moved: ${rows(counts) ?? 'nothing'}.`,
  back: (counts: Readonly<Record<string, number>>) => `Given back: ${rows(counts) ?? 'nothing'}.`,
  stayed: (kept: string, counts: Readonly<Record<string, number>>) => {
    const what = rows(counts);
    return what === null
      ? 'Nothing from between had to stay behind.'
      : `From between, what names neither stays with ${kept}: ${what}.`;
  },
  mootText: 'They became one customer by another merge.',
  merge: 'Merge',
  refuse: 'Not the same',
  undo: 'Undo',
  undoConfirm: {
    title: 'Make them two customers again?',
    text: 'What each had goes back. Orders and events since then go to whom they name; notes, mails, approvals and runs since then stay with who kept the record.',
    confirm: 'Undo the merge',
  },
  open: (name: string) => `Open ${name}`,
  orType: (line: string) => `Or type: ${line}`,
  toUndo: (line: string) => `To undo it, press Undo or type: ${line}`,
  mergedWith: (name: string) => `merged with ${name}`,
  mergedButton: 'Merge',
  refusedTitle: 'Nothing was changed',
  refusedWhy: (reason: SuggestionRefusal) => REFUSED[reason],
  status: (status: SuggestionStatus) => STATUS[status],
  listTitle: 'Customers who may be one person',
  listEmpty:
    'Nobody looks like two. Customers who are new or changed are compared every hour; to name two yourself: customer merge',
  columns: ['One', 'The other', 'Why', 'Score', 'Id'],
  showPair: (one: string, other: string) => `${one} / ${other}`,
};

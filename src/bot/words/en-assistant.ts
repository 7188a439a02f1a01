// The assistant, in English.
import type { Inline } from '../card.ts';
import { counted, number } from './en-speech.ts';

type Args = Readonly<Record<string, string>>;

/** What commands would change, by their names; one that is not listed is named by its line. */
const plans: Readonly<Record<string, (args: Args) => string>> = {
  'customer tag': (a: Args) => `Give ${a['who']} the tag ${a['tag']}`,
  'customer untag': (a: Args) => `Take the tag ${a['tag']} from ${a['who']}`,
  'customer set': (a: Args) => `Set ${a['attribute']} of ${a['who']} to ${a['value']}`,
  'customer note': (a: Args) => `Write a note on ${a['who']}: ${a['text']}`,
  'customer merge': (a: Args) => `Look at merging ${a['who']} and ${a['other']}`,
  'case take': (a: Args) => `Take ${a['id']}`,
  'case resolve': (a: Args) => `Resolve ${a['id']} as ${a['resolution']}`,
  'case reassign': (a: Args) => `Give ${a['id']} to ${a['to']}`,
  'case note': (a: Args) => `Write a note on ${a['id']}: ${a['text']}`,
  'case open': (a: Args) => `Open a refund case for ${a['who']}`,
  'case refund': (a: Args) => `Have what ${a['id']} asks for refunded, once it is approved`,
  'email write': (a: Args) => `Write to ${a['who']} by mail, once it is approved: ${a['text']}`,
  'case reply': (a: Args) => `Answer ${a['id']} by mail, once it is approved: ${a['text']}`,
  'case decline': (a: Args) => `Decline ${a['id']} with the text: ${a['text']}`,
  'task new': (a: Args) => `Open a task about ${a['who']}: ${a['title']}`,
  'automation off': (a: Args) => `Switch ${a['name']} off`,
  'automation shadow': (a: Args) => `Let ${a['name']} only record what it would do`,
  'automation run': (a: Args) => `Run ${a['name']} for ${a['whom']}`,
  'segment save': (a: Args) => `Save ${a['query']} as ${a['name']}`,
  'segment tag': (a: Args) => `Preview: give everybody in ${a['segment']} the tag ${a['tag']}`,
  'segment untag': (a: Args) =>
    `Preview: take the tag ${a['tag']} from everybody in ${a['segment']}`,
  'segment tier': (a: Args) => `Preview: put everybody in ${a['segment']} on ${a['tier']}`,
};

/** Words of answers in plain words, and of what waits for a person's word. */
export const assistant = {
  title: 'Assistant',
  /** Before the command that was understood. */
  understood: 'Understood as ',
  lost: 'I did not understand that, so I did nothing.',
  reserved: 'That is for you to do yourself, not for me. The command: ',
  reservedShown: 'Deciding is yours, not mine. Here it is:',
  forbidden: (needs: string) => `That needs ${needs}.`,
  nobody: (who: string) => `I know no customer called “${who}”.`,
  proposalTitle: 'Shall I?',
  proposalText: 'Nothing has been done yet.',
  confirm: 'Confirm',
  cancel: 'Cancel',
  edit: 'Edit',
  editTitle: 'Edit before it is done',
  editField: 'Text',
  editSubmit: 'Confirm with this text',
  willRun: 'The command: ',
  showAll: 'Show all',
  readOn: 'Read on',
  partOf: (part: number, parts: number) =>
    `Part ${number(part)} of ${number(parts)}. It can be confirmed where it ends.`,
  needs: (role: string) => `Needs ${role} to confirm`,
  expires: (at: Inline): readonly Inline[] => ['Expires ', at],
  proposed: (summary: string) => `${summary}? Confirm it, or cancel it.`,
  confirmCommand: (id: string) => `In a terminal: proposal confirm ${id}`,
  confirmedBy: (name: string) => `Confirmed by ${name}.`,
  cancelledTitle: 'Cancelled',
  confirmedTitle: 'Confirmed',
  nothingDone: 'Nothing was done; whoever confirmed was told why.',
  cancelledBy: (name: string) => `Cancelled by ${name}. Nothing was done.`,
  notProposed: (name: string) =>
    `“${name}” changes nothing, or is for a person to do: it is not proposed.`,
  byModel: 'Written by a language model; check what matters.',
  helpful: 'Helpful',
  unhelpful: 'Not helpful',
  feedbackTitle: 'What teammates thought of the answers, in 90 days',
  feedbackEmpty: 'Nobody has said anything of an answer yet.',
  feedbackColumns: ['Answered by', 'From', 'Helpful', 'Not helpful'],
  answeredBy: { model: 'A language model', offline: 'Without a model', lost: 'Not understood' },
  noted: 'Thank you, noted.',
  sources: (commands: string) => `From: ${commands}.`,
  openSource: (line: string) => `Open: ${line}`,
  newest: (day: string) => `the newest of ${day}`,
  othersTitle: 'Not yours to settle',
  others: (name: string) =>
    `${name} asked for this, so it is for ${name} to confirm or cancel. Ask for it yourself, if you want it too.`,
  goneTitle: 'No longer open',
  gone: {
    confirmed: (name: string) => `${name} has already confirmed this.`,
    cancelled: (name: string) => `${name} has already cancelled this.`,
    expired: 'This has expired; ask again.',
    missing: 'This is not there any more; ask again.',
  },
  facts: {
    orders: (name: string, orders: number, last: string | null) =>
      orders === 0
        ? `${name} has not ordered yet.`
        : `${name} has placed ${counted(orders, 'order', 'orders')}, the last on ${last ?? '?'}.`,
    firstOrder: (name: string, first: string | null, added: string) =>
      first === null
        ? `${name} is known since ${added} and has not ordered yet.`
        : `${name} is known since ${added} and first ordered on ${first}.`,
    refunds: (name: string, refunds: number, amount: string) =>
      refunds === 0
        ? `${name} has had no refund.`
        : `${name} has had ${counted(refunds, 'refund', 'refunds')}, ${amount} in all.`,
    tier: (name: string, tier: string | null) =>
      tier === null ? `${name} is on no tier.` : `${name} is on ${tier}.`,
    tags: (name: string, tags: string | null) =>
      tags === null ? `${name} has no tags.` : `${name} has the tags ${tags}.`,
    spent: (name: string, amount: string, orders: number) =>
      `${name} has spent ${amount} in ${counted(orders, 'order', 'orders')}.`,
    average: (name: string, amount: string | null) =>
      amount === null
        ? `${name} has no paid order.`
        : `${name}’s orders come to ${amount} on average.`,
    consent: (name: string, mail: boolean) =>
      mail
        ? `${name} has agreed to marketing by e-mail.`
        : `${name} has not agreed to marketing by e-mail.`,
    cases: (name: string, open: number) =>
      open === 0
        ? `${name} has no open case.`
        : `${name} has ${counted(open, 'open case', 'open cases')}.`,
  },
  /** What a card leaves out of what was asked. */
  caveats: {
    period: 'I cannot narrow this down to that time; here it is without it.',
    amount: 'I cannot narrow this down by amounts; here it is without them.',
    measure: 'I can only rank customers by what they spent; here it is by that.',
    outcome:
      'I changed nothing. To close it, say what became of it: refunded, exchanged, credited or declined.',
  },
  size: (count: number, total: number) =>
    `${counted(count, 'customer', 'customers')} of ${number(total)}.`,
  rows: (count: number) => (count === 0 ? 'Nothing there.' : `${counted(count, 'row', 'rows')}.`),
  plans,
};

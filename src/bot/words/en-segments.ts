// Segments in English: lists, sizes, who is in and why, the form to save one, what a query may ask.

import { queryFaultText } from '#engine/segments/query-fault.ts';
import { shortfall } from './en-shortfalls.ts';
import { counted, number, share } from './en-speech.ts';

function sizeOf(count: number, total: number): string {
  return `${number(count)} of ${counted(total, 'customer', 'customers')} (${share(count, total)})`;
}

function reachableOf(reachable: number, count: number): string {
  return count === 0
    ? 'Nobody is in it now.'
    : `${number(reachable)} of them may get marketing mail (${share(reachable, count)}).`;
}

type Sizes = { readonly count: number; readonly reachable: number; readonly total: number };

/** Words of the cards and forms about segments. */
export const segments = {
  /** What is wrong with a query, without its place. */
  queryFault: queryFaultText,
  placed: (line: number, column: number, sentence: string) =>
    `Line ${line} Column ${column}: ${sentence}`,
  /** What a field or function means; the language itself has it in English. */
  meaning: (_name: string, english: string) => english,
  /** By how much a clause fell short. */
  shortfall,
  listTitle: 'Segments',
  listEmpty: 'There are no segments yet. Save one with: segment save',
  columns: ['Name', 'What', 'Members', 'Saved'],
  savedAs: (version: number, by: string) => `version ${version} by ${by}`,
  fromFile: 'segments.yml',
  query: 'Query',
  size: 'Size',
  saved: 'Saved',
  versionsTitle: 'Versions',
  versionColumns: ['Version', 'Query', 'By', 'When'],
  queryTitle: 'This query',
  sizeOf,
  reachableOf,
  examples: 'Examples',
  exampleColumns: ['Customer', 'Spent', 'Orders'],
  loosenTitle: 'What would let more in',
  loosen: ['Loosen ', ' and it is ', ': '] as const,
  customers: (count: number) => counted(count, 'customer', 'customers'),
  membersTitle: (title: string) => `Who is in ${title}`,
  membersEmpty: 'Nobody is in it now.',
  memberColumns: ['Customer', 'Spent', 'Orders', 'Id'],
  explainTitle: (title: string, name: string) => `${title} and ${name}`,
  isIn: (name: string) => `${name} is in it.`,
  isOut: (name: string) => `${name} is not in it.`,
  checkTitle: 'The query is good',
  checkGood: 'It can be read and answered.',
  faultTitle: 'The query cannot be read',
  fieldsTitle: 'What a query may ask',
  fieldColumns: ['Name', 'Type', 'Meaning', 'Values'],
  fieldsEmpty: (word: string) =>
    `Nothing has “${word}” in its name or meaning. See all with: segment fields`,
  fieldType: (type: string) => type,
  fieldLine: (type: string, meaning: string) => ` (${type}): ${meaning}`,
  fieldValues: (values: readonly string[]) => `. One of ${values.join(', ')}`,
  fieldParams: (params: readonly string[]) => `. Asks ${params.join(', ')}`,
  ours: (name: string) => `${name} *`,
  fieldsNote:
    '* ours: Shopify does not know it. What begins with event. is for automations only. One of them in full: segment fields <word>',
  notHeld: (names: readonly string[]) => `Understood, but not held here: ${names.join(', ')}.`,
  membersButton: 'Who is in it',
  changeButton: 'Change',
  saveTitle: 'Save a segment',
  saveIntro:
    'A name for a query, kept with its versions. To see who is in it before saving: segment estimate <query>',
  previewEmpty: 'Write a query, or choose an example, to see how many are in it.',
  previewSize: ({ count, reachable, total }: Sizes) =>
    `${sizeOf(count, total)}. ${reachableOf(reachable, count)}`,
  nameField: 'Name',
  namePlaceholder: 'big-spenders',
  queryField: 'Query',
  queryPlaceholder: 'amount_spent > 500 AND last_order_date >= -90d',
  queryHint: 'Join clauses with AND, OR, NOT. All fields: segment fields',
  queryTooLong: 'The present query is too long for this form. Change it in the terminal.',
  exampleField: 'Or start from an example',
  exampleHint: 'Taken as the query where none is written.',
  saveSubmit: 'Save',
  savedLine: (name: string, version: number) => `${name} is saved as version ${version}.`,
  staleForm: (name: string, version: number) =>
    `${name} was saved again meanwhile: it is version ${version} now. Nothing was changed.`,
  staleTitle: 'Somebody was faster',
  removed: (name: string) => `${name} is off the list. Its versions are kept.`,
  removedShown: (name: string) =>
    `The saved ${name} is off the list; what segments.yml says under that name counts again.`,
  removeTitle: 'Segment removed',
  inUse: (name: string, automation: string) =>
    `The automation ${automation} starts with ${name}: change or remove that first.`,
  inFile: (name: string) => `${name} stands in segments.yml: take it out there.`,
  exportTitle: (title: string) => `Members of ${title} as CSV`,
  exportLine: (count: number) => `${counted(count, 'customer', 'customers')}.`,
};

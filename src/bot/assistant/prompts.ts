// What could be asked now: by who asks, what waits for them, whom the conversation is about, and what was said.
import type { Deps } from '#engine/deps.ts';
import type { Role } from '#engine/errors.ts';
import type { CustomerId } from '#engine/ids.ts';
import { countSlips } from '#engine/nearest.ts';
import { type Block, text } from '../card.ts';
import { feedback, feedbackId } from '../cards/feedback.ts';
import { type Prompt, type PromptName, promptsCard } from '../cards/prompts.ts';
import type { Answer, Context } from '../command.ts';
import { mayActAs, type Teammate } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { languageOfWords } from '../words/languages.ts';
import { foldWord } from './grammar/cut.ts';
import { stemOf } from './grammar/lexicon/stem.ts';

/** So many are offered at once. */
const MOST = 4;

type Waiting = Readonly<Record<'approvals' | 'cases' | 'tasks' | 'free', boolean>>;

type Suggested = {
  readonly name: PromptName;
  readonly role: Role;
  readonly isAboutCustomer?: true;
  /** Only while that waits. */
  readonly when?: keyof Waiting;
};

/** THE list of what is suggested, what presses most first. */
const PROMPTS: readonly Suggested[] = [
  { name: 'refunds', role: 'viewer', isAboutCustomer: true },
  { name: 'approvals', role: 'approver', when: 'approvals' },
  { name: 'cases', role: 'agent', when: 'cases' },
  { name: 'tasks', role: 'agent', when: 'tasks' },
  { name: 'free', role: 'agent', when: 'free' },
  { name: 'timeline', role: 'viewer', isAboutCustomer: true },
  { name: 'today', role: 'viewer' },
  { name: 'best', role: 'viewer' },
  { name: 'quiet', role: 'viewer' },
  { name: 'mails', role: 'viewer' },
  { name: 'automations', role: 'approver' },
];

/** Whom the conversation is about, and what was said where that was not understood. */
export type Asked = { readonly customerId: CustomerId | null; readonly said?: string };

/** An answer that says what could be asked. */
type Offer = Omit<Extract<Answer, { kind: 'card' }>, 'json'> & {
  readonly json: {
    readonly text: string;
    readonly commands: readonly unknown[];
    readonly proposals: readonly unknown[];
    readonly prompts: readonly string[];
  };
};

/** What can be asked at all, with what presses most; where something was said, with what is nearest to that. */
export async function offerPrompts(
  words: Words,
  context: Context,
  asked: Asked,
  lead: readonly Block[] = [],
): Promise<Offer> {
  const { deps, teammate } = context;
  const prompts = await findPrompts(words, deps, teammate, asked);
  const sentences = prompts.map(({ name }) => words.prompts.says[name]);
  const { intro, forExample } = words.prompts;
  return {
    kind: 'card',
    card: promptsCard(words, prompts, teammate.surface, lead),
    json: {
      text: [intro, forExample, ...sentences].join('\n'),
      commands: [],
      proposals: [],
      prompts: sentences,
    },
    visible: 'asker',
  };
}

/** The same where nothing was understood, which `sentence` says. */
export async function offerInstead(
  words: Words,
  context: Context,
  asked: Required<Asked>,
  sentence: string,
): Promise<Answer> {
  const offer = await offerPrompts(words, context, asked, [text(sentence)]);
  const asks = feedback(words, feedbackId('lost', [], context.deps.newId('entry')));
  return {
    ...offer,
    card: { ...offer.card, blocks: [...offer.card.blocks, asks] },
    json: { ...offer.json, text: `${sentence}\n${words.prompts.intro}` },
  };
}

async function findPrompts(
  words: Words,
  deps: Pick<Deps, 'storage'>,
  teammate: Teammate,
  { customerId, said }: Asked,
): Promise<readonly Prompt[]> {
  const { customers } = deps.storage;
  const [about, waiting] = await Promise.all([
    customerId === null ? null : customers.get(customerId),
    waitingFor(deps, teammate),
  ]);
  const open = PROMPTS.filter(
    ({ role, isAboutCustomer }) =>
      mayActAs(teammate.role, role) && (isAboutCustomer !== true || about !== null),
  );
  const now = open.filter(({ when }) => when === undefined || waiting[when]);
  const ordered = said === undefined ? now : nearest(words, said, [...new Set([...now, ...open])]);
  return ordered
    .slice(0, MOST)
    .map(({ name, isAboutCustomer }) => ({ name, about: isAboutCustomer === true ? about : null }));
}

async function waitingFor(
  { storage }: Pick<Deps, 'storage'>,
  { person, role }: Teammate,
): Promise<Waiting> {
  const one = { limit: 1 };
  const [approvals, cases, tasks, free] = await Promise.all([
    mayActAs(role, 'approver') ? storage.approvals.list({ status: 'pending' }, one) : [],
    storage.cases.list({ open: true, assignee: person }, one),
    storage.tasks.list({ open: true, assignee: person }, one),
    storage.cases.list({ open: true, assignee: null }, one),
  ]);
  return {
    approvals: approvals.length > 0,
    cases: cases.length > 0,
    tasks: tasks.length > 0,
    free: free.length > 0,
  };
}

/** By the words that they have in common with what was said; a word of fewer sentences says more. */
function nearest(words: Words, said: string, prompts: readonly Suggested[]): readonly Suggested[] {
  const typed = stemsOf(words, said);
  const stems = new Map(
    prompts.map(({ name }) => [name, stemsOf(words, words.prompts.says[name])]),
  );
  const countOf = (stem: string) => [...stems.values()].filter((all) => all.includes(stem)).length;
  const likeness = ({ name }: Suggested) =>
    (stems.get(name) ?? [])
      .filter((stem) => typed.some((one) => isAlike(one, stem)))
      .reduce((sum, stem) => sum + 1 / countOf(stem), 0);
  return prompts.toSorted((one, other) => likeness(other) - likeness(one));
}

/** Small words are in every sentence. */
const SHORT = 3;

function stemsOf(words: Words, sentence: string): readonly string[] {
  const language = languageOfWords(words);
  const all = sentence.split(/[^\p{L}]+/u).map(foldWord);
  return [
    ...new Set(all.filter(({ length }) => length > SHORT).map((one) => stemOf(language, one))),
  ];
}

/** The same, or a slip of the keyboard away; what is taken for another word is only suggested too early. */
function isAlike(typed: string, stem: string): boolean {
  if (typed === stem) return true;
  return stem.length > SHORT && countSlips(typed, stem) <= 1;
}

// One turn with the assistant: what was said is understood, what reads is answered, what changes is proposed.
import type { Profile } from '#engine/customers/profile.ts';
import type { CustomerId } from '#engine/ids.ts';
import { dayOf } from '#engine/time.ts';
import { type Block, type Card, cardToText, note, text } from '../card.ts';
import { feedback, feedbackId } from '../cards/feedback.ts';
import { clip, oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, effectOf } from '../command.ts';
import { lineOf, withoutContacts } from '../line/command-line-of.ts';
import { type Registry, runOrRefuse } from '../line/named-command.ts';
import { mayActAs } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { aboutOf } from './about.ts';
import { afterCommand, recall, remember, type Talk } from './conversation.ts';
import { estimatesOf, queriesIn } from './estimates.ts';
import { factOf } from './facts.ts';
import { loadNames } from './grammar/names.ts';
import { understand } from './grammar/understand.ts';
import { findMeant, type Meant } from './meant.ts';
import { afterAnswer } from './memory.ts';
import { answerByModel, proposalsIn } from './model/answer.ts';
import { type Asked, offerInstead, offerPrompts } from './prompts.ts';
import { propose } from './propose.ts';

/** What was said to the assistant, the conversation it goes on with, and whom it is about where that is known. */
export type Said = {
  readonly text: string;
  readonly talk: Talk;
  readonly about?: CustomerId;
};

/** A card in plain text, where nothing shorter says it. */
const TEXT_MOST = 1500;

/** Answers a sentence. What changes something is proposed and done by nobody but the person who confirms it. */
export async function answerSaid(
  registry: Registry,
  context: Context,
  said: Said,
): Promise<Answer> {
  const { deps } = context;
  const { conversation, spoken } = await recall(deps, said.talk, said.about);
  const { customerId } = conversation;
  if (said.text === '') return offerPrompts(registry.words, context, { customerId });
  const meanings = understand(said.text, {
    names: await loadNames(deps, said.text),
    commands: new Set(registry.commands.map(({ name }) => name)),
    changes: new Set(registry.commands.filter(changesSomething).map(({ name }) => name)),
    spoken,
    today: dayOf(deps.now(), deps.playbook.team.timezone),
  });
  const meant = await findMeant(deps, registry.commands, meanings);
  if (meant === null || 'nobody' in meant) {
    const { languageModel } = deps;
    const asked = { customerId, said: said.text };
    if (languageModel === null) return lost(registry.words, context, asked, meant?.nobody ?? null);
    const question = { text: said.text, conversation };
    const next = await answerByModel(registry, context, languageModel, question);
    await remember(deps, said.talk, next.conversation);
    return next.answer;
  }
  if (isGreeting(meant)) return greet(registry.words, context, customerId);
  const answer = await carryOut(registry, context, meant);
  const { command, meaning, customers } = meant;
  const after = afterCommand(conversation, aboutOf({ command, args: meaning.args, customers }));
  const next = afterAnswer(after, { asked: said.text, answer, customers });
  await remember(deps, said.talk, next);
  return answer;
}

function changesSomething(command: AnyCommand): boolean {
  return effectOf(command) !== 'reads';
}

function carryOut(registry: Registry, context: Context, meant: Meant): Promise<Answer> {
  switch (effectOf(meant.command)) {
    case 'reads':
      return readOut(registry, context, meant);
    case 'changes':
      return proposeIt(registry, context, meant);
    case 'reserved':
      return reserve(registry, context, meant);
  }
}

/** The command's own card, below what it answers and what was understood. */
async function readOut(registry: Registry, context: Context, meant: Meant): Promise<Answer> {
  const { words } = registry;
  const { command, args, facet, caveat } = meant.meaning;
  const answer = await runOrRefuse(registry, context, { name: command, args });
  if (answer.kind !== 'card') return answer;
  const fact = factOf(words, context.deps, {
    facet,
    json: answer.json,
    profile: firstOf(meant.customers),
  });
  const { refused, file, ...rest } = answer;
  const proposals = proposalsIn(answer.json);
  const first = [caveat === null ? null : words.assistant.caveats[caveat], fact].filter(
    (sentence) => sentence !== null,
  );
  return {
    ...rest,
    card: withLead(
      answer.card,
      first.map((sentence) => text(sentence)),
      [
        understoodAs(words, meant),
        ...(file === undefined ? [] : [note(words.files.byCommand)]),
        ...(proposals.length === 0 ? [asksOf(words, context, command)] : []),
      ],
    ),
    json: {
      text: refused?.message ?? (first.join(' ') || clip(cardToText(answer.card), TEXT_MOST)),
      commands: [{ name: command, arguments: args }],
      proposals,
      answer: answer.json,
    },
    visible: 'asker',
  };
}

async function proposeIt(registry: Registry, context: Context, meant: Meant): Promise<Answer> {
  const { words } = registry;
  const needs = meant.command.role;
  if (!mayActAs(context.teammate.role, needs))
    return saying(words, words.assistant.forbidden(words.role[needs]));
  const { command, meaning } = meant;
  const queries = queriesIn([{ command, args: meaning.args }]);
  const estimates = await estimatesOf(words, context.deps, queries);
  const answer = await propose(words, context, meant);
  return answer.kind === 'card' && estimates.length > 0
    ? { ...answer, card: withLead(answer.card, [...estimates, { kind: 'divider' }], []) }
    : answer;
}

/** What only a person does is named; an approval is shown, with its buttons. */
async function reserve(registry: Registry, context: Context, meant: Meant): Promise<Answer> {
  const { assistant } = registry.words;
  const { command, args } = meant.meaning;
  const id = args['id'];
  if (command.startsWith('approval ') && id !== undefined) {
    const shown = {
      ...meant,
      meaning: { ...meant.meaning, command: 'approval show', args: { id } },
    };
    const answer = await readOut(registry, context, shown);
    return answer.kind === 'card'
      ? { ...answer, card: withLead(answer.card, [text(assistant.reservedShown)], []) }
      : answer;
  }
  const line = lineOf(meant.command, withoutContacts(args, meant.customers));
  return saying(registry.words, `${assistant.reserved}${oneLine(line, 300)}`);
}

/** Nothing was understood, so nothing was done. */
function lost(
  words: Words,
  context: Context,
  asked: Required<Asked>,
  nobody: string | null,
): Promise<Answer> {
  const { lost: sentence, nobody: unknown } = words.assistant;
  const said = nobody === null ? sentence : unknown(oneLine(nobody, 60));
  return offerInstead(words, context, asked, said);
}

/** Whether somebody said hello, or asked what can be asked. */
function isGreeting({ command, meaning }: Meant): boolean {
  return command.name === 'help' && Object.keys(meaning.args).length === 0;
}

async function greet(
  words: Words,
  context: Context,
  customerId: CustomerId | null,
): Promise<Answer> {
  const offer = await offerPrompts(words, context, { customerId });
  const commands = [{ name: 'help', arguments: {} }];
  return { ...offer, json: { ...offer.json, commands } };
}

function asksOf(words: Words, { deps }: Context, command: string): Block {
  return feedback(words, feedbackId('offline', [command], deps.newId('entry')));
}

function saying(words: Words, sentence: string): Answer {
  return {
    kind: 'card',
    card: { title: words.assistant.title, tone: 'neutral', blocks: [text(sentence)] },
    json: { text: sentence, commands: [], proposals: [] },
    visible: 'asker',
  };
}

function withLead(card: Card, lead: readonly Block[], foot: readonly Block[]): Card {
  return { ...card, blocks: [...lead, ...card.blocks, ...foot] };
}

function understoodAs(words: Words, { command, meaning, customers }: Meant): Block {
  return note(words.assistant.understood, {
    kind: 'code',
    text: oneLine(lineOf(command, withoutContacts(meaning.args, customers)), 300),
  });
}

function firstOf(customers: Readonly<Record<string, Profile>>): Profile | null {
  return Object.values(customers)[0] ?? null;
}

// One turn with a model: it may read what the asker may, and propose; what it says is shown as what it is, a model's words.
import { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import { asId, idsIn, type TurnId } from '#engine/ids.ts';
import type { Conversation, KeptAnswer } from '#engine/ports/assistant-records.ts';
import type { LanguageModel } from '#engine/ports/language-model.ts';
import { dayOf } from '#engine/time.ts';
import type { Block } from '../../card.ts';
import { feedbackId } from '../../cards/feedback.ts';
import type { Answer, Context } from '../../command.ts';
import type { Registry } from '../../line/named-command.ts';
import type { Words } from '../../words/en.ts';
import { estimatesOf, queriesIn } from '../estimates.ts';
import { loadNames } from '../grammar/names.ts';
import { acquaintWith, acquaintWithSentence } from './acquaint.ts';
import { afterModel } from './after.ts';
import { tellBefore } from './before.ts';
import { type Done, toolsFor } from './calls.ts';
import { modelAnswerCard } from './card.ts';
import { chooseTools } from './choose-tools.ts';
import { instructionsFor } from './instructions.ts';
import { createMasker } from './masker.ts';
import { createOffer } from './offer.ts';
import { converse, type Ending } from './rounds.ts';
import { sourcesOf } from './sources.ts';
import { budgetOf } from './token-budget.ts';
import { createTold } from './told.ts';
import type { Tool } from './tools.ts';
import { inOpenTurn } from './turn.ts';

type Spoken = {
  readonly text: string;
  readonly ending: Ending | null;
  readonly done: Done;
  readonly turn: TurnId;
};

/** What is asked of a model, and the conversation that it goes on with. */
type Question = { readonly text: string; readonly conversation: Conversation };

/** Answers what only a model understands. Never throws: a model that is away, used up or stopped is said so. */
export async function answerByModel(
  registry: Registry,
  context: Context,
  model: LanguageModel,
  { text, conversation }: Question,
): Promise<{ readonly answer: Answer; readonly conversation: Conversation }> {
  const { words } = registry;
  const { deps } = context;
  // What it is told of the conversation names people as well.
  const customers = new Set(idsIn('customer', JSON.stringify(conversation)));
  const done: Done = { reads: [], proposals: [], customers, calls: 0 };
  const masker = createMasker({ byId: context.isMasked === true });
  const spoken = await inOpenTurn(context, async (turn) => {
    const { customerId } = conversation;
    await acquaintWith(deps, masker, null, customerId === null ? [] : [customerId]);
    await acquaintWithSentence(deps, masker, text);
    const told = createTold({ words, context, masker, turn });
    const tools = toolsFor(registry, context);
    const offer = createOffer(tools, await choose(deps, tools, { text, conversation }));
    const hands = { tools, offer, masker, done, turn: turn.id, begin: told.begin };
    const instructions = instructionsFor(words, context);
    const said = await tellBefore(deps, masker, conversation, text);
    const { signal } = turn;
    const talk = {
      registry,
      context,
      conversation: model.converse({
        instructions,
        said,
        tools: offer.first,
        onText: told.hear,
        signal,
      }),
      hands,
      turn,
      budget: budgetOf(context),
      told,
      sent: [instructions, said, JSON.stringify(offer.first)],
    };
    const spoken = { ...(await converse(talk)), done, turn: turn.id };
    return spoken;
  });
  const kept = await keptOf(words, deps, spoken);
  // What is settled below it is shown with all of it, and what it was made from can be opened.
  if (done.reads.length + done.proposals.length > 0)
    await deps.storage.assistant.keepAnswer(spoken.turn, kept);
  const estimates = await estimatesOf(words, deps, kept.queries);
  const isEndless = context.teammate.surface === 'terminal';
  const exchange = { asked: text, answered: spoken.text };
  return {
    answer: says(words, spoken, kept, { estimates, isEndless }),
    conversation: await afterModel(deps, { conversation, done, masker, exchange }),
  };
}

/** The tools for a question, and for what was asked just before it. */
async function choose(
  deps: Pick<Deps, 'storage' | 'now' | 'playbook'>,
  tools: readonly Tool[],
  { text, conversation }: Question,
): Promise<readonly Tool[]> {
  const last = conversation.exchanges.at(-1)?.asked;
  return chooseTools(tools, {
    sentences: last === undefined ? [text] : [last, text],
    names: await loadNames(deps, text),
    today: dayOf(deps.now(), deps.playbook.team.timezone),
  });
}

/** What was said, as it is kept: with its sources, and what waits below it for a person's word. */
async function keptOf(
  words: Words,
  deps: Pick<Deps, 'storage' | 'playbook'>,
  { text: said, ending, done, turn }: Spoken,
): Promise<KeptAnswer> {
  const { reads, proposals } = done;
  const last = ending === null ? '' : endingText(words, ending);
  const names = reads.map(({ command }) => command.name);
  return {
    paragraphs: [said, last].filter((one) => one !== ''),
    sources: await sourcesOf(words, deps, reads),
    queries: queriesIn([...reads, ...proposals]),
    proposals: Proposed.parse(proposals.flatMap(({ json }) => proposalsIn(json))).map(({ id }) =>
      asId('proposal', id),
    ),
    feedback: ending === null ? feedbackId('model', names, turn) : null,
  };
}

const Proposed = z.array(z.object({ id: z.string() }));

/** The answer, and below it what waits for a person's word. */
function says(
  words: Words,
  { ending, done, turn }: Spoken,
  kept: KeptAnswer,
  below: { readonly estimates: readonly Block[]; readonly isEndless: boolean },
): Answer {
  const { reads, proposals } = done;
  const blocks = proposals.map(({ card }) => card.blocks);
  const isOpen = proposals.length > 0;
  return {
    kind: 'card',
    card: modelAnswerCard(words, kept, blocks, { ...below, turn, isOpen }),
    json: {
      text: kept.paragraphs.join('\n') || '…',
      commands: reads.map(({ command, args }) => ({ name: command.name, arguments: args })),
      proposals: proposals.flatMap(({ json }) => proposalsIn(json)),
      ...(ending !== null && typeof ending === 'object' ? ending : {}),
    },
    names: [...done.customers],
    visible: 'asker',
  };
}

function endingText({ turns }: Words, ending: Ending): string {
  return typeof ending === 'object' ? turns.stopped(ending.stoppedBy) : turns.endings[ending];
}

/** The proposals that an answer's JSON form tells of. */
export function proposalsIn(json: unknown): readonly unknown[] {
  const held =
    typeof json === 'object' && json !== null && 'proposals' in json ? json.proposals : [];
  return Array.isArray(held) ? held : [];
}

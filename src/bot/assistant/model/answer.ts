// One turn with a model: it may read what the asker may, and propose; what it says is shown as what it is, a model's words.
import { z } from 'zod';
import { asId, type CustomerId, type TurnId } from '#engine/ids.ts';
import type { KeptAnswer } from '#engine/ports/assistant-records.ts';
import type { LanguageModel } from '#engine/ports/language-model.ts';
import { feedbackId } from '../../cards/feedback.ts';
import { oneLine } from '../../cards/shorten.ts';
import type { Answer, Context } from '../../command.ts';
import type { Registry } from '../../line/named-command.ts';
import type { Words } from '../../words/en.ts';
import { acquaintWith, acquaintWithSentence } from './acquaint.ts';
import { type Done, handsFor } from './calls.ts';
import { modelAnswerCard } from './card.ts';
import { instructionsFor } from './instructions.ts';
import { withoutLinks } from './links.ts';
import { createMasker } from './masker.ts';
import { converse, type Ending } from './rounds.ts';
import { budgetOf } from './token-budget.ts';
import { createTold } from './told.ts';
import { toolText } from './tools.ts';
import { inOpenTurn } from './turn.ts';

type Spoken = {
  readonly text: string;
  readonly ending: Ending | null;
  readonly done: Done;
  readonly turn: TurnId;
};

/** What was asked, and whom the conversation is about. */
type Question = { readonly text: string; readonly about: CustomerId | null };

/** Answers what only a model understands. Never throws: a model that is away, used up or stopped is said so. */
export async function answerByModel(
  registry: Registry,
  context: Context,
  model: LanguageModel,
  { text: sentence, about }: Question,
): Promise<Answer> {
  const { words } = registry;
  const done: Done = { commands: [], proposals: [], customers: new Set(), calls: 0 };
  const spoken = await inOpenTurn(context, async (turn) => {
    const masker = createMasker({ byId: context.isMasked === true });
    await acquaintWith(context.deps, masker, null, about === null ? [] : [about]);
    await acquaintWithSentence(context.deps, masker, sentence);
    const told = createTold({ words, context, masker, turn });
    const own = { masker, done, turn: turn.id, begin: told.begin };
    const hands = { ...handsFor(registry, context), ...own };
    const instructions = instructionsFor(words, context);
    const said = masker.hide(sentence);
    const conversation = model.converse({
      instructions,
      said,
      tools: hands.tools,
      onText: told.hear,
      signal: turn.signal,
    });
    const sent = [instructions, said, toolText(hands.tools)];
    const budget = budgetOf(context);
    const talk = { registry, context, conversation, hands, turn, budget, told, sent };
    const spoken = { ...(await converse(talk)), done, turn: turn.id };
    // What is settled below it is shown with all of it.
    if (done.proposals.length > 0)
      await context.deps.storage.assistant.keepAnswer(turn.id, keptOf(words, spoken));
    return spoken;
  });
  return says(words, spoken, context.teammate.surface === 'terminal');
}

/** What was said, as it is kept: with its sources, and what waits below it for a person's word. */
function keptOf(words: Words, { text: said, ending, done, turn }: Spoken): KeptAnswer {
  const { commands, proposals } = done;
  const last = ending === null ? '' : endingText(words, ending);
  const names = commands.map(({ name }) => name);
  return {
    paragraphs: [said, last].filter((one) => one !== ''),
    sources: commands.map(({ name, arguments: args }) =>
      oneLine(withoutLinks([name, ...Object.values(args)].join(' '), null), 120),
    ),
    proposals: Proposed.parse(proposals.flatMap(({ json }) => proposalsIn(json))).map(({ id }) =>
      asId('proposal', id),
    ),
    feedback: ending === null ? feedbackId('model', names, turn) : null,
  };
}

const Proposed = z.array(z.object({ id: z.string() }));

/** The answer, and below it what waits for a person's word. */
function says(words: Words, spoken: Spoken, isEndless: boolean): Answer {
  const kept = keptOf(words, spoken);
  const { ending, done } = spoken;
  const { commands, proposals } = done;
  const blocks = proposals.map((one) => one.blocks);
  return {
    kind: 'card',
    card: modelAnswerCard(words, kept, blocks, { isOpen: proposals.length > 0, isEndless }),
    json: {
      text: kept.paragraphs.join('\n') || '…',
      commands,
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

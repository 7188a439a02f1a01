// What could be asked, as buttons that ask it; in a terminal as lines to type.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import { type Block, buttons, type Card, note, text } from '../card.ts';
import { quoteWord } from '../line/line.ts';
import { maskText } from '../masking.ts';
import type { SurfaceName } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

export type PromptName = keyof Words['prompts']['says'];

/** A sentence of the catalogue; `about` is the customer whom it goes on with. */
export type Prompt = { readonly name: PromptName; readonly about: Profile | null };

/** The button that asks it. */
export const PROMPT = 'ask.prompt';

/** How help is typed where somebody reads of it. */
const HELP: Readonly<Record<SurfaceName, string>> = {
  slack: '/regulars help',
  discord: '/help',
  workspace: '/help',
  terminal: 'help',
  mcp: 'help',
};

/** What can be asked at all, and a few sentences to begin with; `lead` is said before. */
export function promptsCard(
  words: Words,
  prompts: readonly Prompt[],
  surface: SurfaceName,
  lead: readonly Block[] = [],
): Card {
  const { intro, forExample, allCommands } = words.prompts;
  return {
    title: words.assistant.title,
    tone: 'neutral',
    blocks: [
      ...lead,
      text(intro),
      text(forExample),
      surface === 'terminal' ? lines(words, prompts) : promptButtons(words, prompts),
      note(allCommands(HELP[surface])),
    ],
  };
}

function lines(words: Words, prompts: readonly Prompt[]): Block {
  const typed = prompts.map(({ name }) => `ask ${quoteWord(words.prompts.says[name])}`);
  return { kind: 'list', items: typed.map((line) => ({ text: [{ kind: 'code', text: line }] })) };
}

function promptButtons(words: Words, prompts: readonly Prompt[]): Block {
  return buttons(
    ...prompts.map(({ name, about }) => ({
      label: labelOf(words.prompts.says[name], about),
      action: { name: PROMPT, id: about === null ? name : `${name}:${about.id}` },
    })),
  );
}

/** Whom it is about; a button is not masked where a channel reads it, so its words are. */
function labelOf(sentence: string, about: Profile | null): string {
  if (about === null) return sentence;
  return `${sentence} (${oneLine(maskText(displayName(about)), 30)})`;
}

// A change that was proposed, as a card: with its buttons while it is open, and then with what became of it.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { type Block, buttons, type Card, note, strong, text, time } from '../card.ts';
import { clip, oneLine } from '../cards/shorten.ts';
import type { AnyCommand } from '../command.ts';
import { lineOf } from '../line/command-line-of.ts';
import type { Words } from '../words/en.ts';

/** What commands take for a text. */
export const TEXT_MOST = 2000;

/** Texts that the summary shows only the beginning of. */
const SHORT_TEXT = 120;

/** What a proposal would do: its arguments as they were said, and the customers that they name. */
type Plan = {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, Profile>>;
};

/** The card of what waits for a person's word. */
export function proposalCard(words: Words, proposal: Proposal, plan: Plan): Card {
  const { assistant } = words;
  const { command, args } = plan;
  const action = (verb: string) => ({ name: `proposal.${verb}`, id: proposal.id });
  return {
    title: assistant.proposalTitle,
    tone: 'warning',
    blocks: [
      text(strong(summaryOf(words, plan))),
      ...quoteOf(args['text']),
      text(assistant.proposalText),
      note(assistant.willRun, { kind: 'code', text: oneLine(lineOf(command, args), 300) }),
      note(
        ...assistant.expires(time(proposal.expiresAt)),
        '. ',
        assistant.confirmCommand(proposal.id),
      ),
      buttons(
        { label: assistant.confirm, action: action('confirm'), style: 'primary' },
        ...(args['text'] === undefined ? [] : [{ label: assistant.edit, action: action('edit') }]),
        { label: assistant.cancel, action: action('cancel') },
      ),
    ],
  };
}

/** What it would do, in a sentence. */
export function summaryOf(words: Words, { command, args, customers }: Plan): string {
  const shown = Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const profile = customers[name];
      return [name, oneLine(profile === undefined ? value : nameOf(profile), 160)];
    }),
  );
  return words.assistant.plans[command.name]?.(shown) ?? lineOf(command, shown);
}

/** Who settled it and how, or that it is too late; `line` is the command. A whole channel may read it. */
export function settledCard(words: Words, proposal: Proposal, line: string): Card {
  const { title, tone, sentence } = outcomeOf(words, proposal);
  const command = note({ kind: 'code', text: oneLine(line, 300) });
  return { title, tone, blocks: [text(sentence), command] };
}

function outcomeOf(
  { assistant }: Words,
  { status, settledBy, refused }: Proposal,
): Pick<Card, 'title' | 'tone'> & { readonly sentence: string } {
  const by = oneLine(settledBy ?? '', 60);
  const { goneTitle, gone, cancelledTitle, cancelledBy, confirmedTitle, confirmedBy } = assistant;
  switch (status) {
    case 'open':
      return { title: goneTitle, tone: 'neutral', sentence: gone.expired };
    case 'cancelled':
      return { title: cancelledTitle, tone: 'neutral', sentence: cancelledBy(by) };
    case 'confirmed': {
      const sentence = confirmedBy(by);
      return refused
        ? {
            title: confirmedTitle,
            tone: 'warning',
            sentence: `${sentence} ${assistant.nothingDone}`,
          }
        : { title: confirmedTitle, tone: 'good', sentence };
    }
  }
}

/** Two people may have one name: the address says which. */
function nameOf(profile: Profile): string {
  const name = displayName(profile);
  return profile.email === null || name === profile.email ? name : `${name} (${profile.email})`;
}

function quoteOf(said: string | undefined): readonly Block[] {
  const isShort = said === undefined || (said.length <= SHORT_TEXT && !said.includes('\n'));
  return isShort ? [] : [{ kind: 'quote', text: clip(said, TEXT_MOST) }];
}

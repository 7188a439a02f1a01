// A change that was proposed, as a card: with its buttons while it is open, and then with what became of it.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { Proposal } from '#engine/ports/assistant-records.ts';
import {
  type Block,
  type Button,
  buttons,
  buttonsOf,
  type Card,
  note,
  strong,
  text,
  time,
} from '../card.ts';
import { oneLine } from '../cards/shorten.ts';
import { CARD_MOST, pagesOf, weightOf, wholeQuotes } from '../cards/whole.ts';
import type { AnyCommand } from '../command.ts';
import { lineOf, withoutContacts } from '../line/command-line-of.ts';
import type { Words } from '../words/en.ts';

/** What commands take for a text. */
export const TEXT_MOST = 2000;

/** An argument that is longer, or has lines, is quoted below the sentence. */
const SHORT_TEXT = 120;

/** What a proposal would do: its arguments as they were said, and the customers that they name. */
export type Plan = {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, Profile>>;
};

/** The pages of a proposal, from 0; a terminal scrolls, so that one page holds everything. */
export type Reading = { readonly page: number; readonly isEndless: boolean };

/** The card of what waits for a person's word: every argument to its last letter, and Confirm where the last of it stands. */
export function proposalCard(
  words: Words,
  proposal: Proposal,
  plan: Plan,
  { page, isEndless }: Reading,
): Card {
  const { proposalTitle: title } = words.assistant;
  const head = text(strong(summaryOf(words, plan)));
  const foot = footOf(words, proposal, plan);
  const room = isEndless ? Number.POSITIVE_INFINITY : CARD_MOST - weightOf([head, ...foot]);
  const pages = pagesOf(longArguments(plan), room);
  const at = Math.min(page, pages.length - 1);
  const shown = [head, ...(pages[at] ?? [])];
  const isLast = at === pages.length - 1;
  const blocks = isLast
    ? [...shown, ...foot]
    : [...shown, ...restOf(words, proposal.id, at, pages.length)];
  return { title, tone: 'warning', blocks };
}

/** Whether a proposal has more than one page. */
export function hasPages(words: Words, proposal: Proposal, plan: Plan): boolean {
  const { blocks } = proposalCard(words, proposal, plan, { page: 0, isEndless: false });
  return !buttonsIn(blocks).some(({ action }) => action.name === 'proposal.confirm');
}

/**
 * Proposals as they stand together below what was said. Where there is no room for all of it, each is its sentence, and
 * the way to the whole: nobody confirms what they have not seen.
 */
export function foldWhereFull(
  words: Words,
  said: readonly Block[],
  proposals: readonly (readonly Block[])[],
): readonly (readonly Block[])[] {
  if (weightOf([...said, ...proposals.flat()]) <= CARD_MOST) return proposals;
  return proposals.map((blocks) => {
    const [first] = blocks;
    const open = buttonsIn(blocks).find(({ action }) => action.name.startsWith('proposal.'));
    if (first === undefined || open === undefined) return blocks;
    return [first, buttons(showAll(words, open.action.id, 0), cancelButton(words, open.action.id))];
  });
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

/** What stands below the arguments: the command, how long it is open, and the buttons. */
function footOf(words: Words, { id, expiresAt }: Proposal, { command, args, customers }: Plan) {
  const { assistant } = words;
  const short = Object.entries(withoutContacts(args, customers)).map(([name, said]) => [
    name,
    isShort(said) ? said : '…',
  ]);
  const edit = { label: assistant.edit, action: { name: 'proposal.edit', id } };
  return [
    text(assistant.proposalText),
    note(assistant.willRun, { kind: 'code', text: lineOf(command, Object.fromEntries(short)) }),
    note(...assistant.expires(time(expiresAt)), '. ', assistant.confirmCommand(id)),
    buttons(
      {
        label: assistant.confirm,
        action: { name: 'proposal.confirm', id },
        style: 'primary',
      },
      args['text'] === undefined ? null : edit,
      cancelButton(words, id),
    ),
  ];
}

function restOf(words: Words, id: string, at: number, count: number): readonly Block[] {
  const { partOf } = words.assistant;
  return [
    note(partOf(at + 1, count)),
    buttons(showAll(words, id, at + 1), cancelButton(words, id)),
  ];
}

/** The way to a page that has not been seen. */
function showAll({ assistant }: Words, id: string, page: number): Button {
  const label = page < 2 ? assistant.showAll : assistant.readOn;
  return { label, action: { name: 'proposal.show', id, version: page }, style: 'primary' };
}

function cancelButton({ assistant }: Words, id: string): Button {
  return { label: assistant.cancel, action: { name: 'proposal.cancel', id } };
}

function longArguments({ args }: Plan): readonly Block[] {
  return Object.entries(args).flatMap(([name, said]) =>
    isShort(said) ? [] : [note({ kind: 'code', text: name }), ...wholeQuotes(said)],
  );
}

/** Whether a sentence and a line show all of it. */
function isShort(said: string): boolean {
  return said.length <= SHORT_TEXT && oneLine(said, SHORT_TEXT) === said.trim();
}

function buttonsIn(blocks: readonly Block[]): readonly Button[] {
  return buttonsOf({ title: '', tone: 'neutral', blocks });
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

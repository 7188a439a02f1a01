// A proposal says all that it would do, on every surface, before anybody can confirm it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActionCodec } from '#bot/action-id.ts';
import { modelAnswerCard } from '#bot/assistant/model/card.ts';
import { proposalCard } from '#bot/assistant/proposal-card.ts';
import { buttonsOf, type Card, cardToText } from '#bot/card.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { cardToMessage } from '#bot/surfaces/discord/components.ts';
import { cardToBlocks } from '#bot/surfaces/slack/blocks.ts';
import { visibleText } from '#bot/visible-text.ts';
import { en } from '#bot/words/en.ts';
import { asId } from '#engine/ids.ts';
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { readComponents } from '../../support/discord-reading.ts';
import { readBlocks } from '../../support/slack-reading.ts';

const CODEC = createActionCodec(new Uint8Array(32));
const COMMANDS = createCommands(en);
const OPEN = { page: 0, isEndless: false };

/** The pages of a proposed command, up to the one on which it can be confirmed. */
function pagesOf(name: string, args: Readonly<Record<string, string>>): readonly Card[] {
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw new Error(`there is no ${name}`);
  const proposal: Proposal = {
    id: asId('proposal', 'pro_7ZK3QW8XN2AB'),
    command: name,
    args,
    customerId: null,
    askedBy: 'Maria',
    askedByName: 'Maria',
    at: new Date(0),
    expiresAt: new Date(3_600_000),
    turn: null,
    status: 'open',
    settledBy: null,
    settledAt: null,
    refused: false,
  };
  const pages: Card[] = [];
  do
    pages.push(
      proposalCard(en, proposal, { command, args, customers: {} }, { ...OPEN, page: pages.length }),
    );
  while (!labels(pages.at(-1)).includes('Confirm') && pages.length < 20);
  return pages;
}

function labels(card: Card | undefined): readonly string[] {
  return card === undefined ? [] : buttonsOf(card).map(({ label }) => label);
}

/** What people read of the pages, without the spaces, which every surface sets as it likes. */
const READ = {
  Slack: (pages: readonly Card[]) =>
    bare(pages.map((page) => readBlocks(cardToBlocks(page, CODEC).blocks).text).join('')),
  Discord: (pages: readonly Card[]) =>
    bare(pages.map((page) => readComponents(cardToMessage(page, CODEC).components).text).join('')),
};

function bare(text: string): string {
  return text.replace(/\s/gu, '');
}

describe('proposalCard', () => {
  it.each([
    ['segment save', { name: 'loyal', query: `${'amount_spent > 500 AND '.repeat(20)}orders > 1` }],
    ['case resolve', { id: 'case_7ZK3QW8XN2AB', resolution: 'declined', note: 'No. '.repeat(200) }],
    ['case reply', { id: 'case_7ZK3QW8XN2AB', text: 'Line by line.\n'.repeat(60) }],
  ])('shows what %s would do to the last letter, in one piece', (name, args) => {
    const pages = pagesOf(name, args);

    expect(pages).toHaveLength(1);
    for (const read of Object.values(READ))
      for (const said of Object.values<string>(args)) expect(read(pages)).toContain(bare(said));
  });

  it('is confirmed where it ends, when no surface shows it in one piece', () => {
    const marks = Array.from({ length: 1_000 }, (_, at) => `*${at + 1_000}`);
    const text = marks.join('');
    const pages = pagesOf('customer note', { who: 'maria@example.com', text });

    expect(pages.map(labels)).toEqual([
      ['Show all', 'Cancel'],
      ['Read on', 'Cancel'],
      ['Confirm', 'Edit', 'Cancel'],
    ]);
    for (const read of Object.values(READ)) {
      const shown = read(pages);
      expect(marks.filter((mark) => !shown.includes(mark))).toEqual([]);
    }
  });

  it('never offers to confirm what was not shown, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (text) => {
        const said = text.replace(/\s/gu, ' ').trim();
        const pages = pagesOf('customer note', { who: 'maria@example.com', text: said });

        for (const read of Object.values(READ)) {
          const shown = pages.map((page) => read([page]));
          for (const word of visibleText(said).split(' '))
            expect(shown.some((page) => page.includes(bare(word).slice(-20)))).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('modelAnswerCard', () => {
  it('shows the way to the whole instead of Confirm where an answer leaves no room for its proposals', () => {
    const [page] = pagesOf('customer note', {
      who: 'maria@example.com',
      text: 'Blue. '.repeat(90),
    });
    const answer = { paragraphs: ['So it is. '.repeat(250)], sources: [], feedback: null };
    const proposals = [page?.blocks ?? [], page?.blocks ?? []];

    const below = { turn: asId('turn', 'trn_1'), estimates: [], isOpen: true };
    const full = modelAnswerCard(en, answer, proposals, { ...below, isEndless: false });
    const endless = modelAnswerCard(en, answer, proposals, { ...below, isEndless: true });

    expect(labels(full)).toEqual(['Show all', 'Cancel', 'Show all', 'Cancel']);
    expect(cardToText(endless).split('Blue. '.repeat(80))).toHaveLength(3);
    expect(labels(endless)).toContain('Confirm');
  });
});

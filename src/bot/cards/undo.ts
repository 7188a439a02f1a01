// What an undo takes back and what it leaves, before it is done and after.
import type { UndoPreview } from '#engine/flows/undo-plan.ts';
import { type Block, type Button, type Card, type ListItem, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** What was taken back. */
export function undoneCard(words: Words, undo: UndoPreview): Card {
  return {
    title: words.undo.done,
    tone: 'good',
    blocks: undoBlocks(words, undo, words.undo.doing),
  };
}

/** The two lists under one headline; a list of nothing is left out. */
export function undoBlocks(words: Words, undo: UndoPreview, headline: string): readonly Block[] {
  const back = undo.effects.map((effect): ListItem => {
    return { mark: 'done', text: [oneLine(words.approvals.stepWith(effect), 200)] };
  });
  const stays = undo.stays.map(({ effect, reason }): ListItem => {
    const what = oneLine(words.approvals.stepWith(effect), 120);
    return { mark: 'skipped', text: [words.undo.stay(what, reason)] };
  });
  return [...listUnder(headline, back), ...listUnder(words.undo.stays, stays)];
}

/** The button that shows what an undo of this plan, approval or run would do. */
export function undoButton(words: Words, id: string): Button {
  return { label: words.undo.button, action: { name: 'plan.undo', id } };
}

function listUnder(headline: string, items: readonly ListItem[]): readonly Block[] {
  if (items.length === 0) return [];
  return [text({ kind: 'strong', text: headline }), { kind: 'list', items }];
}

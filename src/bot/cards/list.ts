// A list as a card: a table of rows, or one sentence when there are none, and how to see more.
import { type Block, type Button, buttons, type Card, type Inline, note, text } from '../card.ts';

/** What a list card is made from; `more` is the line that shows the next page. */
export type List = {
  readonly title: string;
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Inline[])[];
  readonly more?: string | null;
  readonly buttons?: readonly (Button | null)[];
};

/** The list as a card. */
export function listCard(list: List): Card {
  return { title: list.title, tone: 'neutral', blocks: [...listBody(list), ...listFoot(list)] };
}

/** A card of one sentence. */
export function sentenceCard(
  title: string,
  sentence: string,
  tone: Card['tone'] = 'neutral',
): Card {
  return { title, tone, blocks: [text(sentence)] };
}

function listBody(list: List): readonly Block[] {
  if (list.rows.length === 0) return [text(list.empty)];
  return [{ kind: 'table', caption: list.title, columns: list.columns, rows: list.rows }];
}

function listFoot(list: List): readonly Block[] {
  const more = list.more === undefined || list.more === null ? [] : [note(list.more)];
  return list.buttons === undefined ? more : [...more, buttons(...list.buttons)];
}

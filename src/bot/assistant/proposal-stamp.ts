// What becomes of a proposal's card when it is settled: a stamp, unless other proposals stand on the same card.
import { type Block, type Card, note, text } from '../card.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer } from '../command.ts';
import type { Words } from '../words/en.ts';

/** Who confirmed what; what came of it is told to them, for a whole channel may read this. */
export function confirmedCard(
  { assistant }: Words,
  by: string,
  line: string,
  answer: Extract<Answer, { kind: 'card' }>,
): Card {
  const isDone = answer.refused === undefined;
  const sentence = assistant.confirmedBy(oneLine(by, 60));
  return {
    title: assistant.confirmedTitle,
    tone: isDone ? 'good' : 'warning',
    blocks: [
      text(isDone ? sentence : `${sentence} ${assistant.nothingDone}`),
      note({ kind: 'code', text: oneLine(line, 300) }),
    ],
  };
}

/** Behind a proposal's id in a button that stands beside those of others. */
const BESIDE = '+';

/** The blocks of one of several proposals that stand on one card, which stays for the others when one of them is settled. */
export function besideOthers(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === 'buttons'
      ? {
          ...block,
          buttons: block.buttons.map(({ action, ...button }) => ({
            ...button,
            action: { ...action, id: `${action.id}${BESIDE}` },
          })),
        }
      : block,
  );
}

/** What a button answers with its proposal's id, without a stamp where others stand on the card. */
export async function ofButton(
  id: string,
  answer: (id: string) => Promise<Answer>,
): Promise<Answer> {
  if (!id.endsWith(BESIDE)) return answer(id);
  const given = await answer(id.slice(0, -BESIDE.length));
  if (given.kind === 'form')
    return { ...given, form: { ...given.form, action: { ...given.form.action, id } } };
  const { stamp: _, ...rest } = given;
  return rest;
}

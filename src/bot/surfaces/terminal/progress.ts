// An answer in the making, on one line of a terminal that is written over until the answer stands.
import type { Live, Progress } from '../../live.ts';
import { visibleText } from '../../visible-text.ts';
import { widthOf } from '../width.ts';

/** Goes to the line's beginning and empties it (ECMA-48: CR, EL). */
const EMPTY_LINE = '\r\u001b[K';

/** Follows an answer; `end` leaves the line as it was. */
export function followOnLine(
  write: (text: string) => void,
  columns: number,
): { readonly show: Live['show']; readonly end: () => void } {
  let isShown = false;
  return {
    show: (progress) => {
      isShown = true;
      write(`${EMPTY_LINE}${fitting(lineOf(progress), columns - 1)}`);
    },
    end: () => {
      if (isShown) write(EMPTY_LINE);
    },
  };
}

/** What is looked up now, else what was said last. */
function lineOf({ text, tasks }: Progress): string {
  const running = tasks.findLast(({ state }) => state === 'running');
  if (running !== undefined) return `… ${running.name}`;
  const last = text.split('\n').findLast((line) => line.trim() !== '') ?? '';
  return `… ${visibleText(last).replaceAll('\t', ' ')}`;
}

/** The end of it is what is new. */
function fitting(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  const room = columns - 2;
  let kept = '';
  for (const letter of [...line].toReversed()) {
    if (widthOf(letter + kept) > room) break;
    kept = letter + kept;
  }
  return `… ${kept}`;
}

// Texts and differences as blocks of code, in pieces that no surface has to cut.
import { type DiffLine, nearChanges } from '#engine/line-diff.ts';
import type { Block } from '../card.ts';
import { clip } from './shorten.ts';

/** Discord takes the least. */
const PIECE = 1500;

/** Lines around each change. */
const AROUND = 2;

const SIGN: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', removed: '-', added: '+' };

/** A text in full; a long one in several blocks. */
export function codeBlocks(text: string, language: 'yaml' | 'diff'): readonly Block[] {
  const pieces: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < PIECE)
      pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(clip(line, PIECE));
  }
  return pieces.map((piece) => ({ kind: 'code', language, text: piece }));
}

/** What changed, with a few lines around it. */
export function diffBlocks(lines: readonly DiffLine[]): readonly Block[] {
  const shown = nearChanges(lines, AROUND).map((line) =>
    line === null ? ' …' : `${SIGN[line.kind]} ${line.text}`,
  );
  return codeBlocks(shown.join('\n'), 'diff');
}

/** Whether anything differs. */
export function isChanged(lines: readonly DiffLine[]): boolean {
  return lines.some(({ kind }) => kind !== 'same');
}

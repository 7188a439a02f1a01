// A file as an answer: what a terminal writes as it is, and chat gives to who asked alone.

export type AnswerFile = {
  /** With its ending. */
  readonly name: string;
  readonly mediaType: 'text/csv' | 'application/json' | 'application/yaml';
  readonly content: string;
};

/** What chat gives at most: Discord takes no more from everybody ("Uploading Files", docs.discord.com, read November 2026). */
const MOST_BYTES = 10 * 1024 * 1024;

/** Whether a file is more than chat gives. */
export function isTooLarge({ content }: AnswerFile): boolean {
  return Buffer.byteLength(content) > MOST_BYTES;
}

/** What a file may be called after a title: letters and digits that no system minds. */
export function fileStem(title: string, otherwise: string): string {
  const stem = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return stem === '' ? otherwise : stem.slice(0, 60);
}

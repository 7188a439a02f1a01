// The terminal's own arguments: what to run, as whom, and in which form the answer comes.

/** A command line as read; the words go to the router as they are. */
export type TerminalArguments = {
  readonly words: readonly string[];
  readonly json: boolean;
  /** The teammate to act as; null is the local administrator. */
  readonly as: string | null;
  readonly help: boolean;
  /** A program asks, over the Model Context Protocol. */
  readonly mcp: boolean;
  /** The JSON names people by their ids. */
  readonly masked: boolean;
};

/** Reads `argv` without the program's name. `--json`, `--as NAME` and the other flags may stand anywhere before a `--`. */
export function readTerminalArguments(argv: readonly string[]): TerminalArguments {
  const end = argv.indexOf('--');
  const ours = end === -1 ? argv : argv.slice(0, end);
  const words: string[] = [];
  let as: string | null = null;
  for (let at = 0; at < ours.length; at += 1) {
    const word = ours[at] ?? '';
    if (word === '--as') {
      at += 1;
      as = ours[at] ?? '';
    } else if (word.startsWith('--as=')) as = word.slice('--as='.length);
    else if (!OWN.has(word)) words.push(word);
  }
  return {
    words: end === -1 ? words : [...words, ...argv.slice(end)],
    json: ours.includes('--json'),
    as,
    help: ours.includes('--help') || ours.includes('-h'),
    mcp: ours.includes('--mcp'),
    masked: ours.includes('--masked'),
  };
}

const OWN = new Set(['--json', '--help', '-h', '--mcp', '--masked']);

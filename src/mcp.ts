// The Model Context Protocol on this process's input and output: each call is a command line, one after the other.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createCommands } from '#bot/commands/registry.ts';
import { type RanLine, serveMcp } from '#bot/surfaces/mcp/server.ts';
import { readTerminalArguments } from '#bot/surfaces/terminal/arguments.ts';
import { en } from '#bot/words/en.ts';
import { VERSION } from './version.ts';

/** Serves until the input ends. Nothing but the protocol may be written to the output meanwhile. */
export async function serveMcpOnStdio(
  argv: readonly string[],
  run: (argv: readonly string[]) => Promise<RanLine>,
): Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (words: readonly string[]) => {
    const next = last.then(() => run(words));
    last = next.catch(() => undefined);
    return next;
  };
  const transport = new StdioServerTransport();
  process.stdin.once('end', () => void transport.close());
  await serveMcp(
    {
      version: VERSION,
      commands: createCommands(en),
      run: inTurn,
      as: readTerminalArguments(argv).as,
      personal: !argv.includes('--masked'),
    },
    transport,
  );
}

// Process start and stop; the only file that does something when imported.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readTerminalArguments } from '#bot/surfaces/terminal/arguments.ts';
import { callDoor, type DoorCall } from '#bot/surfaces/terminal/door.ts';
import { ConfigError, StorageBusyError } from '#engine/errors.ts';
import { runJob } from '#engine/pipeline.ts';
import type { Log } from '#engine/ports/log.ts';
import {
  announceHolder,
  type Holder,
  readHolder,
  withdrawHolder,
} from '#integrations/data-dir/holder.ts';
import { takeLock } from '#integrations/data-dir/lock.ts';
import { createLog } from '#integrations/pino/log.ts';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';
import { runCommandLine } from './command-line.ts';
import { compose } from './compose.ts';
import { type Config, configSecrets, environment, readConfig } from './config.ts';
import { crashpointFrom } from './crashpoint.ts';
import { withDefinition } from './definition-file.ts';
import { checkSegments } from './segment-check.ts';
import { serve } from './serve.ts';
import { setUp } from './setup.ts';

/** How long a second process waits for the first to say where it can be reached. */
const HOLDER_PATIENCE_MS = 5_000;
const HOLDER_PAUSE_MS = 250;

const argv = process.argv.slice(2);
// What failed may have left doors open that would keep the process alive.
process.exitCode = await main(argv).catch((error: unknown) => process.exit(reportFailure(error)));

async function main(args: readonly string[]): Promise<number> {
  if (isSegmentCheck(args)) return checkSegments(process.stdin, process.stdout);
  const config = readConfig(environment());
  if (args[0] === undefined || args[0] === 'start') return start(config);
  if (args[0] === 'setup') return setUp(config, setupCall(config, args.slice(1)));
  if (args[0] === 'mcp') return speakMcp(config, args);
  const line = await withDefinition(args, process.stdin);
  return once(config, line, toTerminal(), stoppedByHand(line));
}

function setupCall(config: Config, args: readonly string[]) {
  const { words, json } = readTerminalArguments(args);
  const screen = { ...terminalScreen(), now: new Date() };
  const write = (text: string) => void process.stdout.write(text);
  return { platform: words[0], json, screen, log: quietLog(config), write };
}

/** Without a query of its own it reads them from its input; for that nothing has to be opened. */
function isSegmentCheck(args: readonly string[]): boolean {
  return args.filter((word) => word !== '--json').join(' ') === 'segment check';
}

/** The server: runs until it is told to stop. */
async function start(config: Config): Promise<number> {
  const ground = await open(config);
  if (ground === null) return refuseSecond(config, await awaitHolder(config));
  const log = createLog({ level: config.logLevel, secrets: configSecrets(config) });
  const regulars = await compose(config, {
    database: ground.database,
    log,
    crashpoint: crashpointFrom(environment()),
  });
  for (const fault of regulars.deps.playbook.faults)
    process.stderr.write(
      `playbook: ${fault.where}: ${regulars.words.flaws.playbookFault(fault)}\n`,
    );
  const server = await serve(regulars, {
    onListening: (where) => {
      if (ground.embedded) announceHolder(config.dataDir, { pid: process.pid, ...where });
    },
  });
  process.stdout.write(regulars.words.terminal.started(config.publicUrl));
  await stopSignal();
  await server.stop();
  ground.release();
  return 0;
}

/** One command line: through the running server, or with the database opened for it alone. */
async function once(
  config: Config,
  args: readonly string[],
  say: Say,
  signal = new AbortController().signal,
): Promise<number> {
  const { columns, color: colour } = terminalScreen();
  const call: DoorCall = {
    argv: [...args],
    cwd: process.cwd(),
    columns,
    colour,
    stdin: null,
    follows: process.stderr.isTTY === true,
    id: randomBytes(12).toString('base64url'),
  };
  const ground = await open(config);
  if (ground === null) return endOf(await throughServer(config, call, say, signal), signal);
  const log = quietLog(config);
  const regulars = await compose(config, {
    database: ground.database,
    log,
    crashpoint: crashpointFrom(environment()),
  });
  let exit = 1;
  for await (const said of runCommandLine(regulars, call, signal)) {
    if ('out' in said) say.stdout(said.out);
    else if ('err' in said) say.stderr(said.err);
    else exit = said.exit;
  }
  await regulars.queue.drain((job) => runJob(regulars.deps, job));
  await regulars.close();
  ground.release();
  return endOf(exit, signal);
}

/** The first Ctrl-C ends an answer in the making, so that what there is of it is read; the second one the process. */
function stoppedByHand(args: readonly string[]): AbortSignal {
  const stop = new AbortController();
  if (readTerminalArguments(args).words[0] === 'ask') process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

/** 128 and the number of the signal, as shells have it. */
function endOf(exit: number, { aborted }: AbortSignal): number {
  return aborted ? 130 : exit;
}

type Say = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void };

/** What is said to who sits at the terminal. */
function toTerminal(): Say {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  };
}

/** Serves the Model Context Protocol; each call is carried out as a command line of its own. */
async function speakMcp(config: Config, args: readonly string[]): Promise<number> {
  const { serveMcpOnStdio } = await import('./mcp.ts');
  await serveMcpOnStdio(args, async (words) => {
    const said: string[] = [];
    const exit = await once(config, words, {
      ...toTerminal(),
      stdout: (text) => void said.push(text),
    });
    return { exit, stdout: said.join('') };
  });
  return 0;
}

function terminalScreen() {
  const color = process.stdout.isTTY === true && !('NO_COLOR' in environment());
  return { columns: process.stdout.columns ?? 100, color };
}

/** A command says what it did itself; its log is for what goes wrong. */
function quietLog(config: Config): Log {
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  return createLog({ level, secrets: configSecrets(config) });
}

type Ground = {
  readonly database: Database;
  readonly embedded: boolean;
  readonly release: () => void;
};

/** Opens the database; null when another process has the embedded one. */
async function open(config: Config): Promise<Ground | null> {
  if (config.databaseUrl !== null)
    return { database: await reach(config.databaseUrl), embedded: false, release: () => {} };
  await mkdir(config.dataDir, { recursive: true });
  const lock = takeLock(config.dataDir);
  if (lock === null) return null;
  // What a process that was killed left behind would send others to a door that is no longer its own.
  withdrawHolder(config.dataDir);
  const database = await openEmbedded({ directory: join(config.dataDir, 'database') });
  const release = () => {
    withdrawHolder(config.dataDir);
    lock.release();
  };
  return { database, embedded: true, release };
}

/** Throws ConfigError when the server cannot be reached: the address is the operator's to mend. */
async function reach(url: string): Promise<Database> {
  const database = openServer(url);
  try {
    await database.query('SELECT 1', []);
    return database;
  } catch (error) {
    // Storage says that it is busy; what keeps it so stands behind that.
    const cause = error instanceof StorageBusyError ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    const message = `the database cannot be reached${code}; check address, name and password`;
    throw new ConfigError([{ where: 'DATABASE_URL', message }]);
  }
}

/** The server may still be starting: it says where it is once it listens. */
async function throughServer(
  config: Config,
  call: DoorCall,
  say: Say,
  signal: AbortSignal,
): Promise<number> {
  for (let waited = 0; waited < HOLDER_PATIENCE_MS; waited += HOLDER_PAUSE_MS) {
    const holder = readHolder(config.dataDir);
    const exit = holder === null ? null : await callDoor(holder, call, say, signal);
    if (exit !== null) return exit;
    await wait(HOLDER_PAUSE_MS);
  }
  return refuseSecond(config, readHolder(config.dataDir));
}

/** Who has the data folder, once it says so; null when it does not in time. */
async function awaitHolder(config: Config): Promise<Holder | null> {
  for (let waited = 0; waited < HOLDER_PATIENCE_MS; waited += HOLDER_PAUSE_MS) {
    const holder = readHolder(config.dataDir);
    if (holder !== null) return holder;
    await wait(HOLDER_PAUSE_MS);
  }
  return null;
}

function refuseSecond(config: Config, holder: Holder | null): number {
  const who = holder === null ? 'another process' : `process ${holder.pid} at ${holder.url}`;
  process.stderr.write(
    `DATA_DIR: ${config.dataDir} is in use by ${who}; stop it, or set another DATA_DIR\n`,
  );
  return 2;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function reportFailure(error: unknown): number {
  if (error instanceof ConfigError) {
    const faults = error.faults.map(({ where, message }) => ({ where, message }));
    if (argv.includes('--json'))
      process.stdout.write(`${JSON.stringify({ ok: false, problems: faults }, null, 2)}\n`);
    else
      process.stderr.write(
        `${faults.map(({ where, message }) => `${where}: ${message}`).join('\n')}\n`,
      );
    return 2;
  }
  const id = randomBytes(4).toString('hex');
  process.stderr.write(
    `regulars could not go on (${id}): ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 1;
}

// One command line, carried out here or for a terminal beside the server: import, check, and every command of the registry.
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { createCommands } from '#bot/commands/registry.ts';
import { maskAnswer } from '#bot/surfaces/mcp/masked.ts';
import { readTerminalArguments } from '#bot/surfaces/terminal/arguments.ts';
import type { DoorCall, Said } from '#bot/surfaces/terminal/door.ts';
import { runTerminal } from '#bot/surfaces/terminal/run.ts';
import type { Words } from '#bot/words/en.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { type Fault, UserError } from '#engine/errors.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { projectHistory } from '#engine/flows/project-history.ts';
import { refreshRecommendations } from '#engine/flows/refresh-recommendations.ts';
import { refreshSegments } from '#engine/flows/refresh-segments.ts';
import { readCustomers, readOrders } from '#integrations/csv/read-csv.ts';
import { checkAll } from './check.ts';
import type { Regulars } from './compose.ts';

/** Carries out a command line; what it says comes as it is said, the exit code last. The signal stops what takes long. */
export function runCommandLine(
  regulars: Regulars,
  call: DoorCall,
  signal?: AbortSignal,
): AsyncIterable<Said> {
  const said = new PassThrough({ objectMode: true });
  const say = {
    stdout: (out: string) => said.write({ out }),
    stderr: (err: string) => said.write({ err }),
  };
  run(regulars, call, say, signal).then(
    (exit) => said.end({ exit }),
    (error: unknown) => {
      regulars.deps.log.error({ error }, 'a command line failed');
      say.stderr(`${regulars.words.terminal.failed}\n`);
      said.end({ exit: 1 });
    },
  );
  return said;
}

type Say = { readonly stdout: (text: string) => void; readonly stderr: (text: string) => void };

async function run(
  regulars: Regulars,
  call: DoorCall,
  say: Say,
  signal?: AbortSignal,
): Promise<number> {
  const { words: given, json } = readTerminalArguments(call.argv);
  if (given[0] === 'import')
    return importFile(regulars, { ...call, json, what: given[1], file: given[2] }, say);
  if (given[0] === 'check') return check(regulars, json, say);
  const screen = {
    color: call.colour,
    columns: call.columns,
    now: regulars.deps.now(),
    timeZone: regulars.deps.playbook.team.timezone,
  };
  return runTerminal({
    router: regulars.router,
    people: regulars.deps.playbook.team.people,
    language: regulars.deps.playbook.team.language,
    argv: call.argv,
    mask: (words, json) => maskAnswer(regulars.deps, createCommands(wordsIn('en')), words, json),
    ...say,
    screen,
    ...(call.follows === undefined ? {} : { follows: call.follows }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function check(regulars: Regulars, json: boolean, say: Say): Promise<number> {
  const { problems, notes } = await checkAll(regulars, json ? wordsIn('en') : regulars.words);
  const { terminal } = regulars.words;
  const ok = problems.length === 0;
  if (json) say.stdout(`${JSON.stringify({ ok, problems, notes }, null, 2)}\n`);
  else {
    const line = ({ where, message }: Fault) => `${where}: ${message}\n`;
    for (const problem of problems) say.stderr(line(problem));
    for (const note of notes) say.stdout(terminal.checkNote(line(note)));
    if (ok) say.stdout(`${terminal.checkedWell}\n`);
  }
  return ok ? 0 : 1;
}

type ImportCall = DoorCall & {
  readonly json: boolean;
  readonly what: string | undefined;
  readonly file: string | undefined;
};

const READERS = { orders: readOrders, customers: readCustomers } as const;

async function importFile(regulars: Regulars, call: ImportCall, say: Say): Promise<number> {
  const { what, file } = call;
  const words = call.json ? wordsIn('en') : regulars.words;
  if ((what !== 'orders' && what !== 'customers') || file === undefined)
    return refuse(call, say, 'usage', words.terminal.importUsage, 2);
  try {
    const result = await importRows(
      regulars,
      READERS[what],
      resolve(call.cwd, file),
      call.json ? () => {} : progress(say, words),
      words,
    );
    if (call.json) say.stdout(`${JSON.stringify(result, null, 2)}\n`);
    else say.stdout(`${words.terminal.imported(result)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UserError)
      return refuse(call, say, error.problem.code, words.problem(error.problem), 1);
    if (error instanceof Error && 'code' in error)
      return refuse(call, say, 'not-found', words.terminal.cannotRead(file), 1);
    throw error;
  }
}

async function importRows(
  regulars: Regulars,
  read: typeof readOrders,
  path: string,
  tell: (rows: number) => void,
  { flaws }: Words,
) {
  const { deps } = regulars;
  const startedAt = deps.now().getTime();
  const { timezone: zone, currency } = deps.playbook.team;
  const rejected: { line: number; message: string }[] = [];
  async function* accepted(): AsyncGenerator<NewEvent> {
    let rows = 0;
    const chunks = createReadStream(path);
    for await (const row of read({ chunks, zone, currency, now: deps.now() })) {
      rows += 1;
      if (rows % 500 === 0) tell(rows);
      if (row.kind === 'event') yield row.event;
      else rejected.push({ line: row.line, message: row.faults.map(flaws.rowFault).join('; ') });
    }
  }
  const { customers, orders } = await projectHistory(deps, accepted());
  await refreshSegments(deps, { isSilent: true });
  await refreshRecommendations(deps);
  return { customers, orders, rejected, milliseconds: deps.now().getTime() - startedAt };
}

/** One line that is written over as the rows go by. */
function progress(say: Say, { language }: Words): (rows: number) => void {
  return (rows) => say.stderr(`\r${rows.toLocaleString(language)} …`);
}

function refuse(call: ImportCall, say: Say, code: string, message: string, exit: number): number {
  if (call.json) say.stdout(`${JSON.stringify({ error: { code, message } })}\n`);
  else say.stderr(`${message}\n`);
  return exit;
}

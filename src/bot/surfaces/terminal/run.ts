// One command of the terminal: arguments in, text or one JSON document out, and the exit code.
import { ROLES } from '#engine/errors.ts';
import type { Person } from '#engine/playbook/team.ts';
import type { Card } from '../../card.ts';
import { problemCard } from '../../cards/problem.ts';
import type { Input, Reply, Router } from '../../router.ts';
import type { Teammate } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { readTerminalArguments, type TerminalArguments } from './arguments.ts';
import { safeJson } from './json.ts';
import { cardToTerminal, type Screen } from './text.ts';

/** 0 done, 1 refused or not found, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a run needs; `people` are those of team.yml, for `--as`. */
export type TerminalOptions = {
  readonly router: Router;
  readonly people: readonly Person[];
  readonly words: Words;
  readonly argv: readonly string[];
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly screen: Screen;
};

/** Runs one command line. With `--json` exactly one JSON document is written to stdout. */
export async function runTerminal(options: TerminalOptions): Promise<ExitCode> {
  const read = readTerminalArguments(options.argv);
  const teammate = teammateOf(options.people, read.as);
  if (teammate === null) return refuseStranger(options, read);
  // Programs read JSON: its words do not depend on who asks.
  const place = read.json ? ({ language: 'en' } as const) : {};
  const reply = await options.router.handle(teammate, inputOf(read), place);
  return answer({ ...options, words: wordsOf(options, read) }, read, reply);
}

/** The local administrator, or the named person of the team; null when nobody has that name. */
export function teammateOf(people: readonly Person[], name: string | null): Teammate | null {
  if (name === null) return { person: 'You', name: 'You', role: 'admin', surface: 'terminal' };
  const person = people.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (person === undefined) return null;
  const role = ROLES.findLast((entry) => person.roles.includes(entry)) ?? 'viewer';
  return { person: person.name, name: person.name, role, surface: 'terminal' };
}

/** What the terminal says of its own. */
function wordsOf({ words }: TerminalOptions, { json }: TerminalArguments): Words {
  return json ? wordsIn('en') : words;
}

function inputOf(read: TerminalArguments): Input {
  if (!read.help && read.words.length > 0) return { kind: 'words', words: read.words };
  return { kind: 'words', words: ['help', ...read.words.slice(0, 2)] };
}

function answer(options: TerminalOptions, read: TerminalArguments, reply: Reply): ExitCode {
  switch (reply.kind) {
    case 'card':
      return answerCard(options, read, reply);
    case 'form':
      return refuse(options, read, 'usage', options.words.problems.needsForm(read.words.join(' ')));
    case 'faults': {
      const message = reply.faults.map((fault) => `${fault.field}: ${fault.message}`).join('\n');
      return refuse(options, read, 'invalid', message);
    }
    case 'done':
      if (read.json) options.stdout(jsonText({ ok: true }));
      return 0;
  }
}

function answerCard(
  options: TerminalOptions,
  read: TerminalArguments,
  reply: Extract<Reply, { kind: 'card' }>,
): ExitCode {
  const { refused } = reply;
  if (read.json) options.stdout(jsonText(reply.json));
  else if (reply.plain !== undefined) options.stdout(reply.plain);
  else (refused === undefined ? options.stdout : options.stderr)(cardText(options, reply.card));
  if (refused === undefined) return 0;
  return refused.code === 'usage' ? 2 : 1;
}

function refuseStranger(options: TerminalOptions, read: TerminalArguments): ExitCode {
  const problem = { code: 'not-found', what: 'teammate', who: read.as ?? '' } as const;
  if (read.json)
    options.stdout(
      jsonText({ error: { code: problem.code, message: wordsOf(options, read).problem(problem) } }),
    );
  else options.stderr(cardText(options, problemCard(options.words, problem)));
  return 1;
}

function refuse(
  options: TerminalOptions,
  read: TerminalArguments,
  code: 'usage' | 'invalid',
  message: string,
): ExitCode {
  if (read.json) options.stdout(jsonText({ error: { code, message } }));
  else options.stderr(`${message}\n`);
  return code === 'usage' ? 2 : 1;
}

function cardText(options: TerminalOptions, card: Card): string {
  return cardToTerminal(card, options.screen);
}

function jsonText(value: unknown): string {
  return `${safeJson(value, 2)}\n`;
}

// One command of the terminal: arguments in, text or one JSON document out, and the exit code.
import { ROLES } from '#engine/errors.ts';
import type { Language } from '#engine/language.ts';
import type { Person } from '#engine/playbook/team.ts';
import type { Card } from '../../card.ts';
import { problemCard } from '../../cards/problem.ts';
import type { Form } from '../../form.ts';
import type { Live } from '../../live.ts';
import type { Input, Reply, Router } from '../../router.ts';
import { safeJson } from '../../safe-json.ts';
import type { Teammate } from '../../teammate.ts';
import { wordsIn } from '../../words/languages.ts';
import { readTerminalArguments, type TerminalArguments } from './arguments.ts';
import { formToCard, usageOfForm } from './form.ts';
import { followOnLine } from './progress.ts';
import { cardToTerminal, type Screen } from './text.ts';

/** 0 done, 1 refused or not found, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a run needs; `people` are those of team.yml, for `--as`. */
export type TerminalOptions = {
  readonly router: Router;
  readonly people: readonly Person[];
  /** The team's. */
  readonly language: Language;
  readonly argv: readonly string[];
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly screen: Screen;
  /** Somebody sees on stderr what takes long. */
  readonly follows?: boolean;
  /** The JSON of what a line answers with people by their ids; unset: such lines are told nothing. */
  readonly mask?: (words: readonly string[], json: unknown) => Promise<unknown>;
  /** Aborts what takes long: what there is of it is answered. */
  readonly signal?: AbortSignal;
};

/** Runs one command line. With `--json` exactly one JSON document is written to stdout. */
export async function runTerminal(options: TerminalOptions): Promise<ExitCode> {
  const read = readTerminalArguments(options.argv);
  const teammate = teammateOf(options, read.as, read.mcp ? 'mcp' : 'terminal');
  if (teammate === null) return refuseStranger(options, read);
  const language = languageFor(options, read, teammate);
  const line = followOnLine(options.stderr, options.screen.columns);
  const isFollowed = options.follows === true && !read.json;
  const live: Live = {
    isShared: false,
    show: isFollowed ? line.show : () => undefined,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
  const reply = await options.router.handle(teammate, inputOf(read), {
    language,
    live,
    isMasked: read.masked,
  });
  line.end();
  return answer({ ...options, language }, read, await masked(options, read, reply));
}

/** What a program reads, without who customers are where it was not set up to be told. */
async function masked(
  { mask }: TerminalOptions,
  read: TerminalArguments,
  reply: Reply,
): Promise<Reply> {
  if (!read.masked || reply.kind !== 'card') return reply;
  return { ...reply, json: (await mask?.(read.words, reply.json)) ?? null };
}

/** The local administrator, or the named person of the team; null when nobody has that name. */
export function teammateOf(
  { people, language }: Pick<TerminalOptions, 'people' | 'language'>,
  name: string | null,
  surface: Teammate['surface'] = 'terminal',
): Teammate | null {
  if (name === null) {
    const { localAdmin } = wordsIn(language);
    return { person: localAdmin, name: localAdmin, role: 'admin', surface };
  }
  const person = people.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (person === undefined) return null;
  const role = ROLES.findLast((entry) => person.roles.includes(entry)) ?? 'viewer';
  return { person: person.name, name: person.name, role, surface };
}

/** Programs read JSON: its words do not depend on who asks. */
function languageFor(
  { people, language }: TerminalOptions,
  { json }: TerminalArguments,
  teammate: Teammate | null,
): Language {
  if (json) return 'en';
  return people.find(({ name }) => name === teammate?.person)?.language ?? language;
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
      return refuseForm(options, read, reply.form);
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
  else if (reply.file !== undefined) options.stdout(reply.file.content);
  else (refused === undefined ? options.stdout : options.stderr)(cardText(options, reply.card));
  if (refused === undefined) return 0;
  return refused.code === 'usage' ? 2 : 1;
}

function refuseStranger(options: TerminalOptions, read: TerminalArguments): ExitCode {
  const problem = { code: 'not-found', what: 'teammate', who: read.as ?? '' } as const;
  const words = wordsIn(languageFor(options, read, null));
  if (read.json)
    options.stdout(jsonText({ error: { code: problem.code, message: words.problem(problem) } }));
  else options.stderr(cardText(options, problemCard(words, problem)));
  return 1;
}

/** What the form would ask is said instead, each by its flag. */
function refuseForm(options: TerminalOptions, read: TerminalArguments, form: Form): ExitCode {
  const usage = usageOfForm(read.words.join(' '), form);
  const message = wordsIn(options.language).problems.needsForm(usage);
  if (read.json) return refuse(options, read, 'usage', message);
  options.stderr(cardText(options, formToCard(form, message)));
  return 2;
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
  return cardToTerminal(card, { ...options.screen, language: options.language });
}

function jsonText(value: unknown): string {
  return `${safeJson(value, 2)}\n`;
}

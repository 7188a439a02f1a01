// Command line, button press or form → authorise → handler → reply.
import type { Deps } from '#engine/deps.ts';
import type { Language } from '#engine/language.ts';
import type { ActionRef } from './action-id.ts';
import type { ActionHandler, ActionReply } from './actions/action-handler.ts';
import { answerError, nameOf } from './answer-error.ts';
import type { Card } from './card.ts';
import type { AnyCommand, Context, Thread } from './command.ts';
import type { Draft, FormValues, Preview } from './form.ts';
import { readArguments } from './line/command-arguments.ts';
import { type AskedArgument, completeArgument, completeLine } from './line/completion.ts';
import { cutLine, findCommand, type TypedWord } from './line/line.ts';
import { unknownLine, usageError } from './line/misunderstanding.ts';
import { authorise, runNamed, runRead } from './line/named-command.ts';
import type { Offered } from './line/offered.ts';
import type { Live } from './live.ts';
import { cardForChannel } from './masking.ts';
import { loadSubjectCard } from './posts/subject-cards.ts';
import { mayActAs, type Teammate } from './teammate.ts';
import type { Words } from './words/en.ts';
import { spoken } from './words/languages.ts';

/** What a teammate did on a surface. */
export type Input =
  /** A line as typed, without the slash: "customer show maria". */
  | { readonly kind: 'line'; readonly line: string }
  /** A line already cut into words (the terminal's arguments). */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** A command with its arguments by name, as a surface with fields of its own for them gives it. */
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly args: Readonly<Record<string, string>>;
    }
  /** `isRepeat`: no person pressed; an answer that stands open is brought up to date. */
  | { readonly kind: 'press'; readonly action: ActionRef; readonly isRepeat?: true }
  | { readonly kind: 'submit'; readonly action: ActionRef; readonly values: FormValues };

/**
 * What the surface shows: an answer, faults beside the fields of a form, or `done`: the card itself has changed. `now` is
 * that card as it stands, in a private place, where nobody else brings it up to date.
 */
export type Reply =
  | Exclude<ActionReply, { readonly kind: 'done' }>
  | { readonly kind: 'done'; readonly now?: Card };

/** One offered completion: `insert` replaces the word under the cursor, `label` and `hint` are shown. */
export type Suggestion = Offered;

/**
 * Where somebody asks: the surface's own id of the channel; `isPrivate` where nobody else sees what they pressed; `language`
 * where it is asked for, whoever asks; `thread` the conversation that it belongs to; `live` where they look on.
 */
export type Place = {
  readonly channel?: string | null;
  readonly isPrivate?: boolean;
  readonly language?: Language;
  readonly thread?: Thread;
  readonly live?: Live;
  /** Who reads it is not told who customers are. */
  readonly isMasked?: boolean;
};

export interface Router {
  /** Never throws: what goes wrong becomes a card that says so. */
  handle(teammate: Teammate, input: Input, place?: Place): Promise<Reply>;
  /** What could stand at the end of a line that is being typed. */
  complete(teammate: Teammate, line: string, place?: Place): Promise<readonly Suggestion[]>;
  /** What is to be said of a form that is being filled in; null where there is nothing. */
  preview(
    teammate: Teammate,
    action: ActionRef,
    draft: Draft,
    place?: Place,
  ): Promise<Preview | null>;
  /** What could be the value of one argument that is being typed in a field of its own. */
  completeArgument(
    teammate: Teammate,
    asked: AskedArgument,
    place?: Place,
  ): Promise<readonly Suggestion[]>;
}

/** What the router needs: the engine, a language, the commands and the buttons. */
export type RouterOptions = {
  readonly deps: Deps;
  readonly words: Words;
  readonly commands: readonly AnyCommand[];
  readonly actions: readonly ActionHandler[];
};

/** The router over a list of commands and one of buttons, in one language. */
export function createRouter(options: RouterOptions): Router {
  return {
    async handle(teammate, input, { live, thread, isPrivate = false, isMasked = false } = {}) {
      const reader = { teammate, isPrivate };
      try {
        const isRepeat = input.kind === 'press' && input.isRepeat === true;
        const context = {
          deps: options.deps,
          teammate,
          isRepeat,
          ...(isMasked ? { isMasked } : {}),
          ...(live === undefined ? {} : { live }),
          ...(thread === undefined ? {} : { thread }),
        };
        const reply = await dispatch(options, context, input);
        return forItsReaders(options, reader, await withCard(options, reader, reply));
      } catch (error) {
        return forItsReaders(options, reader, answerError(options, error));
      }
    },
    complete: (teammate, line) =>
      offer(options, () =>
        completeLine({ ...options.deps, words: options.words }, options.commands, teammate, line),
      ),
    completeArgument: (teammate, asked) =>
      offer(options, () =>
        completeArgument(
          { ...options.deps, words: options.words },
          options.commands,
          teammate,
          asked,
        ),
      ),
    async preview(teammate, action, draft) {
      const { name } = action;
      const handler = options.actions.find((entry) => entry.name === name);
      if (handler?.preview === undefined || !mayActAs(teammate.role, handler.role)) return null;
      try {
        const context = { deps: options.deps, teammate, isRepeat: true };
        return await handler.preview(context, draft, action);
      } catch (error) {
        options.deps.log.warn({ error: nameOf(error) }, 'preview failed');
        return null;
      }
    },
  };
}

/** In a private place, what was done with the card of what it was done to. */
async function withCard(
  { deps, words }: RouterOptions,
  { isPrivate }: { readonly isPrivate: boolean },
  reply: ActionReply,
): Promise<Reply> {
  if (reply.kind !== 'done') return reply;
  const { subject } = reply;
  const now =
    isPrivate && subject !== undefined ? await loadSubjectCard(deps, words, subject) : null;
  return now === null ? { kind: 'done' } : { kind: 'done', now };
}

/** The reply as its readers see it: in a language that it names, and masked where a whole channel reads it; the terminal has one reader. */
function forItsReaders(
  { deps, words }: RouterOptions,
  { teammate, isPrivate }: { readonly teammate: Teammate; readonly isPrivate: boolean },
  reply: Reply,
): Reply {
  if (reply.kind === 'form') return { ...reply, form: spoken(words, reply.form) };
  if (reply.kind === 'done' && reply.now !== undefined)
    return { kind: 'done', now: spoken(words, reply.now) };
  if (reply.kind !== 'card') return reply;
  const isShared = reply.visible === 'channel' && teammate.surface !== 'terminal';
  const shown = (own: Words, card: Card) => {
    const said = spoken(own, card);
    return isShared ? cardForChannel(deps.playbook.team, said) : said;
  };
  const { card, aloud, stamp } = reply;
  const stampShown = (drawn: Card) =>
    isPrivate ? spoken(words, drawn) : cardForChannel(deps.playbook.team, spoken(words, drawn));
  return {
    ...reply,
    card: shown(words, card),
    ...(typeof stamp === 'object' ? { stamp: stampShown(stamp) } : {}),
    ...(aloud === undefined ? {} : { aloud: (own: Words) => shown(own, aloud(own)) }),
  };
}

/** Nobody is kept from typing on by a completion that fails. */
async function offer(
  { deps }: RouterOptions,
  complete: () => Promise<readonly Suggestion[]>,
): Promise<readonly Suggestion[]> {
  try {
    return await complete();
  } catch (error) {
    deps.log.warn({ error: nameOf(error) }, 'completion failed');
    return [];
  }
}

function dispatch(options: RouterOptions, context: Context, input: Input): Promise<Reply> {
  switch (input.kind) {
    case 'line':
      return runWords(options, context, cutLine(input.line));
    case 'words':
      return runWords(
        options,
        context,
        input.words.map((text) => ({ text, raw: `${text} ` })),
      );
    case 'command':
      return runNamed(options, context, input);
    case 'press':
    case 'submit':
      return runAction(options, context, input);
  }
}

async function runWords(
  options: RouterOptions,
  context: Context,
  typed: readonly TypedWord[],
): Promise<Reply> {
  const texts = typed.map(({ text }) => text);
  const found = findCommand(options.commands, texts);
  if (found.kind !== 'command') throw unknownLine(options.words, found, texts);
  const { command, rest } = found;
  await authorise(context, { name: command.name, role: command.role, subject: rest[0] ?? '' });
  const raw = typed.slice(typed.length - rest.length).map((word) => word.raw);
  return runRead(options, context, command, readArguments(command.parameters, rest, raw));
}

async function runAction(
  options: RouterOptions,
  context: Context,
  input: Extract<Input, { kind: 'press' | 'submit' }>,
): Promise<Reply> {
  const handler = options.actions.find((entry) => entry.name === input.action.name);
  const { oldButton } = options.words.problems;
  if (handler === undefined) throw usageError(oldButton);
  const { name, role } = handler;
  await authorise(context, { name, role, subject: input.action.id });
  if (input.kind === 'press' && handler.press !== undefined)
    return handler.press(context, input.action);
  if (input.kind === 'submit' && handler.submit !== undefined)
    return handler.submit(context, input.action, input.values);
  throw usageError(oldButton);
}

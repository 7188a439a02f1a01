// What a command is: defined once, and every face (Slack, workspace, terminal, help, manifest) is made from it.
import type { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import type { Role } from '#engine/errors.ts';
import type { CustomerId } from '#engine/ids.ts';
import type { Card } from './card.ts';
import type { AnswerFile } from './file.ts';
import type { Form } from './form.ts';
import type { Live } from './live.ts';
import type { Teammate } from './teammate.ts';
import type { Words } from './words/en.ts';

/** A conversation by the surface's own name of it, and another one in which what is spoken of is noted as well. */
export type Thread = {
  readonly key: string;
  readonly also?: string;
  /** The messages below which it is held, by the surface's ids: one may be a card of ours. */
  readonly below?: readonly string[];
};

/** What a handler may draw on: the engine's deps and who asks. `isRepeat`: nobody asked anew, what is open is refreshed. */
export type Context = {
  readonly deps: Deps;
  readonly teammate: Teammate;
  readonly isRepeat: boolean;
  /** The conversation that it belongs to, where the surface has several. */
  readonly thread?: Thread;
  /** Who reads the answer is not told who customers are. */
  readonly isMasked?: boolean;
  /** Who looks on while an answer is made, where the surface can show that. */
  readonly live?: Live;
};

/**
 * What comes back. `card` for people, `json` for `--json` (the contract's keys). `visible` is who sees it in a shared
 * channel: only who asked, or everyone. `refused` makes the terminal exit with 1.
 */
export type Answer =
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly json: unknown;
      readonly visible: 'asker' | 'channel';
      /** The card in other words, where the channel's language is not the asker's. */
      readonly aloud?: (words: Words) => Card;
      /** It takes the place of the private card or the modal whose button was pressed, where a surface can do that. */
      readonly inPlace?: true;
      /**
       * Takes the place of the card whose button was pressed, or whose form was sent, where a surface can do that; whoever
       * sees that card reads it. `itself`: the answer does, and there is nothing more to say.
       */
      readonly stamp?: Card | 'itself';
      /** A terminal writes its content instead of the card; chat gives it to who asked. */
      readonly file?: AnswerFile;
      /** Customers whom its words name, where neither the card nor `json` holds their ids. */
      readonly names?: readonly CustomerId[];
      readonly refused?: { readonly code: string; readonly message: string };
    }
  | { readonly kind: 'form'; readonly form: Form };

/** What completes an argument while somebody types. */
export type Completion =
  | 'customer'
  | 'automation'
  | 'approval'
  | 'case'
  | 'task'
  | 'tag'
  | 'template'
  | 'segment'
  | 'query'
  | 'batch'
  | 'tier';

/** How one argument is written on a line. `rest` takes everything to the end of the line; `flag` is `--name value` or `--name`. */
export type Parameter = {
  readonly name: string;
  readonly summary: string;
  readonly place: 'positional' | 'rest' | 'flag';
  readonly required: boolean;
  readonly completes?: Completion;
  /** Only of `rest`: the text as it was typed, quotes and spaces too, unless all of it is one quoted word. */
  readonly verbatim?: boolean;
  /** Fixed values, offered as completion. */
  readonly values?: readonly string[];
};

/**
 * What carrying it out does: it only reads; it changes something; or it is reserved for a person's own command: to
 * decide, to send, to let act, to erase. The assistant answers the first, proposes the second and refuses the third.
 */
export type Effect = 'reads' | 'changes' | 'reserved';

export type Command<Args = never> = {
  /** Noun and verb: `customer show`. */
  readonly name: string;
  readonly summary: string;
  readonly role: Role;
  /** Unless said: what every viewer may do reads, all else changes something. */
  readonly effect?: Effect;
  /** It changes nothing itself, and may leave a proposal. */
  readonly mayPropose?: true;
  readonly parameters: readonly Parameter[];
  /** Reads the arguments by name, all of them text (flags without a value are "true"). */
  readonly Args: z.ZodType<Args>;
  /** Whole lines as a person would type them, without the slash. */
  readonly examples: readonly string[];
  readonly run: (context: Context, args: Args) => Promise<Answer>;
};

/** A command with its arguments' type hidden, as the registry holds it. */
export type AnyCommand = Omit<Command, 'Args' | 'run'> & {
  readonly run: (context: Context, args: Readonly<Record<string, string>>) => Promise<Answer>;
};

/** What carrying out a command does. */
export function effectOf({ effect, role }: Pick<AnyCommand, 'effect' | 'role'>): Effect {
  return effect ?? (role === 'viewer' ? 'reads' : 'changes');
}

/** Hides a command's argument type behind its own schema. The run throws ZodError for arguments that do not fit. */
export function defineCommand<Args>(command: Command<Args>): AnyCommand {
  const { Args, run, ...rest } = command;
  return { ...rest, run: async (context, args) => run(context, Args.parse(args)) };
}

// The registry as Discord's slash commands: a noun is a command, its verbs are subcommands, parameters are options.
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { LANGUAGES, type Language } from '#engine/language.ts';
import type { AnyCommand, Parameter } from '../../command.ts';
import { verbsOf } from '../../line/line.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { visible } from '../clamp.ts';
import { COMMAND_OPTIONS, COMMAND_TEXT } from './limits.ts';

/** The command that takes any line, and its one option. */
export const ANY_COMMAND = 'regulars';
export const ANY_LINE = 'line';

/** Where commands are offered that are not one server's: in servers and in direct messages with the bot. */
const EVERYWHERE = { contexts: [0, 1], integration_types: [0] };

/** What Discord calls the languages of its own settings that are ours (API reference, Locales, read November 2026). */
const LOCALES: Readonly<Record<Language, readonly string[]>> = {
  en: ['en-US', 'en-GB'],
  de: ['de'],
};

/** The registry in each language, and the team's own, which everybody reads whose Discord speaks none of ours. */
export type Registry = {
  readonly commandsIn: (language: Language) => readonly AnyCommand[];
  readonly language: Language;
  readonly scope: 'guild' | 'global';
};

/** Everything that is registered: the commands, the one for any line, and the two of the menus, described in every language. */
export function applicationCommands({
  commandsIn,
  language,
  scope,
}: Registry): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const drawn = (one: Language) => drawCommands(commandsIn(one), wordsIn(one), scope);
  const others = LANGUAGES.filter((one) => one !== language);
  return others.reduce((own, other) => {
    const said = drawn(other);
    return own.map((command, at) => localized(command, said[at], LOCALES[other]));
  }, drawn(language));
}

/** What Discord shows of a command, and of each of its options, in other words for another language. */
type Described = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly options?: readonly Described[] | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
};

/** The same with what it is called and described as in another language; commands and options are typed as they are. */
function localized<Part extends Described>(
  own: Part,
  said: Described | undefined,
  locales: readonly string[],
): Part {
  const inEach = (text: string | undefined) =>
    Object.fromEntries(locales.map((locale) => [locale, text]));
  const { options } = own;
  return {
    ...own,
    ...(said === undefined || said.name === own.name
      ? {}
      : { name_localizations: { ...own.name_localizations, ...inEach(said.name) } }),
    ...(said?.description === undefined
      ? {}
      : {
          description_localizations: {
            ...own.description_localizations,
            ...inEach(said.description),
          },
        }),
    ...(options === undefined
      ? {}
      : { options: options.map((one, at) => localized(one, said?.options?.[at], locales)) }),
  };
}

function drawCommands(
  commands: readonly AnyCommand[],
  words: Words,
  scope: Registry['scope'],
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const nouns = [...new Set(commands.map(({ name }) => nounOf(name)))];
  const all: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
    anyCommand(words),
    ...nouns.map((noun) => nounCommand(noun, commands, words)),
    { type: 2, name: words.discord.lookUp },
    { type: 3, name: words.discord.lookUp },
  ];
  return scope === 'guild' ? all : all.map((command) => ({ ...command, ...EVERYWHERE }));
}

function anyCommand(words: Words): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: 1,
    name: ANY_COMMAND,
    description: described(words.discord.anyCommand),
    options: [
      {
        type: 3,
        name: ANY_LINE,
        description: described(words.discord.anyLine),
        required: true,
        autocomplete: true,
      },
    ],
  };
}

/** A noun with verbs has a subcommand for each; a command of one word has the options itself. */
function nounCommand(
  noun: string,
  commands: readonly AnyCommand[],
  words: Words,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const own = commands.filter(({ name }) => nounOf(name) === noun);
  const [alone] = own;
  const isAlone = own.length === 1 && alone?.name === noun;
  return {
    type: 1,
    name: noun,
    description: described(
      isAlone ? alone.summary : words.discord.nounDescription(verbsOf(commands, noun)),
    ),
    options: isAlone ? toOptions(alone) : own.slice(0, COMMAND_OPTIONS).map(toSubcommand),
  };
}

function toSubcommand(command: AnyCommand): APIApplicationCommandSubcommandOption {
  const verb = command.name.slice(nounOf(command.name).length + 1);
  return {
    type: 1,
    name: verb,
    description: described(command.summary),
    options: toOptions(command),
  };
}

/** Those that must be given come first, as Discord wants it. */
function toOptions({ parameters }: AnyCommand): APIApplicationCommandBasicOption[] {
  const ordered = [
    ...parameters.filter(({ required }) => required),
    ...parameters.filter(({ required }) => !required),
  ];
  return ordered.slice(0, COMMAND_OPTIONS).map(toOption);
}

/** A switch is yes or no; few fixed values are chosen from; the rest is text, completed where we can. */
function toOption(parameter: Parameter): APIApplicationCommandBasicOption {
  const { name, values = [], completes } = parameter;
  const option = {
    name,
    description: described(parameter.summary),
    ...(parameter.required ? { required: true } : {}),
  };
  if (values.length === 1 && values[0] === 'true') return { type: 5, ...option };
  if (values.length > 0 && values.length <= COMMAND_OPTIONS)
    return { type: 3, ...option, choices: values.map((value) => ({ name: value, value })) };
  const canComplete = values.length > 0 || (completes !== undefined && completes !== 'tag');
  return { type: 3, ...option, ...(canComplete ? { autocomplete: true } : {}) };
}

function described(summary: string): string {
  return visible(summary.trim(), COMMAND_TEXT) || '…';
}

function nounOf(name: string): string {
  return name.split(' ', 1).join('');
}

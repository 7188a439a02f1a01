// The registry as Discord's slash commands: a noun is a command, its verbs are subcommands, parameters are options.
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { AnyCommand, Parameter } from '../../command.ts';
import { verbsOf } from '../../line.ts';
import { en } from '../../words/en.ts';
import { visible } from '../clamp.ts';
import { COMMAND_OPTIONS, COMMAND_TEXT } from './limits.ts';

/** The command that takes any line, and its one option. */
export const ANY_COMMAND = 'regulars';
export const ANY_LINE = 'line';

/** Where commands are offered that are not one server's: in servers and in direct messages with the bot. */
const EVERYWHERE = { contexts: [0, 1], integration_types: [0] };

/** Everything that is registered: the commands, the one for any line, and the two of the menus. */
export function applicationCommands(
  commands: readonly AnyCommand[],
  scope: 'guild' | 'global',
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const nouns = [...new Set(commands.map(({ name }) => nounOf(name)))];
  const all: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
    anyCommand(),
    ...nouns.map((noun) => nounCommand(noun, commands)),
    { type: 2, name: en.discord.lookUp },
    { type: 3, name: en.discord.lookUp },
  ];
  return scope === 'guild' ? all : all.map((command) => ({ ...command, ...EVERYWHERE }));
}

function anyCommand(): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: 1,
    name: ANY_COMMAND,
    description: described(en.discord.anyCommand),
    options: [
      {
        type: 3,
        name: ANY_LINE,
        description: described(en.discord.anyLine),
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
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const own = commands.filter(({ name }) => nounOf(name) === noun);
  const [alone] = own;
  const isAlone = own.length === 1 && alone?.name === noun;
  return {
    type: 1,
    name: noun,
    description: described(
      isAlone ? alone.summary : en.discord.nounDescription(verbsOf(commands, noun)),
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

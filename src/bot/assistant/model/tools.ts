// The commands as a model may use them: what reads is called, what changes is proposed, what is reserved is not there.
import { type AnyCommand, type Effect, effectOf, type Parameter } from '../../command.ts';

/** A command as a tool; `schema` is JSON Schema of its arguments by name. */
export type Tool = {
  readonly name: string;
  readonly command: AnyCommand;
  readonly effect: Exclude<Effect, 'reserved'>;
  readonly description: string;
  readonly schema: ToolSchema;
};

type Property = {
  readonly type: 'string' | 'boolean';
  readonly description: string;
  readonly enum?: string[];
};

export type ToolSchema = {
  readonly type: 'object';
  readonly properties: Record<string, Property>;
  readonly required: string[];
  readonly additionalProperties: false;
};

/** Every tool, made from the registry alone. */
export function toolsOf(commands: readonly AnyCommand[]): readonly Tool[] {
  return commands.flatMap((command) => {
    const effect = effectOf(command);
    if (effect === 'reserved') return [];
    const { name, summary, parameters } = command;
    const proposes = effect === 'changes' ? ' Only proposes it: a person confirms or cancels.' : '';
    return [
      {
        name: name.replaceAll(' ', '_'),
        command,
        effect,
        description: `${summary}.${proposes}`,
        schema: schemaOf(parameters),
      },
    ];
  });
}

/** The arguments of a call as the command takes them: all text, what is not said left out. */
export function readArgs(given: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      if (value === undefined || value === null || value === false || value === '') return [];
      const isPlain = typeof value === 'string' || typeof value === 'number' || value === true;
      return isPlain ? [[name, String(value)]] : [];
    }),
  );
}

function schemaOf(parameters: readonly Parameter[]): ToolSchema {
  // What skips a question that a person is to answer is no model's to say.
  const open = parameters.filter(({ name }) => name !== 'yes' && name !== 'file');
  return {
    type: 'object',
    properties: Object.fromEntries(open.map((one) => [one.name, propertyOf(one)])),
    required: open.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function propertyOf({ summary: description, values }: Parameter): Property {
  if (values?.length === 1 && values[0] === 'true') return { type: 'boolean', description };
  return { type: 'string', description, ...(values === undefined ? {} : { enum: [...values] }) };
}

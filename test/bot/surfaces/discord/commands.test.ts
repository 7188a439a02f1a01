// The registry as slash commands: all of it, within Discord's limits.
import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AnyCommand } from '#bot/command.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { applicationCommands, type Registry } from '#bot/surfaces/discord/commands.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { faultsOf } from '../../../support/discord-limits.ts';

const NAME = /^[-_'\p{Ll}\p{N}]{1,32}$/u;

const Registered = z.object({
  type: z.int(),
  name: z.string(),
  description: z.string().default(''),
  options: z
    .array(
      z.looseObject({
        type: z.int(),
        name: z.string(),
        required: z.boolean().default(false),
        options: z
          .array(z.looseObject({ name: z.string(), required: z.boolean().default(false) }))
          .default([]),
      }),
    )
    .default([]),
});

const Named = z.looseObject({
  type: z.int(),
  name: z.string(),
  description: z.string().default(''),
  description_localizations: z.unknown().optional(),
});

/** Discord counts names, descriptions and values, of each the longest in any language. */
function sizeOf(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + sizeOf(one), 0);
  const {
    name,
    value,
    description,
    description_localizations: others,
    ...rest
  } = Sized.parse(part);
  const longest = Math.max(...[description, ...Object.values(others)].map((text) => text.length));
  return name.length + value.length + longest + sizeOf(rest.options) + sizeOf(rest.choices);
}

const Sized = z.object({
  name: z.string(),
  value: z.string().default(''),
  description: z.string().default(''),
  description_localizations: z.record(z.string(), z.string()).default({}),
  options: z.array(z.unknown()).default([]),
  choices: z.array(z.unknown()).default([]),
});

function described(description: string) {
  return { description, description_localizations: { de: description } };
}

describe('applicationCommands', () => {
  const commandsIn: Registry['commandsIn'] = (language) => createCommands(wordsIn(language));
  const all = applicationCommands({ commandsIn, language: 'en', scope: 'guild' });
  const slash = z
    .array(Registered)
    .parse(all)
    .filter(({ type }) => type === 1);

  it.each(all.map((command) => [command.name, command] as const))(
    'makes of %s what Discord takes',
    (_name, command) => {
      expect(faultsOf(ApplicationCommandCreateRequestSchema, command)).toEqual([]);
      expect(sizeOf(command)).toBeLessThan(8000);
    },
  );

  it('names everything as Discord wants, and puts first what must be given', () => {
    const groups = slash.flatMap(({ options }) => [options, ...options.map((one) => one.options)]);
    const names = [...slash, ...groups.flat()].map(({ name }) => name);

    expect(slash.length).toBeLessThanOrEqual(100);
    expect(names.filter((name) => !NAME.test(name))).toEqual([]);
    for (const options of groups) {
      const required = options.map((option) => option.required);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
      expect(options.length).toBeLessThanOrEqual(25);
    }
  });

  it('has every command of the registry, and one for any line', () => {
    const paths = slash.flatMap(({ name, options }) => {
      const verbs = options.filter(({ type }) => type === 1);
      return verbs.length === 0 ? [name] : verbs.map((verb) => `${name} ${verb.name}`);
    });

    const names = commandsIn('en').map(({ name }) => name);
    expect(paths.sort()).toEqual([...names, 'regulars'].sort());
  });

  it('is described to each person in the language of their Discord, and typed as it is', () => {
    const named = (scope: readonly unknown[], type: number) =>
      Named.parse(scope.find((one) => Named.parse(one).type === type));
    const german = applicationCommands({ commandsIn, language: 'de', scope: 'guild' });
    const help = Named.parse(all.find(({ name }) => name === 'help'));
    const hilfe = Named.parse(german.find(({ name }) => name === 'help'));

    expect(help.description_localizations).toEqual({ de: hilfe.description });
    expect(hilfe.description_localizations).toEqual({
      'en-US': help.description,
      'en-GB': help.description,
    });
    expect(named(all, 3)).toMatchObject({ name_localizations: { de: named(german, 3).name } });
    expect(JSON.stringify(slash)).not.toContain('name_localizations');
  });

  it('makes a switch a yes or no, fixed values choices, and completes what it can', () => {
    const parameters: AnyCommand['parameters'] = [
      { name: 'yes', summary: 'Sure', place: 'flag', required: false, values: ['true'] },
      { name: 'by', summary: 'Order', place: 'flag', required: false, values: ['spend', 'name'] },
      { name: 'who', summary: '', place: 'rest', required: true, completes: 'customer' },
      {
        name: 'tag',
        summary: 't'.repeat(200),
        place: 'positional',
        required: false,
        completes: 'tag',
      },
    ];
    const command = { name: 'top', summary: 'The best', role: 'viewer', parameters, examples: [] };
    const run = () => Promise.reject(new Error('not run'));

    const [, top] = applicationCommands({
      commandsIn: () => [{ ...command, role: 'viewer', run }],
      language: 'en',
      scope: 'global',
    });

    expect(top).toEqual({
      type: 1,
      name: 'top',
      description: 'The best',
      description_localizations: { de: 'The best' },
      contexts: [0, 1],
      integration_types: [0],
      options: [
        { type: 3, name: 'who', ...described('…'), required: true, autocomplete: true },
        { type: 5, name: 'yes', ...described('Sure') },
        {
          type: 3,
          name: 'by',
          ...described('Order'),
          choices: [
            { name: 'spend', value: 'spend' },
            { name: 'name', value: 'name' },
          ],
        },
        { type: 3, name: 'tag', ...described(`${'t'.repeat(99)}…`) },
      ],
    });
  });
});

// The registry as slash commands: all of it, within Discord's limits.
import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AnyCommand } from '#bot/command.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { applicationCommands } from '#bot/surfaces/discord/commands.ts';
import { en } from '#bot/words/en.ts';
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

describe('applicationCommands', () => {
  const all = applicationCommands(createCommands(en), 'guild');
  const slash = z
    .array(Registered)
    .parse(all)
    .filter(({ type }) => type === 1);

  it.each(all.map((command) => [command.name, command] as const))(
    'makes of %s what Discord takes',
    (_name, command) => {
      expect(faultsOf(ApplicationCommandCreateRequestSchema, command)).toEqual([]);
      expect(JSON.stringify(command).length).toBeLessThan(8000);
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

    const names = createCommands(en).map(({ name }) => name);
    expect(paths.sort()).toEqual([...names, 'regulars'].sort());
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

    const [, top] = applicationCommands([{ ...command, role: 'viewer', run }], 'global');

    expect(top).toEqual({
      type: 1,
      name: 'top',
      description: 'The best',
      contexts: [0, 1],
      integration_types: [0],
      options: [
        { type: 3, name: 'who', description: '…', required: true, autocomplete: true },
        { type: 5, name: 'yes', description: 'Sure' },
        {
          type: 3,
          name: 'by',
          description: 'Order',
          choices: [
            { name: 'spend', value: 'spend' },
            { name: 'name', value: 'name' },
          ],
        },
        { type: 3, name: 'tag', description: `${'t'.repeat(99)}…` },
      ],
    });
  });
});

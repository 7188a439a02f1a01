// What a program is told in place of who customers are: their ids, which every command takes.
import { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import { acquaintWith, acquaintWithArguments } from '../../assistant/model/acquaint.ts';
import { createMasker } from '../../assistant/model/masker.ts';
import type { AnyCommand } from '../../command.ts';
import { readArguments } from '../../line/command-arguments.ts';
import { findCommand } from '../../line/line.ts';

const Call = z.object({ name: z.string(), arguments: z.record(z.string(), z.string()) });
type Call = z.infer<typeof Call>;

/** The assistant names the commands that it has carried out or proposed. */
const Named = z.object({
  commands: z.array(Call).optional(),
  proposals: z.array(Call).optional(),
});

/** The JSON of a line's answer, with whoever the line and the answer are about by their ids. */
export async function maskAnswer(
  deps: Pick<Deps, 'storage'>,
  commands: readonly AnyCommand[],
  words: readonly string[],
  json: unknown,
): Promise<unknown> {
  const masker = createMasker({ byId: true });
  await acquaintWith(deps, masker, { words, json });
  const { commands: carriedOut = [], proposals = [] } = Named.safeParse(json).data ?? {};
  for (const call of [...callIn(commands, words), ...carriedOut, ...proposals]) {
    const command = commands.find(({ name }) => name === call.name);
    if (command !== undefined) await acquaintWithArguments(deps, masker, command, call.arguments);
  }
  return masker.hideIn(json);
}

function callIn(commands: readonly AnyCommand[], words: readonly string[]): readonly Call[] {
  const found = findCommand(commands, words);
  if (found.kind !== 'command') return [];
  const { command, rest } = found;
  const read = readArguments(
    command.parameters,
    rest,
    rest.map((word) => `${word} `),
  );
  return read.kind === 'fault' ? [] : [{ name: command.name, arguments: read.args }];
}

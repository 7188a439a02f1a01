// Runs one command by its name: who may, its arguments as its schema reads them, its own words for what does not fit.
import { z } from 'zod';
import { type Role, UserError } from '#engine/errors.ts';
import { looksLikeId } from '#engine/ids.ts';
import { refusedFor } from '../answers.ts';
import type { Answer, AnyCommand, Context } from '../command.ts';
import { mayActAs } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { type ArgumentsRead, checkArguments } from './command-arguments.ts';
import { badArguments, badValues, unknownLine } from './misunderstanding.ts';

/** The commands in one language. */
export type Registry = { readonly words: Words; readonly commands: readonly AnyCommand[] };

/** Runs a command with arguments by name. Throws UserError for who may not, and for arguments that do not fit. */
export async function runNamed(
  registry: Registry,
  context: Context,
  { name, args }: { readonly name: string; readonly args: Readonly<Record<string, string>> },
): Promise<Answer> {
  const command = registry.commands.find((entry) => entry.name === name);
  if (command === undefined)
    throw unknownLine(registry.words, { kind: 'unknown', nearest: null }, [name]);
  const { parameters, role } = command;
  await authorise(context, { name, role, subject: args[parameters[0]?.name ?? ''] ?? '' });
  return runRead(registry, context, command, checkArguments(parameters, args));
}

/** The same; what cannot be done is an answer too: that there is no such thing, or that it is not for this role. */
export async function runOrRefuse(
  registry: Registry,
  context: Context,
  asked: Parameters<typeof runNamed>[2],
): Promise<Answer> {
  try {
    return await runNamed(registry, context, asked);
  } catch (error) {
    if (error instanceof UserError) return refusedFor(registry.words, error.problem);
    throw error;
  }
}

/** Runs a command with arguments as they were read. Throws UserError where they were not. */
export async function runRead(
  { words }: Pick<Registry, 'words'>,
  context: Context,
  command: AnyCommand,
  read: ArgumentsRead,
): Promise<Answer> {
  if (read.kind === 'fault') throw badArguments(words, command, read.fault);
  try {
    return await command.run(context, read.args);
  } catch (error) {
    throw error instanceof z.ZodError ? badValues(words, command, error) : error;
  }
}

type Asked = { readonly name: string; readonly role: Role; readonly subject: string };

/** Stops who may not; an attempt at what needs an approver or more is kept in the audit log. */
export async function authorise({ deps, teammate }: Context, asked: Asked): Promise<void> {
  const { name, role: needs, subject } = asked;
  if (mayActAs(teammate.role, needs)) return;
  if (mayActAs(needs, 'approver'))
    await deps.storage.audit.append({
      at: deps.now(),
      actor: teammate.person,
      action: name.startsWith('approval') ? 'approval.refused' : 'access.refused',
      // What was typed may be a person's name; only ids are kept.
      subject: looksLikeId('approval', subject) ? subject : name,
      details: { reason: 'forbidden', wanted: name, surface: teammate.surface },
    });
  throw new UserError({ code: 'forbidden', needs, has: teammate.role });
}

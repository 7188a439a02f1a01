// What a kept proposal would do, as it can be shown: its command, and the people whom it names by id, as they are called.
import type { Proposal } from '#engine/ports/assistant-records.ts';
import type { Context } from '../command.ts';
import type { Registry } from '../line/named-command.ts';
import { customersOf } from './meant.ts';
import type { Plan } from './proposal-card.ts';

/** The plan; null where there is no such command any more. */
export async function planOf(
  { commands }: Pick<Registry, 'commands'>,
  { deps }: Pick<Context, 'deps'>,
  proposal: Pick<Proposal, 'command' | 'args'>,
): Promise<Plan | null> {
  const command = commands.find(({ name }) => name === proposal.command);
  if (command === undefined) return null;
  const found = await customersOf(deps, command, proposal.args);
  const customers = typeof found === 'string' ? {} : found.customers;
  // As they were said: who is meant stands in what is kept by id.
  const said = Object.entries(customers).map(([name, { email, id }]) => [name, email ?? id]);
  return { command, args: { ...proposal.args, ...Object.fromEntries(said) }, customers };
}

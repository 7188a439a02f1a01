// What a command was about, for what is asked next: one customer, people, or a list of things.
import type { Profile } from '#engine/customers/profile.ts';
import { type AnyCommand, effectOf } from '../command.ts';
import type { About } from './conversation.ts';

type Carried = {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, string>>;
  /** Those that its arguments name. */
  readonly customers: Readonly<Record<string, Profile>>;
};

/** What it was about, by its arguments. */
export function aboutOf({ command, args, customers }: Carried): About {
  const customerId = Object.values(customers)[0]?.id ?? null;
  const isOfOne = customerId !== null || args['id'] !== undefined;
  return {
    command: command.name,
    args,
    customerId,
    people: peopleOf(command, args),
    isList: effectOf(command) === 'reads' && !isOfOne,
  };
}

/** The segment or the query that a command was about. */
function peopleOf({ parameters }: AnyCommand, args: Carried['args']): string | null {
  const parameter = parameters.find(
    ({ completes }) => completes === 'query' || completes === 'segment',
  );
  return parameter === undefined ? null : (args[parameter.name] ?? null);
}

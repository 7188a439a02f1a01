// The teammate whom somebody names, for what is handed on to them.
import type { Decider } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';

/** A person of team.yml by name, with or without @; `me` is who asks. Throws UserError for whom the team does not know. */
export function teammateNamed(
  { playbook }: Pick<Deps, 'playbook'>,
  name: string,
  by: Decider,
): Decider {
  const wanted = name.trim().replace(/^@/, '').toLowerCase();
  if (wanted === 'me' || wanted === by.name.toLowerCase()) return by;
  const person = playbook.team.people.find((each) => each.name.toLowerCase() === wanted);
  if (person === undefined) throw new UserError({ code: 'not-found', what: 'teammate', who: name });
  return { person: person.name, name: person.name, surface: by.surface };
}

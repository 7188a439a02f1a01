// A person of the team, called by name where a surface knows their account.
import type { Person } from '#engine/playbook/team.ts';
import type { Inline } from '../card.ts';

/** Somebody as team.yml has them now; who is not there is named without an account. */
export function mentionOf(
  people: readonly Person[],
  name: string,
): Extract<Inline, { kind: 'mention' }> {
  const { slack = null, discord = null } = people.find((each) => each.name === name) ?? {};
  return { kind: 'mention', name, slack, discord };
}

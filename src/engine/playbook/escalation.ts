// Who is called when a decision or a case has waited too long: a person of the team, or everybody with a role.
import { ROLES, type Role } from '../errors.ts';
import { unknownName } from '../flaw.ts';
import type { PathFault } from '../path-faults.ts';

/** The accounts by which somebody is called. */
export type Called = {
  readonly name: string;
  readonly slack: string | null;
  readonly discord: string | null;
};

/** Somebody of `people`. */
type Person = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly slack?: string | undefined;
  readonly discord?: string | undefined;
};

/** `role` is null where one person is named. */
export type Escalation = { readonly role: Role | null; readonly people: readonly Called[] };

/** Whom a name or a role means now. */
export function whoIsCalled(to: string, people: readonly Person[]): Escalation {
  const role = ROLES.find((each) => each === to) ?? null;
  const meant = people.filter(({ name, roles }) =>
    role === null ? name === to : roles.includes(role),
  );
  return {
    role,
    people: meant.map(({ name, slack = null, discord = null }) => ({ name, slack, discord })),
  };
}

/** What is wrong with it; paths begin at the team. */
export function findEscalationFaults(team: {
  readonly people: readonly { readonly name: string }[];
  readonly approvals: { readonly escalate_to: string };
  readonly cases: { readonly escalate_to: string };
}): readonly PathFault[] {
  const names = [...ROLES, ...team.people.map(({ name }) => name)];
  return (['approvals', 'cases'] as const).flatMap((key) => {
    const to = team[key].escalate_to;
    if (names.includes(to)) return [];
    return [{ path: [key, 'escalate_to'], flaw: unknownName('person-or-role', to, names) }];
  });
}

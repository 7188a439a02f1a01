// Who is asking: one person with one role, whichever surface they came from.

import type { Decider } from '#engine/approvals/approval.ts';
import { ROLES, type Role } from '#engine/errors.ts';

/** `person` is the same for all of one person's accounts: their name in team.yml, else the surface's own id of them. */
export type Teammate = {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly surface: SurfaceName;
  /** What they do now was drafted by the assistant, and confirmed by them. */
  readonly byAssistant?: true;
};

export type SurfaceName = 'slack' | 'discord' | 'workspace' | 'terminal' | 'mcp';

/** Whether a role may what another one is needed for; roles nest. */
export function mayActAs(has: Role, needs: Role): boolean {
  return ROLES.indexOf(has) >= ROLES.indexOf(needs);
}

/** The teammate as decisions and audit entries name them. */
export function toDecider({ person, name, surface, byAssistant }: Teammate): Decider {
  return { person, name, surface, ...(byAssistant === undefined ? {} : { byAssistant }) };
}

// A mail to a customer in a teammate's own words, about no case; it waits for a decision.
import type { Approval, Decider } from '../approvals/approval.ts';
import { displayName } from '../customers/profile.ts';
import type { CustomerId } from '../ids.ts';
import { permissionToMail } from './mail-permission.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import { renderMail } from './render-mail.ts';
import type { SettleDeps } from './settle-case.ts';

/** What came of it; `no-email`: nobody can be written to there. */
export type Written =
  | { readonly kind: 'done'; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly reason: 'no-email' };

/** Asks for approval of a mail with a teammate's own text. */
export async function writeToCustomer(
  deps: SettleDeps,
  { customerId, by, text }: Writing,
): Promise<Written> {
  const refused = { kind: 'refused', reason: 'no-email' } as const;
  const profile = await deps.storage.customers.get(customerId);
  if (profile === null || profile.email === null) return refused;
  const mail = await renderMail(deps, 'personal-note', profile, { reply: { text: text.trim() } });
  const permission = await permissionToMail(deps, deps.storage, { profile, mail, caps: false });
  if (permission.kind === 'refused') return refused;
  const plan = makePlan(deps, {
    customerId,
    origin: { kind: 'teammate', person: by.person },
    effects: [{ kind: 'send-email', mailId: deps.newId('mail'), mail }],
  });
  const about = displayName(profile);
  const approval = await deps.storage.transaction((records) =>
    askForApproval(deps, records, { plan, kind: 'personal-note', about, requestedBy: by }),
  );
  return { kind: 'done', approval };
}

type Writing = { readonly customerId: CustomerId; readonly by: Decider; readonly text: string };

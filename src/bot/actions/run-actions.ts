// Buttons about runs: open one, stop it, say who follows up on it.
import { noticesOf } from '#engine/approvals/plan.ts';
import type { Deps } from '#engine/deps.ts';
import { type Claimed, claimCustomer, releaseCustomer } from '#engine/flows/claim-customer.ts';
import { asId, type RunId } from '#engine/ids.ts';
import { notFound, refusedAs } from '../answers.ts';
import { oneLine } from '../cards/shorten.ts';
import { endRun, showRun } from '../commands/run.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';

/** The buttons about runs. */
export function runActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'run.show',
      role: 'viewer',
      press: ({ deps }, { id }) => showRun(words, deps, asId('run', id)),
    },
    {
      name: 'run.stop',
      role: 'agent',
      press: (context, { id }) => endRun(words, context, asId('run', id)),
    },
    claimAction(words, 'run.claim', claimCustomer),
    claimAction(words, 'run.release', releaseCustomer),
  ];
}

/** The cards change by themselves; only who came too late is told why. */
function claimAction(words: Words, name: string, change: typeof claimCustomer): ActionHandler {
  return {
    name,
    role: 'agent',
    press: async ({ deps, teammate }, { id }) => {
      const run = asId('run', id);
      const claimed = await change(deps, { id: run, by: toDecider(teammate) });
      return claimed.kind === 'done' ? claimedOf(deps, run) : refusal(words, run, claimed);
    },
  };
}

/** What a run said to the team is one card, as a rule; of several nobody knows which was pressed. */
async function claimedOf({ storage }: Deps, run: RunId): Promise<ActionReply> {
  const [notice, ...others] = noticesOf(await storage.plans.ofRun(run));
  return notice === undefined || others.length > 0
    ? { kind: 'done' }
    : { kind: 'done', subject: { kind: 'notice', id: notice.ref } };
}

function refusal(
  { automations }: Words,
  id: string,
  refused: Exclude<Claimed, { kind: 'done' }>,
): ActionReply {
  if (refused.reason === 'not-found') return notFound('run', id);
  const title = automations.claimRefusedTitle;
  const message =
    refused.reason === 'taken'
      ? automations.claimTaken(oneLine(refused.claim.by.name, 60))
      : automations.notClaimed;
  return refusedAs({ title, code: refused.reason, message }, null);
}

// Whether the code that a mail shows is one that the shop knows: a mail never promises anything else.
import { z } from 'zod';
import type { Step } from '../actions/effect.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { RenderedMail } from '../email/message.ts';
import type { Records } from '../ports/storage.ts';

/** `coming`: another plan of the same run has still to make it. `missing`: it was not made and will not be. */
export type CodeState = 'made' | 'coming' | 'missing';

const WithCode = z.object({ discount: z.object({ code: z.string() }) });

/** How the code in a mail stands; `made` also for a mail without one. */
export async function codeState(
  records: Pick<Records, 'plans' | 'approvals'>,
  plan: PlanWithSteps,
  mail: RenderedMail,
): Promise<CodeState> {
  const code = WithCode.safeParse(mail.values).data?.discount.code;
  if (code === undefined) return 'made';
  const { origin } = plan;
  const plans = origin.kind === 'run' ? await records.plans.ofRun(origin.runId) : [plan];
  for (const candidate of plans) {
    const step = candidate.steps.find(({ effect }) => makes(effect, code));
    if (step !== undefined) return stateOf(records, candidate, step);
  }
  return 'missing';
}

function makes(effect: Step['effect'], code: string): boolean {
  return effect.kind === 'create-discount' && effect.code === code;
}

async function stateOf(
  records: Pick<Records, 'approvals'>,
  plan: PlanWithSteps,
  { status }: Step,
): Promise<CodeState> {
  if (status === 'done') return 'made';
  if (status === 'skipped' || status === 'failed') return 'missing';
  const approval = await records.approvals.byPlan(plan.id);
  return approval?.status === 'rejected' || approval?.status === 'expired' ? 'missing' : 'coming';
}

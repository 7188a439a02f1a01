// Job → flow: the life of an event on one screen.
import type { Deps } from './deps.ts';
import { advanceRuns } from './flows/advance-run.ts';
import { changeBatch } from './flows/change-batch.ts';
import { completeCustomer } from './flows/complete-customer.ts';
import { earnAutonomy } from './flows/earn-autonomy.ts';
import { evaluateAutomations } from './flows/evaluate-automations.ts';
import { executePlan } from './flows/execute-plan.ts';
import { findDuplicates } from './flows/find-duplicates.ts';
import { forgetCustomer } from './flows/forget-customer.ts';
import { projectEvent } from './flows/project-profile.ts';
import { refreshRecommendations } from './flows/refresh-recommendations.ts';
import { type RefreshOptions, refreshSegments } from './flows/refresh-segments.ts';
import { startDue } from './flows/start-due.ts';
import { sweep } from './flows/sweep.ts';
import type { RunId } from './ids.ts';
import type { Taken } from './ports/job-queue.ts';

/** Takes one job to the flow that does it. A flow that throws has its job tried again. */
export async function runJob(deps: Deps, job: Taken): Promise<void> {
  switch (job.name) {
    case 'project':
      await projectEvent(deps, job.eventId);
      return;
    case 'complete':
      return completeCustomer(deps, job);
    case 'evaluate':
      await evaluateAutomations(deps, job);
      return;
    case 'advance':
      return advanceRuns(deps, job.runIds);
    case 'execute':
      return executePlan(deps, job.planId);
    case 'forget':
      return forgetCustomer(deps, job.customerId);
    case 'refresh-segments':
      return refreshSegments(deps, scopeOf(job));
    case 'find-duplicates':
      return findDuplicates(deps);
    case 'refresh-recommendations':
      return refreshRecommendations(deps);
    case 'change-batch':
      return changeBatch(deps, job.batchId);
    case 'earn-autonomy':
      return earnAutonomy(deps, job.automation);
    case 'start-due':
      return startDue(deps, job);
    case 'sweep':
      return sweep(deps);
    case 'publish':
      return deps.notifier.publish(job.surface, job.subject, job.channel);
    case 'reply':
      return deps.notifier.reply(job.surface, job.subject, job.key, job.note);
    case 'redact':
      return deps.notifier.redact(job.surface, job.subject);
    case 'tell':
      return deps.notifier.tell(job.surface, job.channel, job.key, job.news);
  }
}

function scopeOf({
  customerId,
  among = customerId === undefined ? undefined : [customerId],
}: Extract<Taken, { name: 'refresh-segments' }>): RefreshOptions {
  return among === undefined ? {} : { among };
}

/** What happens to a job that failed for the last time: nothing is lost in silence. */
export async function buryJob(
  deps: Pick<Deps, 'storage' | 'newId' | 'now' | 'log'>,
  job: Taken,
  error: string,
): Promise<void> {
  deps.log.error({ job: job.name }, 'a job failed for the last time');
  // A customer that could not be completed must still reach the automations.
  if (job.name === 'complete') await deps.storage.enqueue([{ job: { ...job, name: 'evaluate' } }]);
  if (job.name === 'advance') await failRuns(deps.storage, job.runIds);
  if (job.name === 'tell') return;
  await deps.storage.enqueue([
    {
      job: {
        name: 'tell',
        channel: 'reports',
        key: keyOfDead(deps, job),
        news: { kind: 'job-dead', job: job.name, error },
      },
    },
  ]);
}

/** A surface that is gone for good buries many posts: that is told once a day. */
function keyOfDead({ newId, now }: Pick<Deps, 'newId' | 'now'>, job: Taken): string {
  if (!('surface' in job)) return `dead:${newId('entry')}`;
  return `dead:${job.surface}/${job.name}:${now().toISOString().slice(0, 10)}`;
}

/** A run whose next step cannot be taken says so, instead of looking as if it still went on. */
async function failRuns({ runs }: Deps['storage'], ids: readonly RunId[]): Promise<void> {
  for (const id of ids) {
    const run = await runs.get(id);
    if (run?.status === 'running' && run.position !== null)
      await runs.update(run, { ...run, status: 'failed', reason: 'could-not-go-on' });
  }
}

// Job → flow: the life of an event on one screen.
import type { Deps } from './deps.ts';
import { completeCustomer } from './flows/complete-customer.ts';
import { evaluateAutomations } from './flows/evaluate-automations.ts';
import { executePlan } from './flows/execute-plan.ts';
import { forgetCustomer } from './flows/forget-customer.ts';
import { projectEvent } from './flows/project-profile.ts';
import { proposePlan } from './flows/propose-plan.ts';
import { refreshSegments } from './flows/refresh-segments.ts';
import { sweep } from './flows/sweep.ts';
import type { Job } from './ports/job-queue.ts';

/** Takes one job to the flow that does it. A flow that throws has its job tried again. */
export async function runJob(deps: Deps, job: Job): Promise<void> {
  switch (job.name) {
    case 'project':
      await projectEvent(deps, job.eventId);
      return;
    case 'complete':
      return completeCustomer(deps, job);
    case 'evaluate':
      await evaluateAutomations(deps, job);
      return;
    case 'propose':
      return proposePlan(deps, job.runId);
    case 'execute':
      return executePlan(deps, job.planId);
    case 'forget':
      return forgetCustomer(deps, job.customerId);
    case 'refresh-segments':
      return refreshSegments(deps, job.customerId === undefined ? {} : { among: [job.customerId] });
    case 'sweep':
      return sweep(deps);
    case 'publish':
      return deps.notifier.publish(job.subject, job.channel);
    case 'reply':
      return deps.notifier.reply(job.subject, job.key, job.note);
    case 'redact':
      return deps.notifier.redact(job.subject);
    case 'tell':
      return deps.notifier.tell(job.channel, job.key, job.news);
  }
}

/** What happens to a job that failed for the last time: nothing is lost in silence. */
export async function buryJob(
  deps: Pick<Deps, 'storage' | 'newId' | 'log'>,
  job: Job,
  error: string,
): Promise<void> {
  deps.log.error({ job: job.name }, 'a job failed for the last time');
  // A customer that could not be completed must still reach the automations.
  if (job.name === 'complete') await deps.storage.enqueue([{ job: { ...job, name: 'evaluate' } }]);
  if (job.name === 'tell' || job.name === 'publish' || job.name === 'reply') return;
  await deps.storage.enqueue([
    {
      job: {
        name: 'tell',
        channel: 'reports',
        key: `dead:${deps.newId('entry')}`,
        news: { kind: 'job-dead', job: job.name, error },
      },
    },
  ]);
}

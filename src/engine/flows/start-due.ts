// Starts an automation whose date or tick has come, page by page: each page is a job that asks for the next.
import type { Automation } from '../automations/automation.ts';
import type { Due } from '../automations/due.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';
import { settingNow } from './load-subject.ts';
import { automationInForce, modesOf } from './set-mode.ts';
import { startFor } from './start-for.ts';

type DueDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now' | 'newId' | 'log'>;

const PAGE = 50;

/**
 * Starts one page. Who was started for this occasion is not started again, so repeating it adds nothing. An automation
 * that was switched off or has left the playbook meanwhile starts nobody any more.
 */
export async function startDue(
  deps: DueDeps,
  job: { readonly automation: string; readonly due: Due; readonly after?: CustomerId },
): Promise<void> {
  const { due, after } = job;
  const automation = await automationInForce(deps, job.automation);
  if (automation === null) return;
  const mode = (await modesOf(deps))(automation);
  if (mode === 'off') return;
  const meant = await whomOf(deps, automation, due, after);
  for (const { customerId, occasion } of meant)
    await startFor(deps, { automation, mode, customerId, occasion, asks: true });
  const last = meant.at(-1)?.customerId;
  if (meant.length === PAGE && last !== undefined)
    await deps.storage.enqueue([
      { job: { name: 'start-due', automation: automation.name, due, after: last } },
    ]);
}

type Meant = { readonly customerId: CustomerId; readonly occasion: string };

/** Who is meant. A date is kept once a year, also when it is corrected within the year. */
async function whomOf(
  deps: DueDeps,
  { trigger, when }: Automation,
  due: Due,
  after: CustomerId | undefined,
): Promise<readonly Meant[]> {
  const { calendar } = deps.storage;
  const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
  if (due.kind === 'schedule') {
    const ids = await calendar.whoMeets(when?.condition ?? null, settingNow(deps), page);
    return ids.map((customerId) => ({ customerId, occasion: `schedule:${due.at}` }));
  }
  if (trigger.kind !== 'date') return [];
  const found = await calendar.whoseDay(trigger.attribute, due.days, page);
  return found.map(({ customerId, year }) => ({ customerId, occasion: `date:${year}` }));
}

// automation backtest: what an automation would have done, replayed from the log.
import { z } from 'zod';
import type { Automation } from '#engine/automations/automation.ts';
import { type AutomationBacktest, backtestAutomation } from '#engine/flows/backtest-automation.ts';
import { automationNamed } from '#engine/flows/set-mode.ts';
import { moneyToText } from '#engine/money.ts';
import { addDuration, parseDuration, startOfDay } from '#engine/time.ts';
import { shown } from '../answers.ts';
import { approvalsPerWeek, backtestCard } from '../cards/backtest.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { WANTED } from '../line/bad-value.ts';
import type { Words } from '../words/en.ts';
import { customerRefOrNull } from './customer-json.ts';
import { flag, place } from './parameters.ts';
import { traceJson } from './trace-json.ts';

const Backtest = z.object({
  name: z.string(),
  since: z
    .string()
    .refine((text) => parseDuration(text) !== null || isDay(text), {
      error: WANTED.since,
    })
    .optional(),
});

/** The back-test of an automation of the playbook, whatever its mode. */
export function backtestCommand(words: Words): AnyCommand {
  const { automation, since } = words.parameterSummaries;
  return defineCommand({
    name: 'automation backtest',
    summary: words.commandSummaries['automation backtest'],
    role: 'viewer',
    parameters: [place('name', automation, 'automation'), flag('since', since)],
    Args: Backtest,
    examples: [
      'automation backtest vip-promotion',
      'automation backtest vip-promotion --since 90d',
    ],
    run: (context, args) => backtest(words, context, args),
  });
}

async function backtest(
  words: Words,
  context: Context,
  { name, since }: z.infer<typeof Backtest>,
): Promise<Answer> {
  const { deps } = context;
  const automation = await automationNamed(deps, name);
  const { timezone } = deps.playbook.team;
  const from = since === undefined ? null : instantOf(since, deps.now(), timezone);
  return replay(words, context, automation, from);
}

/** What an automation would have done since an instant; also of one that is not saved. */
export async function replay(
  words: Words,
  { deps }: Context,
  automation: Automation,
  since: Date | null,
): Promise<Answer> {
  const begunAt = deps.now();
  const test = await backtestAutomation(deps, { automation, since });
  const milliseconds = deps.now().getTime() - begunAt.getTime();
  return shown(backtestCard(words, test), { ...backtestJson(test), milliseconds });
}

function backtestJson(test: AutomationBacktest) {
  const { events, firings, customers, approvals, exposure, byMonth, overlap, people } = test;
  return {
    events,
    firings,
    customers,
    approvals,
    approvalsPerWeek: approvalsPerWeek(test),
    exposure: { amount: moneyToText(exposure), currency: exposure.currency },
    byMonth,
    overlap,
    sample: test.sample.map(({ customerId, at, trace }) => ({
      customer: customerRefOrNull(people.get(customerId) ?? null),
      at,
      trace: trace && traceJson(trace),
    })),
  };
}

function instantOf(text: string, now: Date, zone: string): Date {
  const duration = parseDuration(text);
  if (duration === null) return startOfDay(text, zone);
  return addDuration(now, { ...duration, amount: -duration.amount }, zone);
}

function isDay(text: string): boolean {
  try {
    startOfDay(text, 'UTC');
    return /^\d{4}-\d{2}-\d{2}$/.test(text);
  } catch {
    return false;
  }
}

// automation week: what an automation in shadow would have done in the last seven days, without waiting for Monday's card.
import { z } from 'zod';
import type { ShadowWeek } from '#engine/automations/shadow-week.ts';
import { automationNamed } from '#engine/flows/set-mode.ts';
import { viewShadowWeek } from '#engine/flows/view-shadow-week.ts';
import { moneyToJson } from '#engine/money.ts';
import { subtractDuration } from '#engine/time.ts';
import { notFound, shown } from '../answers.ts';
import { shadowWeekCard } from '../cards/shadow-week.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { customerRefJson } from './customer-json.ts';
import { place } from './parameters.ts';

const WEEK = { amount: 7, unit: 'd' } as const;

/** The week of a shadow, up to now. */
export function automationWeekCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation week',
    summary: words.commandSummaries['automation week'],
    role: 'viewer',
    parameters: [place('name', words.parameterSummaries.automation, 'automation')],
    Args: z.object({ name: z.string() }),
    examples: ['automation week vip-promotion'],
    run: (context, { name }) => showWeek(words, context, name),
  });
}

async function showWeek(words: Words, { deps }: Context, name: string): Promise<Answer> {
  await automationNamed(deps, name);
  const until = deps.now();
  const from = subtractDuration(until, WEEK, deps.playbook.team.timezone);
  const week = await viewShadowWeek(deps, { name, span: { from, until } });
  return week === null
    ? notFound('automation', name)
    : shown(shadowWeekCard(words, week), weekJson(week));
}

function weekJson({ automation, examples, span, exposure, ...week }: ShadowWeek) {
  return {
    automation: automation.name,
    ...span,
    ...week,
    exposure: moneyToJson(exposure),
    examples: examples.map(({ profile, runId, at }) => ({
      customer: customerRefJson(profile),
      run: runId,
      at,
    })),
  };
}

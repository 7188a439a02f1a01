// automation list, show, live, shadow, off, explain.
import { z } from 'zod';
import type { Mode } from '#engine/automations/automation.ts';
import { HOLDOUT_DAYS } from '#engine/automations/holdout.ts';
import type { Deps } from '#engine/deps.ts';
import { explainAutomation } from '#engine/flows/explain-automation.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import {
  type AutomationState,
  automationNamed,
  listAutomations,
  setMode,
} from '#engine/flows/set-mode.ts';
import type { ChatRule } from '#engine/playbook/chat-rules.ts';
import { dayOf } from '#engine/time.ts';
import { announced, notFound, shown } from '../answers.ts';
import { text } from '../card.ts';
import { automationCard, explanationCard } from '../cards/automation.ts';
import type { Figures } from '../cards/automation-figures.ts';
import { listCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { sayOfAutonomy } from '../work/autonomy.ts';
import { takeLive } from '../work/live.ts';
import { automationJson, runJson } from './automation-json.ts';
import { customerRefJson } from './customer-json.ts';
import { place, toggle, whoRest } from './parameters.ts';
import { traceJson } from './trace-json.ts';

const ByName = z.object({ name: z.string() });
const Yes = z.literal('true').optional();
const Live = ByName.extend({ new: Yes, these: Yes });
const Explain = ByName.extend({ who: z.string() });

/** The commands about automations. */
export function automationCommands(words: Words): readonly AnyCommand[] {
  return [
    listCommand(words),
    showCommand(words),
    liveCommand(words),
    modeCommand(words, 'shadow'),
    modeCommand(words, 'off'),
    askCommand(words),
    explainCommand(words),
  ];
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation list',
    summary: words.commandSummaries['automation list'],
    role: 'viewer',
    parameters: [],
    Args: z.object({}),
    examples: ['automation list'],
    run: async ({ deps }) => {
      const states = await listAutomations(deps);
      const card = listCard({
        title: words.automations.listTitle,
        empty: words.none,
        columns: words.automations.columns,
        rows: states.map(({ automation, mode, runs, saved }) => [
          automation.name,
          oneLine(automation.title, 60),
          mode,
          words.number(runs),
          saved === null ? '' : savedShortly(words, deps, saved),
        ]),
      });
      return shown(
        card,
        states.map((state) => automationJson(state)),
      );
    },
  });
}

function savedShortly({ automationEdits }: Words, { playbook }: Deps, saved: ChatRule): string {
  const day = dayOf(saved.at, playbook.team.timezone);
  return automationEdits.shortSaved(oneLine(saved.by, 40), day);
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation show',
    summary: words.commandSummaries['automation show'],
    role: 'viewer',
    parameters: [namePlace(words)],
    Args: ByName,
    examples: ['automation show vip-promotion'],
    run: async ({ deps }, { name }) => {
      const state = await stateOf(deps, name);
      const versions = await deps.storage.versions.list(name);
      const figures = await figuresOf(deps, state);
      return shown(
        automationCard(words, state, versions, figures),
        automationJson(state, versions, figures),
      );
    },
  });
}

function liveCommand(words: Words): AnyCommand {
  const { newOnly, theseToo } = words.parameterSummaries;
  return defineCommand({
    name: 'automation live',
    summary: words.commandSummaries['automation live'],
    role: 'admin',
    effect: 'reserved',
    parameters: [namePlace(words), toggle('new', newOnly), toggle('these', theseToo)],
    Args: Live,
    examples: ['automation live vip-promotion', 'automation live vip-promotion --new'],
    run: (context, { name, ...said }) =>
      takeLive(
        words,
        context,
        name,
        said.new !== undefined ? 'new' : said.these !== undefined ? 'these' : 'ask',
      ),
  });
}

function modeCommand(words: Words, mode: 'shadow' | 'off'): AnyCommand {
  return defineCommand({
    name: `automation ${mode}`,
    summary: words.commandSummaries[`automation ${mode}`],
    role: 'admin',
    parameters: [namePlace(words)],
    Args: ByName,
    examples: [`automation ${mode} vip-promotion`],
    run: (context, { name }) => switchMode(words, context, name, mode),
  });
}

function askCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation ask',
    summary: words.commandSummaries['automation ask'],
    role: 'approver',
    parameters: [namePlace(words)],
    Args: ByName,
    examples: ['automation ask vip-promotion'],
    run: (context, { name }) => askAgain(words, context, name),
  });
}

/** Has it ask before everything again; of one that does so already it says that. */
async function askAgain(words: Words, context: Context, name: string): Promise<Answer> {
  const state = await stateOf(context.deps, name);
  const latest = await context.deps.storage.autonomies.latest(name);
  const said =
    latest?.status === 'active'
      ? await sayOfAutonomy(words, context, { id: latest.id, choice: 'end' })
      : null;
  if (said !== null && said.kind !== 'done') return said;
  const figures = await figuresOf(context.deps, state);
  const draw = (spoken: Words) => {
    const card = automationCard(spoken, state, [], figures);
    const blocks = said === null ? [text(spoken.autonomy.notActive), ...card.blocks] : card.blocks;
    return { ...card, blocks };
  };
  return announced(words, draw, automationJson(state, [], figures));
}

/** Switches the mode, and says so to everybody. */
export async function switchMode(
  words: Words,
  { deps, teammate }: Context,
  name: string,
  mode: Mode,
): Promise<Answer> {
  const { kind } = await setMode(deps, { name, mode, by: toDecider(teammate) });
  const state = await stateOf(deps, name);
  const title = oneLine(state.automation.title, 80);
  const draw = (spoken: Words) => {
    const { nowMode, alreadyMode } = spoken.automations;
    const said = kind === 'done' ? nowMode(title, mode) : alreadyMode(title, mode);
    const card = automationCard(spoken, state);
    return { ...card, blocks: [text(said), ...card.blocks] };
  };
  return announced(words, draw, automationJson(state));
}

function explainCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'automation explain',
    summary: words.commandSummaries['automation explain'],
    role: 'viewer',
    parameters: [namePlace(words), whoRest(words)],
    Args: Explain,
    examples: ['automation explain vip-promotion maria@example.com'],
    run: (context, args) => explain(words, context, args),
  });
}

async function explain(
  words: Words,
  { deps }: Context,
  { name, who }: z.infer<typeof Explain>,
): Promise<Answer> {
  await automationNamed(deps, name);
  const profile = await findCustomer(deps, who);
  const found = await explainAutomation(deps, { name, customerId: profile.id });
  const json = {
    automation: name,
    customer: customerRefJson(profile),
    mode: found.mode,
    matches: found.trace?.result ?? true,
    verdict: found.verdict,
    trace: found.trace && traceJson(found.trace),
    guards: found.guards,
    run: found.run === null ? null : runJson(found.run, profile),
  };
  return shown(explanationCard(words, found, profile), json);
}

async function figuresOf(deps: Deps, { automation }: AutomationState): Promise<Figures> {
  const { name, holdout } = automation;
  const now = deps.now();
  const { currency } = deps.playbook.team;
  const question = { automation: name, now, days: HOLDOUT_DAYS, currency };
  return {
    codes: await deps.storage.grants.summary(name, now),
    groups: holdout === null ? null : await deps.storage.reports.holdout(question),
    autonomy: await deps.storage.autonomies.latest(name),
  };
}

async function stateOf(deps: Deps, name: string): Promise<AutomationState> {
  const states = await listAutomations(deps);
  return (
    states.find((state) => state.automation.name === name) ??
    notFound('automation', oneLine(name, 60))
  );
}

function namePlace(words: Words) {
  return place('name', words.parameterSummaries.automation, 'automation');
}

// Automations as cards: what one does, and why it does or does not fire for somebody.

import { DEFAULT_RANK } from '#engine/automations/schema.ts';
import type { AutomationVersion } from '#engine/automations/version.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { Explanation } from '#engine/flows/explain-automation.ts';
import type { AutomationState } from '#engine/flows/set-mode.ts';
import { buttons, type Card, facts, type Text, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { automationButton } from './automation-edit.ts';
import { type Figures, figureBlocks } from './automation-figures.ts';
import { shortName } from './customer-facts.ts';
import { guardBlocks } from './guard.ts';
import { oneLine } from './shorten.ts';
import { traceBlock } from './trace.ts';

/** What an automation is: trigger, condition, actions, mode. */
export function automationCard(
  words: Words,
  view: AutomationState,
  versions: readonly AutomationVersion[] = [],
  figures: Figures | null = null,
): Card {
  const { automations, automationEdits: edits } = words;
  const { automation, mode, changedBy, changedAt, saved } = view;
  const ordinal = versions.find(({ version }) => version === automation.version)?.ordinal;
  const changed =
    changedBy === null || changedAt === null
      ? []
      : [`${words.separator}${automations.changed(oneLine(changedBy, 60))} `, time(changedAt)];
  return {
    title: oneLine(automation.title, 120),
    tone: 'neutral',
    blocks: [
      facts(
        [automations.modeLabel, [automations.mode(mode), ...changed]],
        [automations.when, automations.trigger(automation.trigger)],
        [automations.forWhom, automation.when?.text ?? automations.everyone],
        [automations.again, automations.reentry(automation.reentry)],
        [automations.ends, automation.exit === null ? null : automations.exit(automation.exit)],
        [
          automations.holdout,
          automation.holdout === null ? null : automations.holdoutOf(automation.holdout),
        ],
        [automations.rank, automation.rank === DEFAULT_RANK ? null : words.number(automation.rank)],
        [automations.version, ordinal === undefined ? null : `v${ordinal}`],
        [edits.savedInChat, saved === null ? null : savedText(words, view)],
        [automations.fired, words.number(view.runs)],
      ),
      ...(figures === null ? [] : figureBlocks(words, figures)),
      text({ kind: 'strong', text: automations.does }),
      {
        kind: 'list',
        items: automation.actions.map((action, position) => ({
          text: [
            `${position + 1}. ${oneLine(words.automations.step(action.summary), 300)}`,
            ...(action.needsApproval ? [` (${automations.needsApproval})`] : []),
          ],
        })),
      },
      buttons(
        automationButton(automation.name, { action: 'edit', label: edits.edit }),
        automationButton(automation.name, { action: 'backtest', label: edits.backtest }),
      ),
    ],
  };
}

/** Who saved it in chat and when; that a file says something else must not surprise whoever edits the file. */
function savedText({ automationEdits }: Words, { saved, hasFile }: AutomationState): Text | null {
  if (saved === null) return null;
  const over = hasFile ? [automationEdits.overFile] : [];
  return [automationEdits.savedBy(oneLine(saved.by, 60)), time(saved.at), ...over];
}

/** Why an automation does or does not fire for a customer, clause by clause. */
export function explanationCard(words: Words, found: Explanation, profile: Profile): Card {
  const { automations } = words;
  return {
    title: automations.explainTitle(oneLine(found.automation.title, 80), shortName(profile)),
    tone: found.verdict === 'would-fire' ? 'good' : 'neutral',
    blocks: [
      text(automations.verdict(found.verdict)),
      found.trace === null ? text(automations.noCondition) : traceBlock(words, found.trace),
      ...guardBlocks(words, found.guards),
      facts(
        [automations.when, automations.trigger(found.automation.trigger)],
        [automations.again, automations.reentry(found.automation.reentry)],
        [automations.lastRun, found.run === null ? null : [time(found.run.startedAt)]],
      ),
    ],
  };
}

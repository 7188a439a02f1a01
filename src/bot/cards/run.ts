// A run as a card: where it stands, what became of each step, and the button that stops it.
import type { RunView } from '#engine/flows/work-run.ts';
import { progressOf, type StepProgress } from '#engine/runs/progress.ts';
import { isOpen, type Run } from '#engine/runs/run.ts';
import {
  type Block,
  buttons,
  type Card,
  facts,
  type Inline,
  type ListItem,
  strong,
  type Text,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { profileButton, shortName, timelineButton } from './customer-facts.ts';
import { oneLine } from './shorten.ts';
import { isStuck, stepBlocks } from './steps.ts';
import { traceBlock } from './trace.ts';

/** The whole card; `said` is a line about what was just done with it. */
export function runCard(words: Words, view: RunView, said: string | null = null): Card {
  const { runs, automations } = words;
  const { run, automation, ordinal, profile, plans } = view;
  const name = profile === null ? words.unknown : shortName(profile);
  const stuck = plans.filter(({ steps }) => steps.some(isStuck));
  return {
    title: runs.title(oneLine(automation?.title ?? run.automation, 80), name),
    tone: run.status === 'failed' ? 'bad' : 'neutral',
    blocks: [
      ...(said === null ? [] : [text(said)]),
      facts(
        [runs.state, stateText(words, run)],
        [runs.began, [time(run.startedAt)]],
        [runs.follows, ordinal === null ? null : runs.version(ordinal)],
      ),
      ...(run.trace === null ? [] : [text(strong(automations.why)), traceBlock(words, run.trace)]),
      ...stepsOf(words, view),
      ...stuck.flatMap((plan) => stepBlocks(words, plan)),
      buttons(
        isOpen(run)
          ? {
              label: runs.stop,
              action: { name: 'run.stop', id: run.id },
              style: 'danger',
              confirm: runs.stopConfirm,
            }
          : null,
        profile === null ? null : profileButton(words, profile.id),
        profile === null ? null : timelineButton(words, profile.id),
      ),
    ],
  };
}

/** What a run is doing, with the reason where it was stopped and the instant where it waits. */
function stateText(words: Words, { status, reason, wakeAt }: Run): Text {
  const state = words.automations.run(status);
  if (status === 'waiting' && wakeAt !== null) return [words.runs.waitsUntil, time(wakeAt)];
  if (reason === null) return [state];
  return [`${state}: ${words.approvals.reason(oneLine(reason, 200))}`];
}

/** The step a run stands at, in one line. */
export function whereText(
  words: Words,
  { run, automation }: Pick<RunView, 'run' | 'automation'>,
): string {
  const { runs } = words;
  if (automation === null) return runs.lost;
  const { actions } = automation;
  if (run.status === 'shadow')
    return actions.map(({ summary }) => oneLine(words.automations.step(summary), 60)).join(', ');
  const action = run.position === null ? undefined : actions[run.position];
  if (action === undefined || run.position === null) return runs.nothingLeft;
  return runs.step(
    run.position + 1,
    actions.length,
    oneLine(words.automations.step(action.summary), 80),
  );
}

function stepsOf(words: Words, { run, automation }: RunView): readonly Block[] {
  if (automation === null) return [text(words.runs.lost)];
  const items = progressOf(run, automation.actions).map((step) => stepItem(words, step));
  return [text(strong(words.runs.steps)), { kind: 'list', items }];
}

const MARK = {
  done: 'done',
  skipped: 'skipped',
  waiting: 'waiting',
  next: undefined,
  ahead: undefined,
  would: undefined,
  never: 'skipped',
} as const satisfies Record<StepProgress['state'], ListItem['mark'] | undefined>;

function stepItem(words: Words, step: StepProgress): ListItem {
  const mark = MARK[step.state];
  const summary = `${step.position + 1}. ${oneLine(words.automations.step(step.action.summary), 120)}`;
  const said = saidOf(words, step);
  return {
    ...(mark === undefined ? {} : { mark }),
    text: said.length === 0 ? [summary] : [summary, words.separator, ...said],
  };
}

function saidOf(words: Words, step: StepProgress): readonly Inline[] {
  const { runs } = words;
  const { state, at, until, event, reason } = step;
  switch (state) {
    case 'waiting':
      return until === null ? [] : [runs.waitsUntil, time(until)];
    case 'skipped':
      return reason === null ? [] : [words.approvals.reason(reason)];
    case 'done':
      if (event !== null) return [runs.waitedFor(event)];
      return at === null ? [] : [time(at)];
    case 'next':
    case 'would':
    case 'never':
      return [runs[state]];
    case 'ahead':
      return [];
  }
}

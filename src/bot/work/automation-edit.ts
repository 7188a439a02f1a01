// Saving an automation from a form, a line or a button: read, saved, and answered with what changed.

import type { Automation } from '#engine/automations/automation.ts';
import type { Deps } from '#engine/deps.ts';
import { keepDraft } from '#engine/flows/automation-drafts.ts';
import { textOf, versionInForce } from '#engine/flows/automation-versions.ts';
import { readWritten, type Saved, saveAutomation } from '#engine/flows/edit-automation.ts';
import { listAutomations } from '#engine/flows/set-mode.ts';
import { diffLines } from '#engine/line-diff.ts';
import { pathText } from '#engine/path-faults.ts';
import type { TextFault } from '#engine/ports/automation-texts.ts';
import { announced, notFound } from '../answers.ts';
import { faultsCard, faultText, savedCard, staleCard } from '../cards/automation-edit.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context } from '../command.ts';
import { automationJson } from '../commands/automation-json.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';

/** An automation's text as somebody wrote it. `seen`: see `saveAutomation`. */
export type GivenText = {
  readonly name: string;
  readonly text: string;
  readonly seen?: number | null;
};

/** Saves a text that can be used, and answers with what changed; else with everything that is wrong in it. */
export async function saveText(words: Words, context: Context, given: GivenText): Promise<Answer> {
  const { name, text } = given;
  const read = await readWritten(context.deps, name, { kind: 'text', text });
  if (read.kind === 'faults') return faultsAnswer(words, name, read.faults);
  const { seen } = given;
  return saveRead(words, context, read.automation, seen === undefined ? {} : { seen });
}

/** Saves what was read; who was overtaken hears by whom, and keeps what they wrote. */
export async function saveRead(
  words: Words,
  context: Context,
  automation: Automation,
  { seen }: Pick<GivenText, 'seen'>,
): Promise<Answer> {
  const { deps, teammate } = context;
  const by = toDecider(teammate);
  const saved = await saveAutomation(deps, {
    automation,
    by,
    ...(seen === undefined ? {} : { seen }),
  });
  return saved.kind === 'stale'
    ? staleAnswer(words, context, automation)
    : savedAnswer(words, deps, saved, modeIn(automation.definition));
}

async function savedAnswer(
  words: Words,
  deps: Deps,
  saved: Exclude<Saved, { kind: 'stale' }>,
  askedMode: string | null,
): Promise<Answer> {
  const { before, after } = saved;
  const state = (await listAutomations(deps)).find(
    ({ automation }) => automation.name === after.name,
  );
  if (state === undefined) return notFound('automation', oneLine(after.name, 60));
  const versions = await deps.storage.versions.list(after.name);
  const text = textOf(deps, null, after);
  const diff = diffLines(before === null ? '' : textOf(deps, null, before), text);
  return announced(words, (said) => savedCard(said, state, saved, diff, askedMode), {
    ...automationJson(state, versions),
    saved: saved.kind === 'saved',
    ordinal: after.ordinal,
    before: before?.ordinal ?? null,
    diff,
  });
}

/** A form shows no mode, so what it makes says nothing of it. */
function modeIn(definition: unknown): string | null {
  const isAsked = typeof definition === 'object' && definition !== null && 'mode' in definition;
  return isAsked ? String(definition.mode) : null;
}

/** What they wrote is kept: the button opens it again, over what stands there now. */
async function staleAnswer(
  words: Words,
  { deps, teammate }: Context,
  automation: Automation,
): Promise<Answer> {
  const { name } = automation;
  const source = textOf(deps, automation, automation);
  const present = await versionInForce(deps, name);
  const seen = present?.ordinal ?? null;
  const id = await keepDraft(deps, { name, source, seen, by: teammate.name });
  const { staleGone, stale, reopen: label, playbook } = words.automationEdits;
  const reopen = { label, action: { name: 'automation.reopen', id } };
  const message = present === null ? staleGone : stale(present.by ?? playbook, present.ordinal);
  const diff = diffLines(present?.text ?? '', source);
  return {
    kind: 'card',
    card: staleCard(words, present, diff, reopen),
    json: { error: { code: 'stale', message }, version: seen, diff },
    visible: 'asker',
    refused: { code: 'stale', message },
  };
}

/** Everything that is wrong with a text, as a refusal. */
function faultsAnswer(words: Words, name: string, faults: readonly TextFault[]): Answer {
  const message = faults.map((fault) => faultText(words, fault)).join('\n');
  const rows = faults.map((fault) => ({
    line: fault.line,
    path: pathText(fault.path),
    message: words.flaws.flaw(fault.flaw),
  }));
  return {
    kind: 'card',
    card: faultsCard(words, name, faults),
    json: { error: { code: 'invalid', message, faults: rows } },
    visible: 'asker',
    refused: { code: 'invalid', message },
  };
}

// What comes of editing an automation, as cards: what was saved, what stands in the way, versions and their difference.

import type { Pair, VersionView } from '#engine/flows/automation-versions.ts';
import type { Saved } from '#engine/flows/edit-automation.ts';
import type { AutomationState } from '#engine/flows/set-mode.ts';
import type { DiffLine } from '#engine/line-diff.ts';
import type { TextFault } from '#engine/ports/automation-texts.ts';
import { type Block, type Button, buttons, type Card, note, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { diffBlocks, isChanged } from './code.ts';
import { listCard } from './list.ts';
import { oneLine } from './shorten.ts';

/** What a button's id takes; an automation with a longer name is changed by commands. */
const BUTTON_NAME = 50;

/** A button about an automation, or none where its name is too long for one. */
export function automationButton(
  name: string,
  button: { readonly action: string; readonly label: string; readonly version?: number },
): Button | null {
  const { action, label, version } = button;
  if (name.length > BUTTON_NAME) return null;
  const ref = { name: `automation.${action}`, id: name };
  return { label, action: version === undefined ? ref : { ...ref, version } };
}

/** What was saved, what changed by it, and what can be done next. `askedMode`: what the text says of the mode. */
export function savedCard(
  words: Words,
  state: AutomationState,
  saved: Extract<Saved, { kind: 'saved' | 'unchanged' }>,
  diff: readonly DiffLine[],
  askedMode: string | null,
): Card {
  const { automationEdits: edits } = words;
  const { before, after, kind } = saved;
  const by = oneLine(after.by ?? edits.playbook, 60);
  const said =
    kind === 'unchanged' ? edits.unchanged(after.ordinal) : edits.savedLine(after.ordinal, by);
  return {
    title: oneLine(state.automation.title, 120),
    tone: kind === 'unchanged' ? 'neutral' : 'good',
    blocks: [
      text(said),
      ...(before === null || !isChanged(diff)
        ? []
        : [text(edits.savedFrom(before.ordinal)), ...diffBlocks(diff)]),
      ...(before === null ? [note(edits.begins)] : []),
      ...(before === null || askedMode === null || askedMode === state.mode
        ? []
        : [note(edits.modeKept(state.mode))]),
      buttons(...nextButtons(words, state, saved)),
    ],
  };
}

function nextButtons(
  words: Words,
  { automation: { name }, mode }: AutomationState,
  { before, after }: Extract<Saved, { kind: 'saved' | 'unchanged' }>,
): readonly (Button | null)[] {
  const { automationEdits: edits } = words;
  const live = automationButton(name, { action: 'live', label: edits.goLive });
  const confirm = { title: edits.goLive, text: edits.confirmLive, confirm: edits.goLive };
  return [
    automationButton(name, { action: 'backtest', label: edits.backtest }),
    mode === 'live'
      ? automationButton(name, { action: 'shadow', label: edits.toShadow })
      : live && { ...live, confirm },
    before === null || before.ordinal === after.ordinal
      ? null
      : automationButton(name, {
          action: 'restore',
          label: edits.returnTo(before.ordinal),
          version: before.ordinal,
        }),
    automationButton(name, { action: 'edit', label: edits.edit }),
  ];
}

/** Everything that is wrong with a text, each with its line. */
export function faultsCard(words: Words, name: string, faults: readonly TextFault[]): Card {
  const { automationEdits: edits } = words;
  return {
    title: edits.faultsTitle,
    tone: 'warning',
    blocks: [
      text(edits.faultsIntro(oneLine(name, 63))),
      {
        kind: 'list',
        items: faults.map((fault) => ({
          mark: 'no',
          text: [oneLine(faultText(words, fault), 400)],
        })),
      },
    ],
  };
}

/** A fault with its line and its path. */
export function faultText(
  { automationEdits, flaws }: Words,
  { path, line, flaw }: TextFault,
): string {
  const said = flaws.playbookFault({ path: path.length === 0 ? null : path, flaw });
  return line === null ? said : automationEdits.atLine(line, said);
}

/** Who was faster, what they left, and how to go on with one's own. */
export function staleCard(
  words: Words,
  present: VersionView | null,
  diff: readonly DiffLine[],
  reopen: Button | null,
): Card {
  const { automationEdits: edits } = words;
  return {
    title: edits.staleTitle,
    tone: 'warning',
    blocks: [...staleBlocks(words, present, diff), buttons(reopen)],
  };
}

/** The same above the fields of the form that is opened again. */
export function staleBlocks(
  words: Words,
  present: VersionView | null,
  diff: readonly DiffLine[],
): readonly Block[] {
  const { automationEdits: edits } = words;
  if (present === null) return [text(edits.staleGone)];
  const by = oneLine(present.by ?? edits.playbook, 60);
  return [
    text(edits.stale(by, present.ordinal)),
    ...(isChanged(diff) ? [text(edits.staleDiff(present.ordinal)), ...diffBlocks(diff)] : []),
  ];
}

/** The versions of an automation, newest first. */
export function versionsCard(words: Words, title: string, versions: readonly VersionView[]): Card {
  const { automationEdits: edits } = words;
  return listCard({
    title: edits.versionsTitle(oneLine(title, 80)),
    empty: words.none,
    columns: edits.versionColumns,
    rows: versions.map(({ ordinal, by, at, inForce }) => [
      `v${ordinal}`,
      oneLine(by ?? edits.playbook, 60),
      time(at),
      inForce ? edits.inForce : '',
    ]),
  });
}

/** What lies between two versions, and who wrote each. */
export function diffCard(
  words: Words,
  name: string,
  { from, to }: Pair,
  diff: readonly DiffLine[],
): Card {
  const { automationEdits: edits } = words;
  const line = ({ ordinal, by, at }: VersionView) =>
    note(edits.diffBy(ordinal, oneLine(by ?? edits.playbook, 60)), time(at));
  return {
    title: edits.diffTitle(oneLine(name, 63), from.ordinal, to.ordinal),
    tone: 'neutral',
    blocks: [
      line(from),
      line(to),
      ...(isChanged(diff) ? diffBlocks(diff) : [text(edits.diffSame)]),
      buttons(
        from.inForce
          ? null
          : automationButton(name, {
              action: 'restore',
              label: edits.returnTo(from.ordinal),
              version: from.ordinal,
            }),
      ),
    ],
  };
}

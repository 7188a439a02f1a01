// Taking an automation live from any face: the question who is meant, and what came of the answer.
import { askToGoLive, goLiveForNew } from '#engine/flows/go-live.ts';
import { listAutomations, setMode } from '#engine/flows/set-mode.ts';
import type { BatchId } from '#engine/ids.ts';
import { announced, notFound } from '../answers.ts';
import { type Block, text } from '../card.ts';
import { automationCard } from '../cards/automation.ts';
import { leftOutBlocks } from '../cards/batch-runs.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context } from '../command.ts';
import { automationJson } from '../commands/automation-json.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { confirm, showBatch } from './batch.ts';

/** Whom it is to be live for: unsaid, it is asked where anybody qualifies already. */
export type LiveFor = 'ask' | 'new' | 'these';

/** Asks who is meant, or takes it live at once where that is said or nobody qualifies now. */
export async function takeLive(
  words: Words,
  context: Context,
  name: string,
  whom: LiveFor,
): Promise<Answer> {
  const { deps, teammate } = context;
  const by = toDecider(teammate);
  const going = whom === 'new' ? null : await askToGoLive(deps, { name, by });
  if (going?.kind === 'asked') {
    const { id } = going.previewed;
    return whom === 'these' ? confirm(words, context, id) : showBatch(words, context, id);
  }
  const { kind } = await setMode(deps, { name, mode: 'live', by });
  const nobody = going?.kind === 'nobody' ? going.previewed.foreseen : null;
  const why = (spoken: Words): readonly Block[] =>
    nobody === null
      ? []
      : [
          text(spoken.automations.nobodyQualifies(nobody.customers)),
          ...leftOutBlocks(spoken, nobody.leftOut),
        ];
  return showSwitched(words, context, name, { isNew: kind === 'done', why });
}

/** Live for who comes from now on, as the button of a preview says; the others are dropped. */
export async function liveForNew(words: Words, context: Context, id: BatchId): Promise<Answer> {
  const { deps, teammate } = context;
  const batch = (await deps.storage.batches.get(id)) ?? notFound('batch', oneLine(id, 60));
  const outcome = await goLiveForNew(deps, { preview: id, by: toDecider(teammate) });
  if (outcome === 'settled' || batch.change.kind !== 'run') return showBatch(words, context, id);
  return showSwitched(words, context, batch.change.automation, { isNew: true, why: () => [] });
}

/** The automation with a line about how it was switched. */
async function showSwitched(
  words: Words,
  { deps }: Context,
  name: string,
  { isNew, why }: { readonly isNew: boolean; readonly why: (words: Words) => readonly Block[] },
): Promise<Answer> {
  const states = await listAutomations(deps);
  const state =
    states.find(({ automation }) => automation.name === name) ??
    notFound('automation', oneLine(name, 60));
  const title = oneLine(state.automation.title, 80);
  const draw = (spoken: Words) => {
    const { nowMode, alreadyMode } = spoken.automations;
    const said = isNew ? nowMode(title, 'live') : alreadyMode(title, 'live');
    const card = automationCard(spoken, state);
    return { ...card, blocks: [text(said), ...why(spoken), ...card.blocks] };
  };
  return announced(words, draw, automationJson(state));
}

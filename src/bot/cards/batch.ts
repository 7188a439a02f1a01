// A batch as a card: what it would change for whom, then how far it has come, and what can be done about it now.
import { type Batch, type BatchChange, undoableUntil } from '#engine/batches/batch.ts';
import { changesTags } from '#engine/batches/change-member.ts';
import {
  type Block,
  type Card,
  facts,
  type Inline,
  note,
  strong,
  type Tone,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import type { BatchView } from '../work/batch-view.ts';
import { bulkBlocks } from './batch-bulk.ts';
import { batchButtons, batchLine } from './batch-buttons.ts';
import { changedLabel, doneSentence, leftOutBlocks, runBlocks } from './batch-runs.ts';
import { shortName } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

/** About how long a shop takes for one call; what it really takes is the shop's to say. */
const SECONDS_A_CALL = 0.3;

/** The whole card; `said` is a line about what was just done with it. */
export function batchCard(words: Words, view: BatchView, said: string | null = null): Card {
  const { batch } = view;
  const line = batchLine(view);
  return {
    title: batchTitle(words, batch),
    tone: toneOf(view),
    blocks: [
      ...(said === null ? [] : [text(said)]),
      ...(isAhead(batch) ? previewBlocks(words, view) : progressBlocks(words, view)),
      ...(view.paused && batch.status === 'running' ? [note(words.paused)] : []),
      note(line === null ? batch.id : words.batches.orType(line)),
      batchButtons(words, view),
    ],
  };
}

/** Whether nothing has been done yet and something still may be. */
function isAhead({ status }: Batch): boolean {
  return status === 'previewed' || status === 'waiting-for-approval';
}

/** What a change of nobody would have been. */
export function nothingCard(words: Words, batch: Batch): Card {
  const { batches } = words;
  const { foreseen, undoOf } = batch;
  const sentence =
    undoOf !== null
      ? batches.nothingToUndo(foreseen)
      : foreseen.customers === 0
        ? batches.nobody
        : batch.change.kind === 'run'
          ? batches.nothingRuns(foreseen)
          : batches.nothing(shortChange(batch.change), foreseen);
  const blocks = [
    fromFacts(words, batch),
    text(sentence),
    ...leftOutBlocks(words, foreseen.leftOut),
  ];
  return { title: batches.nothingTitle, tone: 'neutral', blocks };
}

/** What a batch does to how many, in one line. */
export function batchTitle(words: Words, { change, foreseen, undoOf }: Batch): string {
  const { title, undoTitle } = words.batches;
  const what = title(shortChange(change), foreseen.change);
  return undoOf === null ? what : undoTitle(what);
}

/** The change with texts that a card can bear. */
function shortChange(change: BatchChange): BatchChange {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return { ...change, tag: oneLine(change.tag, 60) };
    case 'tier':
      return change.tier === null ? change : { ...change, tier: oneLine(change.tier, 60) };
    case 'set':
      return typeof change.value === 'string'
        ? { ...change, value: oneLine(change.value, 60) }
        : change;
    case 'run':
      return { ...change, title: oneLine(change.title, 60) };
  }
}

function toneOf({ batch, tally }: BatchView): Tone {
  if (isAhead(batch)) return 'warning';
  if (batch.status === 'done') return tally.shop.failed === 0 ? 'good' : 'bad';
  return 'neutral';
}

function previewBlocks(words: Words, view: BatchView): readonly Block[] {
  const { batch, examples, population } = view;
  const { batches } = words;
  const { foreseen, undoOf } = batch;
  const sentence =
    undoOf === null
      ? [
          strong(
            population === null
              ? batches.members(foreseen.customers)
              : batches.of(foreseen.customers, population),
          ),
          `. ${batches.foreseen(shortChange(batch.change), foreseen)}`,
        ]
      : [strong(batches.undone(foreseen.customers)), `. ${batches.foreseenUndo(foreseen)}`];
  return [
    fromFacts(words, batch),
    text(...sentence),
    ...leftOutBlocks(words, foreseen.leftOut),
    ...exampleBlocks(words, examples),
    ...bulkBlocks(words, view),
    ...whatElse(words, view),
    facts(
      [batches.requestedBy, byWhom(words, batch.requestedBy)],
      [batches.confirmedBy, batch.confirmedBy && byWhom(words, batch.confirmedBy)],
    ),
  ];
}

function fromFacts({ batches }: Words, { segment }: Batch): Block {
  const { name, query } = segment;
  return facts([
    batches.from,
    name === null ? [{ kind: 'code', text: oneLine(query, 300) }] : oneLine(name, 120),
  ]);
}

function exampleBlocks(words: Words, examples: BatchView['examples']): readonly Block[] {
  if (examples.length === 0) return [];
  const rows = examples.map((profile): readonly Inline[] => [
    shortName(profile),
    words.money(profile.totals.spent),
    words.number(profile.totals.orders),
  ]);
  const { examples: caption } = words.batches;
  return [{ kind: 'table', caption, columns: words.segments.exampleColumns, rows }];
}

/** What comes with it, and whether it can be taken back. */
function whatElse(words: Words, view: BatchView): readonly Block[] {
  const { batches } = words;
  const { change, undoOf } = view.batch;
  const undoes = undoOf === null ? null : note(batches.undoes(undoOf));
  if (change.kind === 'run') return undoes === null ? runBlocks(words, view, change) : [undoes];
  return [
    text(shopSentence(words, view.batch)),
    undoes ?? note(`${batches.frozen} ${batches.undoable}`),
  ];
}

function shopSentence({ batches }: Words, { change, foreseen }: Batch): string {
  const { shopCalls } = foreseen;
  if (shopCalls > 0) return batches.shopToo(shopCalls, shopCalls * SECONDS_A_CALL);
  return changesTags(change) ? batches.shopNot.tags : batches.shopNot.ours;
}

function progressBlocks(words: Words, view: BatchView): readonly Block[] {
  const { batches } = words;
  const { batch, tally } = view;
  const { members, shop } = tally;
  const shopParts = (['done', 'asked', 'waiting', 'failed', 'skipped'] as const).flatMap((state) =>
    shop[state] === 0 ? [] : [batches.shopOutcome(state, shop[state])],
  );
  const count = (value: number) => (value === 0 ? null : words.number(value));
  const until = undoableUntil(batch);
  return [
    text(strong(progressSentence(words, view))),
    fromFacts(words, batch),
    facts(
      [changedLabel(words, batch), count(members.changed)],
      [batches.outcome.already, count(members.already)],
      [batches.outcome['left-out'], count(members['left-out'])],
      [batches.outcome['moved-on'], count(members['moved-on'])],
      [batches.outcome.gone, count(members.gone)],
      [batches.shop, shopParts.length === 0 ? null : words.list(shopParts)],
    ),
    ...leftOutBlocks(words, tally.leftOut),
    ...failureBlocks(words, view),
    ...bulkBlocks(words, view),
    facts(
      [batches.requestedBy, byWhom(words, batch.requestedBy)],
      [batches.confirmedBy, batch.confirmedBy && byWhom(words, batch.confirmedBy)],
      [batches.ended, batch.endedAt && [time(batch.endedAt)]],
    ),
    ...(batch.undoOf === null ? [] : [note(batches.undoes(batch.undoOf))]),
    ...(batch.undoneBy === null ? [] : [note(batches.undoneBy(batch.undoneBy))]),
    ...(view.canBeUndone && until !== null ? [note(batches.undoUntil, time(until, 'day'))] : []),
  ];
}

function progressSentence(words: Words, { batch, tally }: BatchView): string {
  const { batches } = words;
  const { members } = tally;
  const all = batch.foreseen.customers;
  switch (batch.status) {
    case 'previewed':
    case 'waiting-for-approval':
    case 'running':
      return batches.progress.running(all - members.waiting, all);
    case 'done':
      return doneSentence(words, { batch, tally });
    case 'stopped':
      return batch.change.kind === 'run' && batch.undoOf === null
        ? batches.progress.ranStopped(members.changed, members.waiting)
        : batches.progress.stopped(members.changed, members.waiting);
    case 'cancelled':
      return batches.progress.cancelled;
    case 'rejected':
      return batches.progress.rejected;
    case 'expired':
      return batch.confirmedAt === null ? batches.progress.expired : batches.progress.undecided;
  }
}

function failureBlocks(words: Words, { failures }: BatchView): readonly Block[] {
  if (failures.length === 0) return [];
  const { batches, approvals } = words;
  const items = failures.slice(0, FAILURES_SHOWN).map(({ profile, reason }) => ({
    mark: 'failed' as const,
    text: [
      batches.failed(
        profile === null ? batches.forgotten : shortName(profile),
        oneLine(approvals.reason(reason), 200),
      ),
    ],
  }));
  return [text(strong(batches.failures)), { kind: 'list', items }];
}

/** How many failures stand on the card; `batch show --json` has more. */
const FAILURES_SHOWN = 5;

function byWhom(words: Words, { name, surface, byAssistant }: Batch['requestedBy']): string {
  const who = `${oneLine(name, 60)} ${words.approvals.from(words.surface(surface))}`;
  return byAssistant === true ? `${who}, ${words.approvals.byAssistant}` : who;
}

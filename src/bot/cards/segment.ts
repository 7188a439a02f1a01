// Segments as cards: the list, one with its versions, the size of a query, and why somebody is in.
import type { Profile } from '#engine/customers/profile.ts';
import type { Estimate, Hint, KnownSegment, NamedSegment } from '#engine/flows/segments.ts';
import type { Measure } from '#engine/ports/segment-records.ts';
import type { Segment } from '#engine/segments/segment.ts';
import type { Trace } from '#engine/segments/trace.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  note,
  strong,
  type Text,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { shortName } from './customer-facts.ts';
import { listCard } from './list.ts';
import { clip, oneLine } from './shorten.ts';
import { traceBlock } from './trace.ts';

const QUERY_SHOWN = 1000;

/** Every segment with the members it was last seen to have. */
export function segmentListCard(
  words: Words,
  list: readonly NamedSegment[],
  counts: ReadonlyMap<string, number>,
): Card {
  const { segments } = words;
  return listCard({
    title: segments.listTitle,
    empty: segments.listEmpty,
    columns: segments.columns,
    rows: list.map((segment) => [
      oneLine(segment.name, 60),
      oneLine(segment.title === segment.name ? segment.query : segment.title, 60),
      words.number(counts.get(segment.name) ?? 0),
      savedText(words, segment),
    ]),
  });
}

/** One segment: its query, its size now, who saved it, and what it was before. */
export function segmentCard(
  words: Words,
  segment: NamedSegment,
  seen: { readonly measure: Measure; readonly versions: readonly Segment[] },
): Card {
  const { segments } = words;
  const { savedAt } = segment;
  const saved = savedText(words, segment);
  return {
    title: titleOf(words, segment),
    tone: 'neutral',
    blocks: [
      text(queryCode(segment.query)),
      sizeBlock(words, seen.measure),
      facts([segments.saved, savedAt === null ? saved : [`${saved} `, time(savedAt)]]),
      ...versionBlocks(words, seen.versions),
      ...(segment.name === segment.title ? [] : [note(oneLine(segment.name, 120))]),
      buttons(...segmentButtons(words, segment.name)),
    ],
  };
}

/** How many a query has, how many may be mailed, a few of them, and what would let more in. */
export function estimateCard(words: Words, estimate: Estimate, done: string | null = null): Card {
  const { segment, examples, hints } = estimate;
  return {
    title: titleOf(words, segment),
    tone: done === null ? 'neutral' : 'good',
    blocks: [
      ...(done === null ? [] : [text(done)]),
      text(queryCode(segment.query)),
      sizeBlock(words, estimate),
      ...exampleBlocks(words, examples),
      ...hintBlocks(words, hints),
      buttons(...segmentButtons(words, segment.name)),
    ],
  };
}

/** Why a customer is in a segment or is not, clause by clause. */
export function segmentTraceCard(
  words: Words,
  found: { readonly segment: KnownSegment; readonly matches: boolean; readonly trace: Trace },
  profile: Profile,
): Card {
  const { segments } = words;
  const name = shortName(profile);
  return {
    title: segments.explainTitle(titleOf(words, found.segment), name),
    tone: found.matches ? 'good' : 'neutral',
    blocks: [
      text(found.matches ? segments.isIn(name) : segments.isOut(name)),
      traceBlock(words, found.trace),
    ],
  };
}

/** A segment's title; of a query that has none, what is being asked. */
export function titleOf(words: Words, segment: KnownSegment): string {
  return segment.name === null ? words.segments.queryTitle : oneLine(segment.title, 120);
}

/** The size and the reachable size in one paragraph. */
function sizeBlock({ segments }: Words, { count, reachable, total }: Measure): Block {
  return text(strong(segments.sizeOf(count, total)), `. ${segments.reachableOf(reachable, count)}`);
}

function savedText({ segments }: Words, { version, savedBy }: KnownSegment): string {
  return version === null || savedBy === null
    ? segments.fromFile
    : segments.savedAs(version, oneLine(savedBy, 60));
}

function versionBlocks({ segments }: Words, versions: readonly Segment[]): readonly Block[] {
  if (versions.length < 2) return [];
  const rows = versions
    .slice(0, 10)
    .map(({ version, query, savedBy, savedAt }): readonly Inline[] => [
      String(version),
      oneLine(query, 120),
      oneLine(savedBy, 60),
      time(savedAt),
    ]);
  const { versionsTitle: caption, versionColumns: columns } = segments;
  return [{ kind: 'table', caption, columns, rows }];
}

function exampleBlocks(words: Words, examples: readonly Profile[]): readonly Block[] {
  if (examples.length === 0) return [];
  const rows = examples.map((profile): readonly Inline[] => [
    shortName(profile),
    words.money(profile.totals.spent),
    words.number(profile.totals.orders),
  ]);
  const { examples: caption, exampleColumns: columns } = words.segments;
  return [{ kind: 'table', caption, columns, rows }];
}

function hintBlocks(words: Words, hints: readonly Hint[]): readonly Block[] {
  if (hints.length === 0) return [];
  return [
    text(strong(words.segments.loosenTitle)),
    { kind: 'list', items: hints.map((hint) => ({ text: hintText(words, hint) })) },
  ];
}

function hintText(words: Words, { clause, query, count }: Hint): Text {
  const [without, would, how] = words.segments.loosen;
  return [
    without,
    { kind: 'code', text: oneLine(clause, 120) },
    `${would}${words.segments.customers(count)}${how}`,
    { kind: 'code', text: oneLine(query, 300) },
  ];
}

function queryCode(query: string): Inline {
  return { kind: 'code', text: clip(query, QUERY_SHOWN) };
}

/** What a button's id can carry; a longer name has the commands. */
const BUTTON_NAME = /^[^|]{1,50}$/;

function segmentButtons({ segments }: Words, name: string | null): readonly Button[] {
  if (name === null || !BUTTON_NAME.test(name)) return [];
  return [
    { label: segments.membersButton, action: { name: 'segment.members', id: name } },
    { label: segments.changeButton, action: { name: 'segment.change', id: name } },
  ];
}

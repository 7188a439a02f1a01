// Segments as `--json` shows them: the keys of the contract.
import type { Estimate, KnownSegment } from '#engine/flows/segments.ts';
import type { Segment } from '#engine/segments/segment.ts';
import { topRowJson } from './customer-json.ts';

/** One segment; what only segments.yml has is of no version. */
export function segmentJson(segment: KnownSegment, members: number) {
  const { name, title, query, version, savedBy, savedAt } = segment;
  return { name, title, query, members, version, savedBy, savedAt };
}

/** One state of a segment that was saved. */
export function versionJson({ version, query, savedBy, savedAt }: Segment) {
  return { version, query, savedBy, savedAt };
}

/** `segment estimate`; `percent` of all customers has two decimals at most. */
export function estimateJson(estimate: Estimate) {
  const { segment, count, reachable, total, examples, hints, milliseconds } = estimate;
  return {
    name: segment.name,
    query: segment.query,
    count,
    total,
    percent: total === 0 ? 0 : Math.round((count / total) * 10_000) / 100,
    milliseconds,
    reachable,
    examples: examples.map(topRowJson),
    hints,
  };
}

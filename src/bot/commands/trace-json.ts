// An argued condition as `--json` shows it: what was missed in a few words, which are English for everybody.
import type { Trace } from '#engine/segments/trace.ts';
import { en } from '../words/en.ts';

/** The tree, each shortfall as a text. */
export function traceJson({ shortfall, children, ...leaf }: Trace): object {
  const said = typeof shortfall === 'object' ? en.segments.shortfall(shortfall) : shortfall;
  return {
    ...leaf,
    ...(said === undefined ? {} : { shortfall: said }),
    ...(children === undefined ? {} : { children: children.map(traceJson) }),
  };
}

// Steps of a reading picked out, and runs of plain words in them: what arguments are found by.
import type { Step } from '../cover.ts';
import type { Concept } from '../lexicon/phrases-en.ts';
import type { Asked, Found } from './slot.ts';

/** The first run of plain words that stands where it must. */
export function findRun(
  { steps, used }: Asked,
  stands: (before: Step | undefined, after: Step | undefined) => boolean,
  joint = ' ',
): Found | null {
  const free = steps.flatMap(({ part }, at) => (part.kind === 'word' && !used.has(at) ? [at] : []));
  for (const first of free) {
    if (free.includes(first - 1)) continue;
    const run = runFrom(free, first);
    const last = run.at(-1) ?? first;
    if (stands(steps[first - 1], steps[last + 1]))
      return { value: textOf(steps, run, joint), used: run };
  }
  return null;
}

/** How many runs of plain words there are. */
export function countRuns({ steps, used }: Asked): number {
  const free = steps.flatMap(({ part }, at) => (part.kind === 'word' && !used.has(at) ? [at] : []));
  return free.filter((at) => !free.includes(at - 1)).length;
}

function runFrom(free: readonly number[], first: number): readonly number[] {
  const run = [first];
  while (free.includes((run.at(-1) ?? first) + 1)) run.push((run.at(-1) ?? first) + 1);
  return run;
}

/** The run of plain words that ends with one. */
export function runEndingAt(
  _steps: readonly Step[],
  free: readonly number[],
  last: number,
): readonly number[] {
  const run = [last];
  while (free.includes((run[0] ?? last) - 1)) run.unshift((run[0] ?? last) - 1);
  return run;
}

/** A run's words as they were typed. */
export function textOf(steps: readonly Step[], run: readonly number[], joint = ' '): string {
  return run
    .flatMap((at) => {
      const part = steps[at]?.part;
      return part?.kind === 'word' ? [part.text] : [];
    })
    .join(joint);
}

/** The first step that is what is looked for. */
export function pick(
  steps: readonly Step[],
  used: ReadonlySet<number>,
  read: (step: Step, at: number) => string | null,
  cost = 0,
): Found | null {
  for (const [at, step] of steps.entries()) {
    if (used.has(at)) continue;
    const value = read(step, at);
    if (value !== null && value !== '') return { value, used: [at], cost };
  }
  return null;
}

/** Whether a step is a phrase of a concept. */
export function mentions(step: Step | undefined, concept: Concept): boolean {
  return step?.part.kind === 'phrase' && step.part.concepts.has(concept);
}

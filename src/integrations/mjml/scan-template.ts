// Reads the outline of a template, MJML with Liquid in it: what stands where, and what MJML would lose.

import type { TemplateFlaw } from '#engine/email/template-flaw.ts';

export type TemplateProblem = {
  /** Counted from the first line below the front matter; null when the fault is in the front matter. */
  readonly line: number | null;
  readonly flaw: TemplateFlaw;
};

/** What MJML drops silently when it stands between elements, and so needs <mj-raw> around it. */
type Scan = { readonly source: string; readonly problems: readonly TemplateProblem[] };

const TOKEN =
  /<!--[\s\S]*?-->|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<(\/?)(mj[a-z-]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'">])*>/g;
const CONTAINERS = new Set([
  'mj-body',
  'mj-wrapper',
  'mj-section',
  'mj-group',
  'mj-column',
  'mj-hero',
]);
/** Elements that hold other elements and no text of their own, in which nothing of Liquid survives. */
const STRUCTURE = new Set(['mjml', 'mj-head', 'mj-attributes']);

/**
 * Puts every Liquid tag that stands between MJML elements into <mj-raw>, where MJML leaves it alone (it drops text
 * there), so that merchants may write `{% if %}` around a section; and lists elements that do not pair up and Liquid
 * that would be lost. Line breaks stay where they are.
 */
export function scanTemplate(source: string): Scan {
  const open: { readonly name: string; readonly line: number }[] = [];
  const problems: TemplateProblem[] = [];
  const line = lineCounter(source);
  const wrapped = source.replace(
    TOKEN,
    (text, slash: string | undefined, name: string | undefined, offset: number) => {
      if (name !== undefined) {
        const problem = followElement(open, { text, name, closes: slash === '/' }, line(offset));
        if (problem !== null) problems.push(problem);
        return text;
      }
      return placeLiquid(text, open.at(-1)?.name ?? null, (flaw) =>
        problems.push({ line: line(offset), flaw }),
      );
    },
  );
  const unclosed = open.map(({ name, line }): TemplateProblem => {
    return { line, flaw: { reason: 'unclosed', tag: name } };
  });
  return { source: wrapped, problems: [...problems, ...unclosed] };
}

function followElement(
  open: { readonly name: string; readonly line: number }[],
  tag: { readonly text: string; readonly name: string; readonly closes: boolean },
  line: number,
): TemplateProblem | null {
  if (tag.name === 'mj-include') {
    return { line, flaw: { reason: 'include' } };
  }
  if (!tag.closes) {
    if (!tag.text.endsWith('/>')) open.push({ name: tag.name, line });
    return null;
  }
  const at = open.findLastIndex((element) => element.name === tag.name);
  if (at < 0) return { line, flaw: { reason: 'closes-nothing', tag: tag.name } };
  const skipped = open.splice(at).at(1);
  return skipped === undefined
    ? null
    : { line: skipped.line, flaw: { reason: 'unclosed', tag: skipped.name } };
}

function placeLiquid(
  text: string,
  parent: string | null,
  report: (flaw: TemplateFlaw) => void,
): string {
  if (text.startsWith('<!--')) return text;
  if (parent !== null && CONTAINERS.has(parent)) {
    if (text.startsWith('{%')) return `<mj-raw>${text}</mj-raw>`;
    report({ reason: 'between-elements', text });
  } else if (parent === null || STRUCTURE.has(parent)) {
    report({ reason: 'no-effect', text });
  }
  return text;
}

/** Line numbers of ascending offsets, counted once along the text. */
function lineCounter(source: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    for (; at < offset; at += 1) if (source[at] === '\n') line += 1;
    return line;
  };
}

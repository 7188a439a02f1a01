// What a reader without HTML gets from a mail, and every address it points to.
import { Parser } from 'htmlparser2';

export type HtmlReading = {
  /** Plain text: blank lines between blocks, a link as "label (url)". */
  readonly text: string;
  /** Every `href` and `src`, in order. */
  readonly addresses: readonly string[];
};

type OpenLink = { readonly href: string; readonly start: number };

const SKIPPED = new Set(['head', 'style', 'script', 'title', 'template']);
const BLOCKS = new Set(['p', 'tr', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'blockquote']);
const LINES = new Set(['div', 'li', 'br', 'hr']);

/** Reads HTML once, from front to back; comments (Outlook's conditions) and hidden parts are left out of the text. */
export function readHtml(html: string): HtmlReading {
  const addresses: string[] = [];
  const links: OpenLink[] = [];
  let text = '';
  let depth = 0;
  let hiddenAt: number | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      const { href, src, style = '', alt = '' } = attributes;
      for (const address of [href, src]) if (address !== undefined) addresses.push(address);
      if (hiddenAt === null && isHidden(name, style)) hiddenAt = depth;
      if (hiddenAt !== null) return;
      text += breakBefore(name);
      if (name === 'a') links.push({ href: href ?? '', start: text.length });
      if (name === 'img') text += alt;
    },
    ontext(data) {
      if (hiddenAt === null) text += data.replace(/\s+/g, ' ');
    },
    onclosetag(name) {
      if (hiddenAt === null) {
        if (name === 'a') text = closeLink(text, links.pop());
        if (name !== 'br' && name !== 'li') text += breakAfter(name);
      }
      if (hiddenAt === depth) hiddenAt = null;
      depth -= 1;
    },
  });
  parser.end(html);
  return { text: tidy(text), addresses };
}

function isHidden(name: string, style: string): boolean {
  return SKIPPED.has(name) || /display:\s*none/.test(style);
}

function breakBefore(name: string): string {
  if (name === 'li') return '\n- ';
  if (name === 'td' || name === 'th') return ' ';
  return breakAfter(name);
}

function breakAfter(name: string): string {
  if (BLOCKS.has(name)) return '\n\n';
  return LINES.has(name) ? '\n' : '';
}

function closeLink(text: string, link: OpenLink | undefined): string {
  if (link === undefined || link.href === '') return text;
  const label = text.slice(link.start).replace(/\s+/g, ' ').trim();
  const address = link.href.replace(/^(mailto|tel):/, '');
  const shown = label === '' || label === address ? address : `${label} (${address})`;
  return text.slice(0, link.start) + shown;
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim());
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

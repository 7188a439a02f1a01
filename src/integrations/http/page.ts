// The plain HTML page a customer sees: works without a script, in light and dark, on any screen.
import { createHash } from 'node:crypto';
import type { HttpResponse } from '#engine/ports/http.ts';
import { escapeHtml } from '../escape-html.ts';

/** `main` is HTML already, its data escaped; everything else is text. */
export type Page = {
  readonly status: number;
  readonly language: string;
  readonly shopName: string;
  readonly title: string;
  readonly main: string;
};

const STYLE = `
:root { color-scheme: light dark; --page: #f4f1ea; --card: #fff; --ink: #33302b; --soft: #6b665c; --line: #8c8678; --accent: #23508f; --on-accent: #fff; --wrong: #a3231c; }
@media (prefers-color-scheme: dark) {
  :root { --page: #191814; --card: #25231e; --ink: #f1ede4; --soft: #b5afa3; --line: #8f897c; --accent: #a9c8f5; --on-accent: #14202f; --wrong: #ffb4a9; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px 48px; background: var(--page); color: var(--ink); font: 17px/1.55 system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
.shop { max-width: 560px; margin: 0 auto 16px; padding: 0 4px; color: var(--soft); font-weight: 700; }
main { max-width: 560px; margin: 0 auto; padding: 32px 28px; background: var(--card); border-radius: 14px; }
h1 { margin: 0 0 12px; font: 700 1.7em/1.25 Georgia, 'Times New Roman', serif; }
p { margin: 0 0 16px; }
fieldset { margin: 0 0 24px; padding: 0; border: 0; }
legend, .label { display: block; margin: 0 0 8px; padding: 0; font-weight: 600; }
.soft { color: var(--soft); font-weight: 400; }
.choice { display: flex; gap: 12px; align-items: center; min-height: 48px; margin: 0 0 8px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.scores { display: flex; flex-wrap: wrap; gap: 8px; }
.scores .choice { gap: 8px; margin: 0; padding: 8px 10px; }
input { width: 20px; height: 20px; margin: 0; flex: none; accent-color: var(--accent); }
.line { width: 100%; height: auto; min-height: 48px; margin: 0 0 24px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; font: inherit; }
textarea { display: block; width: 100%; min-height: 120px; padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: transparent; color: inherit; font: inherit; }
button { width: 100%; min-height: 52px; margin: 16px 0 0; padding: 12px 20px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
:is(input, textarea, button):focus-visible, .choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.wrong { padding: 12px 14px; border: 1px solid var(--wrong); border-radius: 8px; color: var(--wrong); }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Nothing runs, nothing is loaded, nobody frames, remembers or lists the page, and no link of it tells where it was. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The page as an answer, with every header it needs. */
export function answerPage(page: Page): HttpResponse {
  const title = escapeHtml(page.title);
  const shop = escapeHtml(page.shopName);
  const body = `<!doctype html>
<html lang="${escapeHtml(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · ${shop}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="shop" dir="auto">${shop}</header>
<main>
<h1>${title}</h1>
${page.main}
</main>
</body>
</html>
`;
  return { status: page.status, headers: HEADERS, body };
}

/** A paragraph of text, whichever way it is written. */
export function paragraph(text: string): string {
  return `<p dir="auto">${escapeHtml(text)}</p>`;
}

/** What went wrong, read out at once by a screen reader. */
export function warning(text: string): string {
  return `<p class="wrong" role="alert">${escapeHtml(text)}</p>`;
}

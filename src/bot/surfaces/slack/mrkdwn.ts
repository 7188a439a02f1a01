// Slack's own text format: what is escaped on the way out, and decoded on the way in.

/** Text for a mrkdwn or `text` position: no mention, link or entity can come out of it. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An instant in each reader's own zone and words. */
export function dateToken(seconds: number, format: string, fallback: string): string {
  return `<!date^${seconds}^${format}|${escapeMrkdwn(fallback)}>`;
}

/** What somebody typed behind a slash command sent with `should_escape`, back as they meant it; `nameOf` names people. */
export function decodeTyped(text: string, nameOf: (userId: string) => string | null): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => decodeToken(inner, nameOf))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function decodeToken(inner: string, nameOf: (userId: string) => string | null): string {
  const [target = '', label] = inner.split('|', 2);
  if (target.startsWith('@')) return nameOf(target.slice(1)) ?? target.slice(1);
  if (target.startsWith('#')) return target.slice(1);
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`;
  return target.replace(/^(mailto|tel):/, '');
}

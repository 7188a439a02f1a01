// Slack's own text format: what is escaped on the way out, and decoded on the way in.

/** Text for a mrkdwn or `text` position: no mention, link or entity can come out of it. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An instant in each reader's own zone and words. */
export function dateToken(seconds: number, format: string, fallback: string): string {
  return `<!date^${seconds}^${format}|${escapeMrkdwn(fallback)}>`;
}

/** What people and channels are called here, by their ids in Slack; null of those that the team does not name. */
export type Names = {
  readonly nameOf: (userId: string) => string | null;
  readonly purposeOf: (channelId: string) => string | null;
};

/**
 * What somebody typed, back as they meant it: people and channels as the team calls them, addresses and links as their
 * text, and what Slack escapes as itself (formatting message text, docs.slack.dev).
 */
export function decodeTyped(text: string, names: Names): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => decodeToken(inner, names))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

function decodeToken(inner: string, { nameOf, purposeOf }: Names): string {
  const [target = '', said = ''] = inner.split('|', 2);
  const [mark, id] = [target.charAt(0), target.slice(1)];
  if (mark === '@') return nameOf(id) ?? (said || id);
  if (mark === '#') return purposeOf(id) ?? (said || id);
  if (mark === '!') return said || `@${id}`;
  return said || target.replace(/^(mailto|tel):/, '');
}

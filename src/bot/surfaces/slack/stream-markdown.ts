// A model's words as Markdown that shows them as they are: streams take nothing else.

/**
 * Text for a stream, which Slack reads as standard Markdown: what would be markup is escaped, what could call somebody is
 * an entity, and a line ends where it ends. What is shown of a longer text begins with what is shown of its beginning.
 */
export function toStreamMarkdown(text: string): string {
  return text
    .replace(/[\\`*_~[\]|#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^([ \t]*)([-+])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2')
    .replace(/(?<!\n)\n(?!\n)/g, '  \n');
}

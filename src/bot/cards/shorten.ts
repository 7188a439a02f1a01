// Texts of customers cut to a size that a card can bear; the whole text stays in storage and in `--json`.

/** The most lines that one text of a customer takes on a card, so that the buttons stay in sight. */
export const LINES_LIMIT = 10;

/** The longest text in one piece of a card, in characters. */
const TEXT_LIMIT = 1500;

/** At most `max` characters, never half of one; what is cut off is marked with an ellipsis. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}

/** The text on one line, clipped: names, subjects, titles. */
export function oneLine(text: string, max = 80): string {
  const spaced = text
    .slice(0, max * 8)
    .replace(/\s+/gu, ' ')
    .trim();
  return clip(spaced, max);
}

/** The text on few lines, clipped: notes, reasons, mails. */
export function fewLines(text: string, max = TEXT_LIMIT): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept = lines.slice(0, LINES_LIMIT).join('\n');
  return clip(lines.length > LINES_LIMIT ? `${kept}\n…` : kept, max);
}

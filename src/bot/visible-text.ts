// Text as it may be shown to a person: what cannot be seen or turns the reading order is spelled out.

/**
 * Control, bidirectional and invisible characters as `⟨U+202E⟩`, so that what is shown is what is stored. Line breaks
 * and tabs stay, and so do the joiners, selectors and tags that belong to an emoji or to a script that needs them:
 * emoji families and Persian or Hindi names come through unchanged. Lone surrogates become U+FFFD.
 */
export function visibleText(text: string): string {
  const wellFormed = text.toWellFormed().replaceAll('\r\n', '\n');
  return wellFormed.replace(HIDDEN, (run: string, offset: number) => {
    const before = wellFormed.slice(Math.max(0, offset - NEIGHBOURS), offset);
    const after = wellFormed.slice(offset + run.length, offset + run.length + NEIGHBOURS);
    return belongsToWriting(run, before, after) ? run : spellOut(run);
  });
}

/** The first lines of a text; more than `limit` end in a line with an ellipsis. */
export function firstLines(text: string, limit: number): string {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.length <= limit ? lines.join('\n') : [...lines.slice(0, limit), '…'].join('\n');
}

/** Controls but tab and line feed, format characters, line separators, and all that Unicode says to draw as nothing. */
const HIDDEN = /(?:(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029\p{Default_Ignorable_Code_Point}])+/gu;

/** How much of the text around a character decides about it; more would make long texts slow. */
const NEIGHBOURS = 8;

const EMOJI_END = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\ufe0f\u20e3])$/u;
const EMOJI_START = /^\p{Extended_Pictographic}/u;
/** Scripts in which a joiner or non-joiner between two letters changes the spelling. */
const JOINED_SCRIPTS =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}' +
  '\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}';
const JOINED_END = new RegExp(`[${JOINED_SCRIPTS}]$`, 'u');
const JOINED_START = new RegExp(`^[${JOINED_SCRIPTS}]`, 'u');

function belongsToWriting(run: string, before: string, after: string): boolean {
  if (run === '\u200d' || run === '\u200c') {
    const joinsLetters = JOINED_END.test(before) && JOINED_START.test(after);
    return joinsLetters || (run === '\u200d' && EMOJI_END.test(before) && EMOJI_START.test(after));
  }
  if (run === '\ufe0f' || run === '\ufe0e') return /[\p{Emoji}]$/u.test(before);
  if (run === '\ufe0f\u200d') return /[\p{Emoji}]$/u.test(before) && EMOJI_START.test(after);
  if (/^[\u{e0100}-\u{e01ef}]$/u.test(run)) return /\p{Script=Han}$/u.test(before);
  return /^[\u{e0020}-\u{e007e}]+\u{e007f}$/u.test(run) && before.endsWith('\u{1f3f4}');
}

function spellOut(run: string): string {
  return Array.from(run, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  }).join('');
}

// Whom a message in chat is about: the e-mail address or the order number that stands in it.

/** A text that `customer show` understands, or null when none stands in the message. */
export function customerMentioned(message: string): string | null {
  const said = withoutTokens(message);
  return EMAIL.exec(said)?.[0] ?? ORDER.exec(said)?.[1] ?? HASH.exec(said)?.[1] ?? null;
}

/** The words alone: no mentions, emoji and instants of a platform, no addresses of pages, no escaped characters. */
function withoutTokens(message: string): string {
  return message
    .replace(/<mailto:([^|<>]*)(?:\|[^<>]*)?>/g, ' $1 ')
    .replace(/<(?:https?|tel):[^|<>]*\|([^<>]*)>/g, ' $1 ')
    .replace(/<(?:[@#!/:]|(?:a|t|id|tel|https?):)[^<>\n]*>/g, ' ')
    .replace(/https?:\/\/[^\s<>]*/gi, ' ')
    .replace(/&(?:#x?[\da-f]{1,6}|[a-z]{2,8});/gi, ' ');
}

/** As people write them in a sentence; whether the address exists is not asked. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;

/** What has a number; whoever wants "to order 3" names none. */
const NOUN = String.raw`(?:(?<!\bto\s)\border|\bbestellung|\bauftrag)`;
const NUMBER = String.raw`(?:no|nr|number|nummer|id)\b`;
/** "order number is", "Bestellung mit der Nummer", "Bestellnr.". */
const NUMBERED = String.raw`(?:${NOUN}[\s:]{0,4}(?:mit\s+der\s+|with\s+(?:the\s+)?)?|\b(?:bestell|auftrags|order)-?)${NUMBER}\.?(?:\s+(?:is|was|ist|war|lautet)\b)?`;
const BETWEEN = String.raw`(?:\s|[:#])[\s:#]{0,4}`;
const ID = String.raw`([a-z]{0,4}-?\d(?:[\w-]{0,20}\w)?)`;

/** "order 7", "order no. R-1054-X", "Bestellung 1054", "order number is 1054". */
const ORDER = new RegExp(`(?:${NUMBERED}|${NOUN}\\b)${BETWEEN}${ID}`, 'i');

/** "#1054": of one digit it is a rank, more often than not. */
const HASH = /(?<![\w/])#([a-z]{0,4}-?\d(?:[\w-]{0,20}\w))/i;

// Whom a message in chat is about: the e-mail address or the order number that stands in it.

/** A text that `customer show` understands, or null when none stands in the message. */
export function customerMentioned(message: string): string | null {
  return EMAIL.exec(message)?.[0] ?? ORDER.exec(message)?.[1] ?? null;
}

/** As people write them in a sentence; whether the address exists is not asked. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;

/** "#1054", "order 1054", "order no. R-1054-X". */
const ORDER = /(?:#|\border(?:\s+(?:no\.?|number|#))?\s*[:#]?\s*)([A-Za-z]{0,4}-?\d[\w-]{1,20})/i;

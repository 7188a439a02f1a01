// By what somebody can be written to or called: how addresses and numbers look in a text.

/** Its parts are as long as RFC 5321 allows them; without bounds a long text without an @ would take its length squared. */
export const ADDRESS =
  /[^\s"'(),:;<>@[\]\\|]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

/** What may be a number to call: it begins as one that is dialled, `+`, `00`, `0` or `(`; `isPhone` says whether it is. */
export const PHONE = /(?<![\p{L}\p{N}.,#_/-])(?:\+|0|\(0?\d)[\d ()/.-]{6,22}\d(?![\p{L}\p{N}_-])/gu;

const PHONE_DIGITS = 8;

/** At least eight digits, so that no order number is taken for one, and no day. */
export function isPhone(found: string): boolean {
  const digits = found.replace(/\D/g, '');
  return digits.length >= PHONE_DIGITS && digits.length <= 15 && !isDay(found);
}

/** Whether a text says how somebody can be reached. */
export function saysContact(text: string): boolean {
  return text.match(ADDRESS) !== null || (text.match(PHONE) ?? []).some(isPhone);
}

/** "01.02.2026" and "03/04/2026 10" are days, not numbers to call. */
function isDay(found: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-]\d{4}\b/.test(found);
}

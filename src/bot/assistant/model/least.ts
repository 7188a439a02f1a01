// What of a result is a model's business at all: texts and figures, without markup, links, and keys that open something.
import { maskCode } from '#engine/discounts/discount.ts';
import { withoutPages } from './links.ts';

/** A mail's markup says what its text says; a token is a person's key; a file is for who downloads it. */
const LEFT_OUT = /^(?:html|csv)$|token|secret|password/i;

/** As `newDiscountCode` writes them. */
const OWN_CODE =
  /(?<![\p{L}\p{N}_-])[\p{L}\p{N}][\p{L}\p{N}_-]{0,40}-[0-9A-HJKMNP-TV-Z]{12}(?![\p{L}\p{N}])/gu;

/** The same data without what only its reader or its customer is to have; of a code stays what it ends in. */
export function toLeast(value: unknown, key = ''): unknown {
  if (typeof value === 'string')
    return key === 'discountCodes'
      ? maskCode(value)
      : withoutPages(value).replace(OWN_CODE, maskCode);
  if (Array.isArray(value)) return value.map((one) => toLeast(one, key));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) =>
      LEFT_OUT.test(name) ? [] : [[name, toLeast(held, name)]],
    ),
  );
}

// What a teammate types about customers, read: a tag, the name of an attribute, a level of the loyalty list.
import { UserError } from '../errors.ts';

const LONGEST_TAG = 255;

/** A tag without the space around it. Throws UserError (`invalid`) for what is none: shops keep tags between commas. */
export function readTag(typed: string): string {
  const tag = typed.trim();
  if (tag === '' || tag.length > LONGEST_TAG || /[,\p{Cc}]/u.test(tag)) {
    throw new UserError({
      code: 'invalid',
      field: 'tag',
      reason: 'tag',
      longest: LONGEST_TAG,
    });
  }
  return tag;
}

/** The name of an attribute. Throws UserError (`invalid`) for a name that conditions could not ask for. */
export function readAttributeName(typed: string): string {
  if (/^[a-z][a-z0-9_]{0,63}$/.test(typed)) return typed;
  throw new UserError({
    code: 'invalid',
    field: 'name',
    reason: 'attribute-name',
    example: 'favourite_genre',
  });
}

/** What is typed in the place of a level to let the spend decide. */
export const RELEASE_WORD = 'auto';

/**
 * The level as the list writes it, upper and lower case alike; null for `auto`, which holds nobody anywhere. Throws
 * UserError (`invalid`) for one that is not on the list.
 */
export function readTier(levels: readonly string[], typed: string): string | null {
  const wanted = typed.trim().toLowerCase();
  if (wanted === RELEASE_WORD) return null;
  const tier = levels.find((level) => level.toLowerCase() === wanted);
  if (tier !== undefined) return tier;
  throw new UserError({
    code: 'invalid',
    field: 'tier',
    reason: 'no-tier',
    typed,
    choices: [...levels, RELEASE_WORD],
  });
}

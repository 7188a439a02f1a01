// How a tag is written, and whether a customer has it.
import { z } from 'zod';
import type { Profile } from '../customers/profile.ts';
import { as } from '../flaw.ts';

/**
 * A tag: shops keep tags as one comma-separated text, so it has no comma and no line break; Shopify takes 255
 * characters (Admin GraphQL, `tagsAdd`).
 */
export const TagName = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .regex(/^[^,\p{Cc}]+$/u, as('comma'));

/** Whether the customer has this tag, upper and lower case alike, as shops compare tags. */
export function hasTag(profile: Pick<Profile, 'tags'>, tag: string): boolean {
  return findTag(profile, tag) !== null;
}

/** The tag as the customer has it, or null. */
export function findTag(profile: Pick<Profile, 'tags'>, tag: string): string | null {
  const wanted = tag.toLowerCase();
  return profile.tags.find((candidate) => candidate.toLowerCase() === wanted) ?? null;
}

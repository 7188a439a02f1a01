// Tags of Shopify's customers, and the group of a customer, which in Shopify is a tag.
import type { ShopAnswer } from '#engine/ports/shop.ts';
import { AddTagsAnswer, CustomerTagsAnswer, RemoveTagsAnswer } from './answers.ts';
import type { AdminApi } from './graphql.ts';
import { ADD_TAGS, CUSTOMER_TAGS, REMOVE_TAGS } from './queries.ts';
import { refuse, toGid } from './refusals.ts';

/** Puts a tag on a customer. */
export async function addTag(api: AdminApi, customerRef: string, tag: string): Promise<ShopAnswer> {
  const variables = { id: toGid('Customer', customerRef), tags: [tag] };
  const call = { name: 'AddTags', document: ADD_TAGS, variables, answer: AddTagsAnswer };
  refuse('AddTags', await api.write(call, true), 422);
  return { kind: 'done', ref: variables.id };
}

/** Takes a tag off a customer. */
export async function removeTag(
  api: AdminApi,
  customerRef: string,
  tag: string,
): Promise<ShopAnswer> {
  const variables = { id: toGid('Customer', customerRef), tags: [tag] };
  const call = { name: 'RemoveTags', document: REMOVE_TAGS, variables, answer: RemoveTagsAnswer };
  refuse('RemoveTags', await api.write(call, true), 422);
  return { kind: 'done', ref: variables.id };
}

/** What the tag of a group begins with: Shopify has no groups, but segments, discounts and themes that ask for tags. */
const GROUP = 'group:';

/** Puts `group:<name>` on a customer and takes every other such tag off. */
export async function setGroup(
  api: AdminApi,
  customerRef: string,
  group: string | null,
): Promise<ShopAnswer> {
  const id = toGid('Customer', customerRef);
  const variables = { id };
  const name = 'CustomerTags';
  const read = { name, document: CUSTOMER_TAGS, variables, answer: CustomerTagsAnswer };
  const tags = (await api.read(read)).customer?.tags ?? [];
  const wanted = group === null ? null : `${GROUP}${group}`;
  const others = tags.filter(
    (tag) => tag.toLowerCase().startsWith(GROUP) && tag.toLowerCase() !== wanted?.toLowerCase(),
  );
  for (const tag of others) await removeTag(api, customerRef, tag);
  return wanted === null ? { kind: 'done', ref: id } : addTag(api, customerRef, wanted);
}

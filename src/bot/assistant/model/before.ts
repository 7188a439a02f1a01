// What a model is told of a conversation before a question: whom and what it was about, in handles.
import { displayName } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { asId } from '#engine/ids.ts';
import type { Conversation } from '#engine/ports/assistant-records.ts';
import type { Masker } from './masker.ts';

const CUSTOMER = /cus_\w+/g;

/** The sentence as the model gets it, below what was spoken of before; with nothing above it where it is the first. */
export async function tellBefore(
  { storage }: Pick<Deps, 'storage'>,
  masker: Masker,
  { customerId, people, things, rows, exchanges }: Conversation,
  sentence: string,
): Promise<string> {
  const told = exchanges.map(({ asked, answered }) => `${asked} ${answered}`);
  const ids = [customerId ?? '', ...rows, ...told].flatMap((text) => text.match(CUSTOMER) ?? []);
  const handles = new Map<string, Person | null>();
  for (const id of new Set(ids)) handles.set(id, await handleOf({ storage }, masker, id));
  const named = (text: string) => text.replace(CUSTOMER, (id) => handles.get(id)?.who ?? '[…]');
  const before = {
    ...(customerId === null ? {} : { customer: handles.get(customerId) ?? null }),
    ...(people === null ? {} : { query: masker.hide(people) }),
    ...(Object.keys(things).length === 0 ? {} : { things }),
    ...(rows.length === 0 ? {} : { list: rows.map((id) => handles.get(id) ?? { id }) }),
    ...(exchanges.length === 0
      ? {}
      : {
          earlier: exchanges.map(({ asked, answered }) => ({
            asked: named(masker.hide(asked)),
            answered: named(masker.hide(answered)),
          })),
        }),
  };
  const said = masker.hide(sentence);
  return Object.keys(before).length === 0 ? said : `${JSON.stringify({ data: before })}\n\n${said}`;
}

/** Somebody as a model may name them. */
type Person = { readonly who: string; readonly name: string };

async function handleOf(
  { storage }: Pick<Deps, 'storage'>,
  masker: Masker,
  id: string,
): Promise<Person | null> {
  const profile = await storage.customers.get(asId('customer', id));
  if (profile === null) return null;
  masker.know(profile);
  return {
    who: profile.email === null ? profile.id : masker.hide(profile.email),
    name: masker.hide(displayName(profile)),
  };
}

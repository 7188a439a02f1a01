// What shops and the team say of a customer, kept so that the order of arrival does not matter: the newest word on each thing wins.
import type { AttributeValue, CustomerFacts } from '../events/shop-event.ts';
import type { KnownFacts, Said, TagSaid } from './known.ts';
import type { Profile } from './profile.ts';

const PLAIN = [
  'email',
  'phone',
  'firstName',
  'lastName',
  'birthday',
  'country',
  'region',
  'city',
  'locale',
  'timezone',
] as const;

const LISTED = ['attributes', 'tags', 'addTags', 'removeTags'] as const;

/** The profile after a shop said these facts at an instant; `source` names the event, for consent. */
export function applyFacts(
  profile: Profile,
  facts: CustomerFacts,
  said: { readonly at: Date; readonly by: string; readonly source: string },
): Profile {
  const known = saysOfPerson(facts) ? sayFacts(profile.known, facts, said) : profile.known;
  const created = facts.createdAt ?? said.at;
  return {
    ...(known === profile.known ? profile : readOff(profile, known)),
    addedAt: created < profile.addedAt ? created : profile.addedAt,
    emailConsent: newerConsent(profile.emailConsent, facts.emailConsent, said),
    smsConsent: newerConsent(profile.smsConsent, facts.smsConsent, said),
  };
}

/** Most events name their customer and say no more: nothing has to be read off anew. */
function saysOfPerson(facts: CustomerFacts): boolean {
  return (
    PLAIN.some((name) => facts[name] !== undefined) ||
    LISTED.some((name) => facts[name] !== undefined)
  );
}

function sayFacts(
  known: KnownFacts,
  facts: CustomerFacts,
  said: { readonly at: Date; readonly by: string },
): KnownFacts {
  const fields = { ...known.fields };
  for (const name of PLAIN) {
    const value = facts[name];
    if (value !== undefined) sayField(fields, name, { value, at: said.at, by: said.by });
  }
  for (const [name, value] of Object.entries(facts.attributes ?? {}))
    sayField(fields, `attributes.${name}`, { value, at: said.at, by: said.by });
  return { ...known, fields, ...sayTags(known, facts, said) };
}

/** The profile after the team (or an automation) added or removed a tag. */
export function sayTag(profile: Profile, tag: string, present: boolean, at: Date): Profile {
  const tags = { ...profile.known.tags, [tag.toLowerCase()]: { tag, present, at, by: 'team' } };
  return readOff(profile, { ...profile.known, tags });
}

/** The profile after the team set an attribute; null takes it away. */
export function sayAttribute(
  profile: Profile,
  name: string,
  value: AttributeValue | null,
  at: Date,
): Profile {
  const fields = { ...profile.known.fields, [`attributes.${name}`]: { value, at, by: 'team' } };
  return readOff(profile, { ...profile.known, fields });
}

function sayField(fields: Record<string, Said>, name: string, next: Said): void {
  const before = fields[name];
  const tied = before !== undefined && before.at.getTime() === next.at.getTime();
  if (before === undefined || before.at < next.at || (tied && outranks(next.value, before.value)))
    fields[name] = next;
}

/** Of two words at one instant the same one must win whichever came first. */
function outranks(a: AttributeValue | null, b: AttributeValue | null): boolean {
  if (a === null || b === null) return b === null;
  return String(a) > String(b);
}

function sayTags(
  known: KnownFacts,
  facts: CustomerFacts,
  said: { readonly at: Date; readonly by: string },
): Pick<KnownFacts, 'tags' | 'lists'> {
  const tags = { ...known.tags };
  for (const tag of facts.addTags ?? [])
    sayOneTag(tags, { tag, present: true, at: said.at, by: said.by });
  for (const tag of facts.removeTags ?? [])
    sayOneTag(tags, { tag, present: false, at: said.at, by: said.by });
  const list = known.lists[said.by];
  if (facts.tags === undefined || (list !== undefined && list.at >= said.at))
    return { tags, lists: known.lists };
  return { tags, lists: { ...known.lists, [said.by]: { at: said.at, tags: facts.tags } } };
}

function sayOneTag(tags: Record<string, TagSaid>, next: TagSaid): void {
  const before = tags[next.tag.toLowerCase()];
  if (
    before === undefined ||
    before.at < next.at ||
    (before.at.getTime() === next.at.getTime() && next.present && !before.present)
  ) {
    tags[next.tag.toLowerCase()] = next;
  }
}

function readOff(profile: Profile, known: KnownFacts): Profile {
  const text = (name: string) => {
    const value = known.fields[name]?.value ?? null;
    return value === null ? null : String(value);
  };
  const attributes = Object.entries(known.fields).flatMap(([name, { value }]) =>
    name.startsWith('attributes.') && value !== null
      ? [[name.slice('attributes.'.length), value] as const]
      : [],
  );
  return {
    ...profile,
    known,
    email: text('email'),
    phone: text('phone'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    birthday: text('birthday'),
    country: text('country'),
    region: text('region'),
    city: text('city'),
    locale: text('locale'),
    timezone: text('timezone'),
    attributes: Object.fromEntries(attributes.sort(([a], [b]) => (a < b ? -1 : 1))),
    tags: presentTags(known),
  };
}

/** A tag is there when the newest word on it says so: a single word, or a shop's whole list that is newer than it. */
function presentTags(known: KnownFacts): readonly string[] {
  const present = new Map<string, string>();
  for (const [by, list] of Object.entries(known.lists)) {
    for (const tag of list.tags) {
      const single = known.tags[tag.toLowerCase()];
      if (single === undefined || single.at < list.at || (single.by !== by && single.present))
        present.set(tag.toLowerCase(), tag);
    }
  }
  for (const [key, single] of Object.entries(known.tags)) {
    const list = known.lists[single.by];
    if (single.present && (list === undefined || list.at <= single.at))
      present.set(key, single.tag);
  }
  return [...present.values()].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function newerConsent(
  before: Profile['emailConsent'],
  state: CustomerFacts['emailConsent'],
  said: { readonly at: Date; readonly source: string },
): Profile['emailConsent'] {
  if (state === undefined || (before.at !== null && before.at > said.at)) return before;
  const stricter = before.at?.getTime() === said.at.getTime() && before.state !== 'subscribed';
  if (stricter && state === 'subscribed') return before;
  return { state, at: said.at, source: said.source };
}

/** What was said of two records, as if all of it had been said of one. Which of them comes first changes nothing. */
export function joinKnown(one: KnownFacts, other: KnownFacts): KnownFacts {
  const fields = { ...one.fields };
  for (const [name, said] of Object.entries(other.fields)) sayField(fields, name, said);
  const tags = { ...one.tags };
  for (const said of Object.values(other.tags)) sayOneTag(tags, said);
  const lists = { ...one.lists };
  for (const [by, list] of Object.entries(other.lists)) {
    const known = lists[by];
    if (known === undefined || known.at < list.at) lists[by] = list;
  }
  const awaited = [...new Set([...(one.awaited ?? []), ...(other.awaited ?? [])])].sort();
  return { fields, tags, lists, ...(awaited.length === 0 ? {} : { awaited }) };
}

/** What the team said, without what any shop said: where a rebuild starts. */
export function onlyTeamSaid(profile: Profile): Profile {
  const { fields, tags } = profile.known;
  const known = {
    ...profile.known,
    fields: Object.fromEntries(Object.entries(fields).filter(([, said]) => said.by === 'team')),
    tags: Object.fromEntries(Object.entries(tags).filter(([, said]) => said.by === 'team')),
    lists: {},
  };
  return readOff(profile, known);
}

// People in what was said: a segment, a query, those who were spoken of before, or only some of them.
import type { Step } from '../cover.ts';
import { PRODUCTS_APART } from '../names.ts';
import { mentions, pick } from './runs.ts';
import type { Asked, Found } from './slot.ts';

/** A segment or a query; else, by a pronoun, the people of the sentence before. */
export function findPeople({ steps, used, spoken }: Asked): Found | null {
  const said = pick(steps, used, ({ part }) => {
    if (part.kind === 'people')
      return part.narrows === true ? narrow(spoken, part.query) : part.query;
    return part.kind === 'name' && part.of === 'segment' ? part.value : null;
  });
  if (said !== null) return said;
  return steps.some((step) => mentions(step, 'them')) ? findSpokenPeople({ spoken }) : null;
}

/** Whoever was just spoken of. */
export function findSpokenPeople({ spoken }: Pick<Asked, 'spoken'>): Found | null {
  return spoken.people === null || spoken.last !== 'people'
    ? null
    : { value: spoken.people, used: [] };
}

/** "Only the ones from Germany": those of the people before of whom that is said, too. */
function narrow({ people, last }: Asked['spoken'], query: string): string | null {
  if (people === null || last !== 'people' || !isQuery(people)) return null;
  return [people, query].map(grouped).join(' AND ');
}

function isQuery(people: string): boolean {
  return / (?:[<>=]|!=|CONTAINS|MATCHES|BETWEEN|IS|NOT) ?/.test(people);
}

function grouped(query: string): string {
  return / OR /.test(query.replace(/\([^()]*\)/g, '')) ? `(${query})` : query;
}

/** "And in Hamburg?": the people before, with the one thing of that kind exchanged. */
export function findSwapped({ steps, used, spoken }: Asked): Found | null {
  const { people, last } = spoken;
  if (people === null || last !== 'people') return null;
  return pick(steps, used, (step) => swap(people, step));
}

/** What stands where such a thing is said; its value stands in the last quotes. */
const PLACES: Readonly<Record<string, RegExp>> = {
  city: /customer_cities (?:NOT )?CONTAINS '[^']*'/g,
  country: /customer_countries (?:NOT )?CONTAINS '[^']*'/g,
  tag: /customer_tags (?:NOT )?CONTAINS '[^']*'/g,
  tier: /tier !?= '[^']*'/g,
  product: /\(id = '[^']*'/g,
};

function swap(people: string, { part }: Step): string | null {
  if (part.kind !== 'name') return null;
  const found = people.match(PLACES[part.of] ?? /^$/g) ?? [];
  const [place] = found;
  const isOne = !/['\\|]/.test(part.value) && !part.value.includes(PRODUCTS_APART);
  if (place === undefined || found.length > 1 || !isOne) return null;
  return people.replace(
    place,
    place.replace(/'[^']*'$/, () => `'${part.value}'`),
  );
}

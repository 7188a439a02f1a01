// Countries, languages and cities, as people speak of them: names that a sentence may know without any customer.
import type { Deps } from '#engine/deps.ts';
import { CUSTOMER_FIELDS } from '#engine/segments/fields.ts';
import { KNOWN_CITIES } from './lexicon/known-cities.ts';
import { fold, type PlaybookName, runsOf, spell } from './name.ts';

const LANGUAGES = ['en', 'de'] as const;

/** What the runtime has a name for and nobody lives in. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);

/** What is from a country, as people say it: "German customers", "deutsche Kunden". */
const PEOPLES: readonly (readonly [code: string, words: string])[] = [
  ['DE', 'german germans deutsche deutschen deutscher'],
  ['AT', 'austrian austrians oesterreichische oesterreichischen oesterreicher'],
  ['CH', 'swiss schweizer schweizerische schweizerischen'],
  ['FR', 'french franzoesische franzoesischen franzosen'],
  ['IT', 'italian italians italienische italienischen italiener'],
  ['ES', 'spanish spaniards spanische spanischen spanier'],
  ['NL', 'dutch niederlaendische niederlaendischen hollaendische hollaendischen'],
  ['GB', 'british englische britische britischen'],
  ['US', 'american americans amerikanische amerikanischen amerikaner'],
  ['DK', 'danish daenische daenischen'],
  ['SE', 'swedish schwedische schwedischen'],
  ['PL', 'polish polnische polnischen'],
];

/** Fields, countries and languages have the same names everywhere. */
export const EVERYWHERE: readonly PlaybookName[] = [
  ...CUSTOMER_FIELDS.flatMap(({ name }) => spell('field', name)),
  ...LANGUAGES.flatMap((language) => spellCodes('country', language, 'region', countryCodes())),
  ...LANGUAGES.flatMap((language) =>
    spellCodes('language', language, 'language', [
      'de',
      'en',
      'fr',
      'it',
      'es',
      'nl',
      'pl',
      'pt',
      'sv',
      'da',
      'ja',
      'zh',
    ]),
  ),
  ...[
    ['uk', 'GB'],
    ['england', 'GB'],
    ['great britain', 'GB'],
    ['usa', 'US'],
    ['us', 'US'],
    ['america', 'US'],
    ['amerika', 'US'],
    ['grossbritannien', 'GB'],
    ['holland', 'NL'],
    ['the states', 'US'],
    ['the netherlands', 'NL'],
    ['the us', 'US'],
    ['the usa', 'US'],
    ['the uk', 'GB'],
    ['den usa', 'US'],
    ['der schweiz', 'CH'],
    ['den niederlanden', 'NL'],
    ['the united states', 'US'],
    ['the united kingdom', 'GB'],
    ...PEOPLES.flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
  ].map(([spelled = '', value = '']): PlaybookName => ({ of: 'country', value, spelled })),
];

/** All codes that the runtime has a name for. */
function countryCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      (code) =>
        names.of(code) !== undefined &&
        Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` &&
        !NO_COUNTRY.has(code),
    );
}

function spellCodes(
  of: 'country' | 'language',
  locale: string,
  type: 'region' | 'language',
  codes: readonly string[],
): readonly PlaybookName[] {
  const names = new Intl.DisplayNames(locale, { type });
  return codes.flatMap((value) => ({ of, value, spelled: fold(names.of(value) ?? value) }));
}

/** Who lives there, and what is from there: "Berliner", "Hamburgerinnen". */
function withoutEnd(run: string): string {
  return run.replace(/(?<=\p{L}{3})(?:erinnen|erin|ers|ern|er)$/u, '');
}

/** The places that a sentence may name: where customers live, however it is spelled, and where nobody does. */
export async function loadCities(
  deps: Pick<Deps, 'storage'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const runs = runsOf(sentence, 2);
  if (runs.length === 0) return [];
  const bare = new Map(runs.map((run) => [fold(run), fold(withoutEnd(run))]));
  const candidates = [...new Set(runs.flatMap((run) => [run, withoutEnd(run)]))];
  const named = new Set(candidates.map(fold));
  const known = KNOWN_CITIES.filter(({ name, others }) =>
    [name, ...others].some((one) => named.has(fold(one))),
  );
  const asked = [...candidates, ...known.flatMap(({ name, others }) => [name, ...others])];
  const found = await deps.storage.customers.placesNamed([...new Set(asked)]);
  const lived = Map.groupBy(found, ({ city }) => fold(city));
  const elsewhere = known.flatMap(({ country, name, others }) => {
    const spellings = [name, ...others].map(fold);
    const places = spellings.flatMap((one) => lived.get(one) ?? []);
    const written = `${country}-${name.replace(/\s+/g, '')}`;
    const value = places.length === 0 ? written : placesAsOne(places);
    const left = spellings.filter((one) => !lived.has(one));
    return left.map((spelled): PlaybookName => ({ of: 'city', spelled, value }));
  });
  const here = [...lived].map(
    ([spelled, places]): PlaybookName => ({ of: 'city', spelled, value: placesAsOne(places) }),
  );
  const all = [...here, ...elsewhere];
  const people = all.flatMap((place) =>
    [...bare].flatMap(([typed, city]) =>
      city === place.spelled && typed !== city ? [{ ...place, spelled: typed }] : [],
    ),
  );
  return [...all, ...people];
}

/** The segment language names a city with its country and region. */
function placesAsOne(places: readonly { readonly value: string }[]): string {
  return places.map(({ value }) => value).join('|');
}

// What has a name of its own, as people speak of it: automations, segments, templates, tiers, people, channels, fields, places.
import type { Deps } from '#engine/deps.ts';
import { listSegments } from '#engine/flows/segments.ts';
import { CHANNELS } from '#engine/playbook/team.ts';
import { tierNames } from '#engine/playbook/tiers.ts';
import { CUSTOMER_FIELDS } from '#engine/segments/fields.ts';
import { cutSentence, foldWord } from './cut.ts';
import { takeApart } from './lexicon/compounds.ts';
import { KNOWN_CITIES } from './lexicon/known-cities.ts';
import { LEXICONS, speaksOf } from './lexicon/phrases.ts';

/** A name in one spelling, without hyphens and accents; `value` is what commands and queries call it. */
export type PlaybookName = {
  readonly of:
    | 'automation'
    | 'segment'
    | 'template'
    | 'tier'
    | 'person'
    | 'channel'
    | 'field'
    | 'country'
    | 'city'
    | 'product'
    | 'tag'
    | 'language';
  readonly value: string;
  readonly spelled: string;
};

/** Between the ids of products that have one title. */
export const PRODUCTS_APART = '\n';

/** Longer titles are given in quotes. */
const LONGEST_TITLE = 6;

/** Every name that a sentence may speak of now; cities are looked for among those where customers live. */
export async function loadNames(
  deps: Pick<Deps, 'storage' | 'playbook'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const { automations, templates, team } = deps.playbook;
  const segments = await listSegments(deps);
  return [
    ...automations.flatMap(({ name, title }) => spell('automation', name, title)),
    ...segments.flatMap(({ name }) => spell('segment', name)),
    ...templates.flatMap(({ name }) => spell('template', name)),
    ...tierNames(team).flatMap(spellTier),
    ...team.people.flatMap(({ name }) => spell('person', name, name.split(' ')[0])),
    ...CHANNELS.flatMap((name) => spell('channel', name)),
    ...EVERYWHERE,
    ...(await loadCities(deps, sentence)),
    ...(await loadProducts(deps, sentence)),
    ...(await loadTags(deps, sentence)),
  ];
}

const LANGUAGES = ['en', 'de'] as const;

/** What the runtime has a name for and nobody lives in. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);

/** Fields, countries and languages have the same names everywhere. */
const EVERYWHERE: readonly PlaybookName[] = [
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

/** One, two or three words in a row: what a name of more than one word may be. */
function runsOf(sentence: string, shortest: number): readonly string[] {
  const tokens = cutSentence(sentence);
  const runs = [tokens, takeApart(tokens) ?? []].flatMap((all) => {
    const words = all.flatMap((token) =>
      token.kind === 'word' && token.text.length >= shortest ? [token.text] : [],
    );
    return words.flatMap((_, at) =>
      [1, 2, 3].map((count) => words.slice(at, at + count).join(' ')),
    );
  });
  return [...new Set(runs)];
}

/** The places that a sentence may name: where customers live, however it is spelled, and where nobody does. */
async function loadCities(
  deps: Pick<Deps, 'storage'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const candidates = runsOf(sentence, 2);
  if (candidates.length === 0) return [];
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
    const bare = `${country}-${name.replace(/\s+/g, '')}`;
    const value = places.length === 0 ? bare : placesAsOne(places);
    const left = spellings.filter((one) => !lived.has(one));
    return left.map((spelled): PlaybookName => ({ of: 'city', spelled, value }));
  });
  const here = [...lived].map(
    ([spelled, places]): PlaybookName => ({ of: 'city', spelled, value: placesAsOne(places) }),
  );
  return [...here, ...elsewhere];
}

/** The segment language names a city with its country and region. */
function placesAsOne(places: readonly { readonly value: string }[]): string {
  return places.map(({ value }) => value).join('|');
}

/** Tags that customers have, but for those whose name means something else by itself. */
async function loadTags(
  deps: Pick<Deps, 'storage'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const isPlain = (run: string) => !LEXICONS.some(({ byWord }) => byWord.has(foldWord(run)));
  const runs = runsOf(sentence, 3).filter(isPlain);
  // A plural may stand for what each of them is tagged: "resellers".
  const candidates = runs.flatMap((run) => [run, unfold(run), run.replace(/(?:s|n|innen)$/, '')]);
  if (candidates.length === 0) return [];
  const found = await deps.storage.customers.tagsNamed([...new Set(candidates)]);
  return found.flatMap((tag) => spell('tag', tag, `${tag}s`));
}

/** "grosshandel" is also written "großhandel"; a tag is looked for in both. */
function unfold(text: string): string {
  return text
    .replaceAll('ss', 'ß')
    .replace(/ae|oe|ue/g, (pair) => ({ ae: 'ä', oe: 'ö', ue: 'ü' })[pair] ?? pair);
}

/** Products of which a sentence gives the title; asked for only where something is bought or looked at. */
async function loadProducts(
  deps: Pick<Deps, 'storage'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const tokens = cutSentence(sentence);
  if (!tokens.some((token) => token.kind === 'word' && speaksOfProducts(token.word))) return [];
  const candidates = tokens.flatMap(({ kind, start, text }, at) =>
    kind === 'quoted'
      ? [text]
      : tokens.slice(at, at + LONGEST_TITLE).map(({ end }) => sentence.slice(start, end)),
  );
  const found = await deps.storage.purchases.productsNamed([...new Set(candidates)]);
  return [...Map.groupBy(found, ({ title }) => fold(title))].map(([spelled, products]) => ({
    of: 'product',
    spelled,
    value: products.map(({ id }) => id).join(PRODUCTS_APART),
  }));
}

/** Shops write metals in English, and people speak of them in their own language. */
const METALS: ReadonlyMap<string, string> = new Map([
  ['silver', 'silber'],
  ['platinum', 'platin'],
  ['diamond', 'diamant'],
]);

function spellTier(name: string): readonly PlaybookName[] {
  const names = [name, METALS.get(name.toLowerCase()) ?? name];
  const people = names.flatMap((one) => [`${one}kunden`, `${one}kunde`, `${one}kundin`]);
  return spell('tier', name, ...names, ...people);
}

function speaksOfProducts(word: string): boolean {
  return LEXICONS.some(
    (lexicon) => speaksOf(lexicon, 'order', word) || speaksOf(lexicon, 'viewed', word),
  );
}

function spell(
  of: PlaybookName['of'],
  value: string,
  ...others: readonly (string | undefined)[]
): readonly PlaybookName[] {
  const spellings = [value, ...others].flatMap((text) => (text === undefined ? [] : [fold(text)]));
  return [...new Set(spellings)].map((spelled) => ({ of, value, spelled }));
}

function fold(text: string): string {
  return foldWord(text)
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

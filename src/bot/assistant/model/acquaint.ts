// Whom a turn with a model is about: the masker is made known to them before anything of it is told.
import type { Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { type CustomerId, type IdKind, idsIn } from '#engine/ids.ts';
import type { AnyCommand } from '../../command.ts';
import { ADDRESS, isPhone, PHONE } from '../../contacts.ts';
import { foldWord } from '../grammar/cut.ts';
import { LEXICONS } from '../grammar/lexicon/phrases.ts';
import { customersOf } from '../meant.ts';
import type { Masker } from './masker.ts';

type Kept = Pick<Deps, 'storage'>;
type Knowing = Pick<Masker, 'know'>;

/** So many people of one text or result are looked up; what else it holds goes by its looks and by its rows. */
const MOST = 200;
const MOST_THINGS = 25;
const MOST_NUMBERS = 5;
const MOST_WORDS = 200;

/** Makes known whom data is of: by the ids and the addresses in it, by the things in it that are somebody's, and by `ids`. */
export async function acquaintWith(
  { storage }: Kept,
  masker: Knowing,
  data: unknown,
  ids: readonly CustomerId[] = [],
): Promise<void> {
  const text = JSON.stringify(data) ?? '';
  const mailed = unique(text.match(ADDRESS)).map((address) =>
    address.normalize('NFC').toLowerCase(),
  );
  const owners = await storage.customers.findByIdentities(
    mailed.map((value) => ({ shop: '*', kind: 'email', value })),
  );
  const owned = await ownersIn({ storage }, text);
  const all = [...new Set([...ids, ...idsIn('customer', text), ...owners.values(), ...owned])];
  for (const profile of await storage.customers.getMany(all.slice(0, MOST))) masker.know(profile);
}

/** Whose the cases, tasks, approvals, runs and proposals are that a text names. */
async function ownersIn({ storage }: Kept, text: string): Promise<readonly CustomerId[]> {
  const few = <Kind extends IdKind>(kind: Kind) => idsIn(kind, text).slice(0, MOST_THINGS);
  const things = await Promise.all([
    ...few('case').map((id) => storage.cases.get(id)),
    ...few('task').map((id) => storage.tasks.get(id)),
    ...few('approval').map((id) => storage.approvals.get(id)),
    ...few('run').map((id) => storage.runs.get(id)),
    ...few('proposal').map((id) => storage.assistant.proposal(id)),
  ]);
  return things.flatMap((thing) => thing?.customerId ?? []);
}

/** Makes known whom the arguments of a command name. */
export async function acquaintWithArguments(
  deps: Kept,
  masker: Knowing,
  command: AnyCommand,
  args: Readonly<Record<string, string>>,
): Promise<void> {
  const found = await customersOf(deps, command, args);
  if (typeof found === 'string') masker.know({ name: found });
  else for (const profile of Object.values(found.customers)) masker.know(profile);
}

/** Makes known whom a sentence names, by address, number or name. */
export async function acquaintWithSentence(
  deps: Kept,
  masker: Knowing,
  sentence: string,
): Promise<void> {
  await acquaintWith(deps, masker, sentence);
  // Whom nobody knows yet is known by being asked about.
  for (const email of unique(sentence.match(ADDRESS))) masker.know({ email });
  const numbers = unique(sentence.match(PHONE)).filter(isPhone).slice(0, MOST_NUMBERS);
  for (const number of numbers)
    for (const { profile } of await deps.storage.customers.named(number, 1)) masker.know(profile);
  for (const name of await namesIn(deps, sentence))
    masker.know((await onlyOne(deps, name)) ?? { name });
}

type Word = { readonly text: string; readonly isName: boolean; readonly isWord: boolean };

/**
 * Names of customers in a sentence. A word that the language has as well counts beside one that is nothing but a name
 * ("Will Smith"), and so does one with a capital letter that nobody is called by ("Maria Lopes").
 */
async function namesIn({ storage }: Kept, sentence: string): Promise<readonly string[]> {
  const typed =
    sentence.match(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)?.slice(0, MOST_WORDS) ?? [];
  const spelled = typed.map((text) => text.replace(/['’]s$/u, ''));
  const bare = spelled.map((text) => text.replace(/s$/u, ''));
  const known = new Set(await storage.customers.namesAmong(unique([...spelled, ...bare])));
  const words = spelled.map((text, at): Word => {
    const name = [text, bare[at] ?? text].find((one) => known.has(one));
    return { text: name ?? text, isName: name !== undefined, isWord: isWord(text) };
  });
  const isSure = (word: Word | undefined) => word?.isName === true && !word.isWord;
  const belongs = (word: Word, at: number) =>
    isSure(word) ||
    ((at > 0 || word.isName ? /^\p{Lu}/u.test(word.text) : false) &&
      (word.isName || !word.isWord) &&
      (isSure(words[at - 1]) || isSure(words[at + 1])));
  return runsOf(words.map((word, at) => (belongs(word, at) ? word.text : null)));
}

function isWord(text: string): boolean {
  return LEXICONS.some(({ words }) => words.has(foldWord(text)));
}

/** What stands side by side, as one. */
function runsOf(words: readonly (string | null)[]): readonly string[] {
  const runs: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (word === null) continue;
    if (before === null || before === undefined) runs.push(word);
    else runs.push(`${runs.pop() ?? ''} ${word}`);
  }
  return runs;
}

/** Whose name it is, where it is one customer's. */
async function onlyOne({ storage }: Kept, name: string): Promise<Profile | null> {
  const [found, other] = await storage.customers.search(name, 2);
  const isTheirs = found !== undefined && (found.nearness === 'name' || found.nearness === 'words');
  return isTheirs && other?.nearness !== found.nearness ? found.profile : null;
}

function unique(found: readonly string[] | null): readonly string[] {
  return [...new Set(found ?? [])].slice(0, MOST_WORDS);
}

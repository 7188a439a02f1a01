// Of what a sentence may mean, the first that makes sense here: its customers exist, and its command fits.
import type { Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { UserError } from '#engine/errors.ts';
import { findCustomer, guessCustomer } from '#engine/flows/look-up.ts';
import { type AnyCommand, effectOf } from '../command.ts';
import { EITHER } from './grammar/intents/slot.ts';
import type { Meaning } from './grammar/understand.ts';

/** A meaning with the customers that its arguments name, by the arguments' names. */
export type Meant = {
  readonly meaning: Meaning;
  readonly command: AnyCommand;
  readonly customers: Readonly<Record<string, Profile>>;
};

/** How many readings are held against what there is. */
const TRIED = 4;

/** What is meant; or whom nobody is called, where that is all that speaks against it; or null. */
export async function findMeant(
  deps: Pick<Deps, 'storage'>,
  commands: readonly AnyCommand[],
  meanings: readonly Meaning[],
): Promise<Meant | { readonly nobody: string } | null> {
  let nobody: string | null = null;
  for (const meaning of meanings.slice(0, TRIED)) {
    const command = commands.find(({ name }) => name === meaning.command);
    if (command === undefined) continue;
    const found = await customersOf(deps, command, meaning.args, meaning.groups);
    if (typeof found !== 'string')
      return { meaning: { ...meaning, args: found.args }, command, customers: found.customers };
    const [first = found] = found.split(EITHER);
    if (isName(first, meaning)) nobody ??= first;
  }
  return nobody === null ? null : { nobody };
}

/** Whether a text is somebody's name rather than a word that was not understood. */
function isName(who: string, { language }: Meaning): boolean {
  if (/[@#\d]/.test(who)) return true;
  const capitals = who.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length;
  // In German every noun has a capital letter.
  return capitals > (language === 'de' ? 1 : 0);
}

type Found = {
  readonly args: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, Profile>>;
};

/** The customers of a command's arguments, or the name that is nobody's. */
export async function customersOf(
  deps: Pick<Deps, 'storage'>,
  command: AnyCommand,
  args: Readonly<Record<string, string>>,
  groups: readonly string[] = [],
): Promise<Found | string> {
  const customers: Record<string, Profile> = {};
  const said: Record<string, string> = { ...args };
  for (const { name, completes } of command.parameters) {
    const who = args[name];
    if (completes !== 'customer' || who === undefined || groups.includes(name)) continue;
    // What runs for a customer may run for people as well.
    if (name === 'whom' && !/^[\w.+-]+@|^#|^cus_/.test(who) && /[<>=]|CONTAINS|MATCHES|-/.test(who))
      continue;
    const found = await lookUp(deps, who, effectOf(command) === 'reads');
    if (found === null) return who;
    if (found !== 'several') customers[name] = found.profile;
    if (found !== 'several') said[name] = found.who;
  }
  return { args: said, customers };
}

/** Who is meant; `several` are named by the command itself. */
async function lookUp(
  deps: Pick<Deps, 'storage'>,
  who: string,
  mayGuess: boolean,
): Promise<{ readonly profile: Profile; readonly who: string } | 'several' | null> {
  const names = who.split(EITHER).flatMap(spellingsOf);
  const finds = [findCustomer, ...(mayGuess ? [guessOf] : [])];
  for (const find of finds)
    for (const name of names)
      try {
        return { profile: await find(deps, name), who: name };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        if (error.problem.code === 'ambiguous') return 'several';
      }
  return null;
}

/** A genitive's s is no part of the name: "Jans". */
function spellingsOf(name: string): readonly string[] {
  return name.endsWith('s') && !name.includes('@') ? [name, name.slice(0, -1)] : [name];
}

async function guessOf(deps: Pick<Deps, 'storage'>, name: string): Promise<Profile> {
  return (await guessCustomer(deps, name)).profile;
}

// What a model's answer was made from: each command with the fact that it told, and a button that opens its card.
import { z } from 'zod';
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { UserError } from '#engine/errors.ts';
import { asId } from '#engine/ids.ts';
import type { KeptSource } from '#engine/ports/assistant-records.ts';
import { dayOf } from '#engine/time.ts';
import type { ActionRef } from '../../action-id.ts';
import { type Block, type Button, buttons } from '../../card.ts';
import { clip, oneLine } from '../../cards/shorten.ts';
import type { Answer, Context } from '../../command.ts';
import { type Registry, runNamed } from '../../line/named-command.ts';
import type { Words } from '../../words/en.ts';
import { factOf } from '../facts.ts';
import { customersOf } from '../meant.ts';
import type { Deed } from './calls.ts';
import { withoutLinks } from './links.ts';
import { namesOnly } from './speech.ts';

/** The button that opens a source. */
export const OPEN = 'source.open';

/** So many can be opened, so long is what such a button says. */
const OPENED = 4;
const LABEL_MOST = 40;

/** What was read for an answer, each once. */
export async function sourcesOf(
  words: Words,
  deps: Pick<Deps, 'storage' | 'playbook'>,
  reads: readonly Deed[],
): Promise<readonly KeptSource[]> {
  const sources = await Promise.all(
    reads.map(async (read) => ({
      command: read.command.name,
      args: read.args,
      line: lineOfSource(read),
      fact: await factOfSource(words, deps, read),
    })),
  );
  return sources.filter(({ line }, at) => sources.findIndex((one) => one.line === line) === at);
}

/** What an answer was made from, in one line. */
export function sourceText({ assistant }: Words, sources: readonly KeptSource[]): string {
  const told = sources.map(({ line, fact }) => (fact === null ? line : `${line} (${fact})`));
  return sources.length === 0 ? '' : ` ${assistant.sources(told.join('; '))}`;
}

/** The buttons that open the sources of an answer. */
export function sourceButtons(
  { assistant }: Words,
  turn: string,
  sources: readonly KeptSource[],
): readonly Block[] {
  const list = sources.slice(0, OPENED).map(
    ({ line }, at): Button => ({
      label: assistant.openSource(oneLine(line, LABEL_MOST)),
      action: { name: OPEN, id: turn, version: at },
    }),
  );
  return list.length === 0 ? [] : [buttons(...list)];
}

/** The card of a source, as whoever presses may read it. */
export async function openSource(
  registry: Registry,
  context: Context,
  { id, version = 0 }: ActionRef,
): Promise<Answer> {
  const turn = await context.deps.storage.assistant.turn(asId('turn', id));
  const source = turn?.answer?.sources[version];
  if (source === undefined) throw new UserError({ code: 'not-found', what: 'card', who: id });
  return runNamed(registry, context, { name: source.command, args: source.args });
}

function lineOfSource({ command, args }: Deed): string {
  return oneLine(withoutLinks([command.name, ...Object.values(args)].join(' '), null), 120);
}

const Dated = z.array(z.object({ at: z.date() }));

/** What a result says in short, as an answer without a model begins: how many, of whom, and how new. */
async function factOfSource(
  words: Words,
  deps: Pick<Deps, 'storage' | 'playbook'>,
  { command, args, json }: Deed,
): Promise<string | null> {
  const found = await customersOf(deps, command, args);
  const profile = typeof found === 'string' ? null : (Object.values(found.customers)[0] ?? null);
  const facet = command.name === 'customer show' ? 'orders' : null;
  const fact = factOf(words, deps, { facet, json, profile });
  if (fact === null) return null;
  const day = newestOf(json, deps);
  const told = `${facet === null ? ofWhom(profile) : ''}${fact.replace(/\.$/, '')}`;
  const whole = day === null ? told : `${told}, ${words.assistant.newest(day)}`;
  return clip(namesOnly(whole, profile?.email ?? null), 160);
}

function ofWhom(profile: Profile | null): string {
  return profile === null ? '' : `${oneLine(displayName(profile), 60)}: `;
}

function newestOf(json: unknown, { playbook }: Pick<Deps, 'playbook'>): string | null {
  const rows = Dated.safeParse(json).data ?? [];
  const newest = Math.max(...rows.map(({ at }) => at.getTime()));
  return rows.length === 0 ? null : dayOf(new Date(newest), playbook.team.timezone);
}

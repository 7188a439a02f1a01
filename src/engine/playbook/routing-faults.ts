// What can be wrong with ways of a word to the team: tiers and people that team.yml does not have.
import { unknownName } from '../flaw.ts';
import type { PathFault } from '../path-faults.ts';

/** What a way names. */
type Names = {
  readonly tier?: string | readonly string[] | undefined;
  readonly mention?: string | undefined;
};

/** Who and what team.yml has. */
type Named = {
  readonly people: readonly { readonly name: string }[];
  readonly tiers: { readonly levels: readonly { readonly name: string }[] };
};

/** Everything that is wrong with the team's own rules; paths begin at the team. */
export function findRoutingFaults(
  team: Named & { readonly routing: readonly Names[] },
): readonly PathFault[] {
  return team.routing.flatMap((rule, at) =>
    faultsOfWay(rule, team).map(({ path, flaw }) => ({ path: ['routing', at, ...path], flaw })),
  );
}

/** What is wrong with one way; paths begin at it. */
function faultsOfWay({ tier, mention }: Names, team: Named): readonly PathFault[] {
  const tiers = team.tiers.levels.map(({ name }) => name);
  const wrong = [tier ?? []].flat().filter((name) => !tiers.includes(name));
  return [
    ...wrong.map((name) => ({ path: ['tier'], flaw: unknownName('tier', name, tiers) })),
    ...faultsOfMention(mention, team),
  ];
}

/** Names are compared as they are written. */
function faultsOfMention(mention: string | undefined, { people }: Named): readonly PathFault[] {
  const names = people.map(({ name }) => name);
  if (mention === undefined || names.includes(mention)) return [];
  return [{ path: ['mention'], flaw: unknownName('person', mention, names) }];
}

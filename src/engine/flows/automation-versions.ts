// The versions of an automation as a team looks at them: which is in force, what each says, and what lies between two.
import type { AutomationVersion } from '../automations/version.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import { keepVersions } from './start-run.ts';

type VersionDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'automationTexts' | 'now'>;

/** A version with its text; of all versions of a name at most one is in force. */
export type VersionView = AutomationVersion & {
  readonly text: string;
  readonly inForce: boolean;
};

/** Every version of an automation, newest first. Throws UserError where there never was one of this name. */
export async function versionsOf(deps: VersionDeps, name: string): Promise<readonly VersionView[]> {
  const versions = await listVersions(deps, name);
  if (versions.length > 0) return versions;
  throw new UserError({ code: 'not-found', what: 'automation', who: name });
}

/** The version in force, also one that cannot be read any more; null while there is none, whatever there was. */
export async function versionInForce(deps: VersionDeps, name: string): Promise<VersionView | null> {
  return (await listVersions(deps, name)).find(({ inForce }) => inForce) ?? null;
}

async function listVersions(deps: VersionDeps, name: string): Promise<readonly VersionView[]> {
  await deps.chatRules.refresh();
  const present = deps.playbook.automations.find((one) => one.name === name) ?? null;
  if (present !== null)
    await deps.storage.transaction((records) => keepVersions(deps, records, [present]));
  const versions = await deps.storage.versions.list(name);
  return versions.map((version) => {
    const inForce = version.version === (present ?? deps.chatRules.saved.get(name))?.version;
    return { ...version, inForce, text: textOf(deps, inForce ? present : null, version) };
  });
}

/** The version with a number as people call it. Throws UserError when there is none. */
export async function versionNumbered(
  deps: VersionDeps,
  name: string,
  ordinal: number,
): Promise<VersionView> {
  const found = (await versionsOf(deps, name)).find((one) => one.ordinal === ordinal);
  if (found !== undefined) return found;
  const newest = await deps.storage.versions.list(name);
  throw new UserError({
    code: 'invalid',
    field: 'version',
    reason: 'no-version',
    automation: name,
    wanted: ordinal,
    newest: newest[0]?.ordinal ?? 0,
  });
}

/** Two versions to be compared, the older state first. */
export type Pair = { readonly from: VersionView; readonly to: VersionView };

/** Two versions: those named, else the one in force with the one before it; null where there is only one. */
export async function pairOf(
  deps: VersionDeps,
  name: string,
  asked: { readonly from?: number; readonly to?: number },
): Promise<Pair | null> {
  const versions = await versionsOf(deps, name);
  const present = versions.find(({ inForce }) => inForce) ?? versions[0];
  const to = asked.to === undefined ? present : await versionNumbered(deps, name, asked.to);
  const from =
    asked.from === undefined
      ? versions.find(({ ordinal }) => ordinal < (to?.ordinal ?? 0))
      : await versionNumbered(deps, name, asked.from);
  return from === undefined || to === undefined ? null : { from, to };
}

/** The text of a version as somebody wrote it, or as its definition prints. */
export function textOf(
  { automationTexts }: Pick<Deps, 'automationTexts'>,
  present: { readonly source: string | null } | null,
  version: Pick<AutomationVersion, 'source' | 'definition'>,
): string {
  return present?.source ?? version.source ?? automationTexts.print(version.definition);
}

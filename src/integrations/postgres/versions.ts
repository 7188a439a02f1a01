// Definitions of automations: each kept once, as it was written, under the next number of its name.
import type { AutomationVersion, VersionOrigin } from '#engine/automations/version.ts';
import type { VersionRecords } from '#engine/ports/run-records.ts';
import type { AutomationVersion as VersionRow } from './generated/client.ts';
import { fromJson, toStored } from './json.ts';
import { lockKeys, type Session } from './session.ts';

/** The newest number of each name is read under a lock, so that no two definitions get the same one. */
const KEEP = `WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(name text, version int, definition jsonb, source text, origin text, by text, at timestamptz, n int)),
  fresh AS (
    SELECT given.*, row_number() OVER (PARTITION BY name ORDER BY n) AS place FROM given
    WHERE NOT EXISTS (SELECT 1 FROM automation_versions AS known
      WHERE known.name = given.name AND known.version = given.version))
  INSERT INTO automation_versions (name, version, ordinal, definition, source, origin, by, at)
  SELECT name, version, place + COALESCE((SELECT max(ordinal) FROM automation_versions AS known WHERE known.name = fresh.name), 0),
    definition, source, origin, by, at FROM fresh`;

/** How many of these are known. */
const KNOWN = `SELECT count(*)::int AS count FROM automation_versions AS known
  JOIN unnest($1::text[], $2::int[]) AS asked(name, version) USING (name, version)`;

/** Definitions that runs follow. */
export function versionRecords({ prisma, query }: Session): VersionRecords {
  return {
    keep: async (drafts) => {
      const names = drafts.map(({ name }) => name);
      const versions = drafts.map(({ version }) => version);
      const [known] = await query<{ readonly count: number }>(KNOWN, [names, versions]);
      if (known?.count === drafts.length) return;
      await lockKeys(
        query,
        names.map((name) => `automation-version:${name}`),
      );
      const rows = drafts.map((draft, n) => ({
        ...draft,
        definition: toStored(draft.definition),
        n,
      }));
      await query(KEEP, [JSON.stringify(rows)]);
    },
    rewrite: async (name, version, source) => {
      await prisma.automationVersion.update({
        where: { name_version: { name, version } },
        data: { source },
      });
    },
    get: async (name, version) => {
      const row = await prisma.automationVersion.findUnique({
        where: { name_version: { name, version } },
      });
      return row === null ? null : toVersion(row);
    },
    list: async (name) => {
      const rows = await prisma.automationVersion.findMany({
        where: { name },
        orderBy: { ordinal: 'desc' },
      });
      return rows.map(toVersion);
    },
  };
}

function toVersion(row: VersionRow): AutomationVersion {
  return {
    ...row,
    definition: fromJson(row.definition),
    origin: fromJson<VersionOrigin>(row.origin),
  };
}

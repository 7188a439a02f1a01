// Leases in one statement each, so that of two who ask at once one gets it.
import type { LeaseRecords } from '#engine/ports/lease-records.ts';
import type { Session } from './session.ts';

/** Leases. */
export function leaseRecords({ query }: Session): LeaseRecords {
  return {
    take: async (name, holder, now, until) => {
      const rows = await query(
        `INSERT INTO leases (name, holder, until) VALUES ($1, $2, $4)
          ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
            WHERE leases.holder = excluded.holder OR leases.until <= $3
          RETURNING name`,
        [name, holder, now, until],
      );
      return rows.length === 1;
    },
    release: async (name, holder) => {
      await query('DELETE FROM leases WHERE name = $1 AND holder = $2 RETURNING name', [
        name,
        holder,
      ]);
    },
    releaseAll: async () => {
      await query('DELETE FROM leases RETURNING name', []);
    },
  };
}

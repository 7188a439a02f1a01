// A lease has one holder at a time, whoever asks and however at once.
import { describe, expect, test } from 'vitest';
import { leaseRecords } from '#integrations/postgres/leases.ts';
import { DATABASES, openTestDatabase } from '../../support/database.ts';
import { NOW } from '../../support/subjects.ts';

const SOON = new Date(NOW.getTime() + 15_000);
const LATER = new Date(NOW.getTime() + 30_000);

describe.each(DATABASES)('leases on the %s', (kind) => {
  test('a lease goes to one of many who ask at once', async () => {
    const database = await openTestDatabase(kind);
    const leases = leaseRecords(database);

    const askers = Array.from({ length: 8 }, (_, at) => `process-${at}`);
    const taken = await Promise.all(
      askers.map((holder) => leases.take('gateway', holder, NOW, SOON)),
    );

    expect(taken.filter(Boolean)).toHaveLength(1);
    await database.close();
  });

  test('its holder keeps it, and others get it once it has run out or was given back', async () => {
    const database = await openTestDatabase(kind);
    const leases = leaseRecords(database);

    const answers = [
      await leases.take('gateway', 'a', NOW, SOON),
      await leases.take('gateway', 'a', NOW, LATER),
      await leases.take('gateway', 'b', SOON, LATER),
      await leases.take('gateway', 'b', LATER, LATER),
    ];
    await leases.release('gateway', 'a');
    answers.push(await leases.take('gateway', 'a', NOW, SOON));
    await leases.release('gateway', 'b');
    answers.push(await leases.take('gateway', 'a', NOW, SOON));

    expect(answers).toEqual([true, true, false, true, false, true]);
    await database.close();
  });
});

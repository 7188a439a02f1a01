// Tiers in team.yml: the forms they may have, and every fault of the list as a whole with its line.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stretchesOf } from '#engine/customers/tier.ts';
import { holesOf, measuresOf, tierNames } from '#engine/playbook/tiers.ts';
import { loadTeam } from '#integrations/playbook/team-file.ts';
import { saidIn } from '../../support/said.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'team-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(...lines: readonly string[]) {
  await writeFile(join(folder, 'team.yml'), lines.join('\n'));
  const { team, faults } = await loadTeam(folder);
  return {
    team,
    ladder: measuresOf(team).ladder,
    faults: faults.map(saidIn),
  };
}

describe('tiers in team.yml', () => {
  test('are levels with bounds, each up to where the next one begins', async () => {
    const { ladder, faults } = await read(
      'tiers:',
      '  by: amount_spent_net',
      '  levels:',
      '    - { name: Silver, from: 0 }',
      '    - { name: Gold, from: 2000.50 }',
      '    - { name: Platinum, from: "5000" }',
    );

    expect(faults).toEqual([]);
    expect(ladder).toEqual({
      by: 'amount_spent_net',
      currency: 'USD',
      bands: [
        { name: 'Silver', from: 0, upto: 200_050 },
        { name: 'Gold', from: 200_050, upto: 500_000 },
        { name: 'Platinum', from: 500_000, upto: null },
      ],
    });
  });

  test('may be bare names, which are set by hand only, and a bare list of levels', async () => {
    const names = await read('tiers: [Silver, Gold]');
    const levels = await read(
      'tiers:',
      '  - { name: Silver, from: 1 }',
      '  - { name: Gold, from: 2 }',
    );

    expect(tierNames(names.team)).toEqual(['Silver', 'Gold']);
    expect(names.ladder).toBeNull();
    expect(levels.ladder).toMatchObject({
      by: 'amount_spent',
      bands: [{ from: 100 }, { from: 200 }],
    });
    expect([...names.faults, ...levels.faults]).toEqual([]);
  });

  test('may leave holes on purpose, between two levels and above the highest', async () => {
    const { ladder } = await read(
      'currency: JPY',
      'tiers:',
      '  - { name: Silver, from: 100, upto: 200 }',
      '  - { name: Gold, from: 300, upto: 900 }',
    );

    expect(ladder && holesOf(ladder)).toEqual([
      { name: null, from: 200, upto: 300 },
      { name: null, from: 900, upto: null },
    ]);
    expect(ladder && stretchesOf(ladder).at(0)).toEqual({ name: null, from: null, upto: 100 });
  });

  test.each([
    [
      'bounds that do not climb',
      '{ name: Gold, from: 100 }',
      'from: must be more than the 100 of Silver: levels stand lowest first',
    ],
    [
      'an amount with a separator',
      '{ name: Gold, from: "2,000" }',
      'from: must be an amount in whole units of USD such as 2000, without signs and separators',
    ],
    [
      'more decimals than the currency has',
      '{ name: Gold, from: 200.005 }',
      'from: has more than the 2 decimals of USD',
    ],
    [
      'a level without a bound',
      '{ name: Gold }',
      'from: is missing: either every level has one, or none',
    ],
    ['a name twice', '{ name: silver, from: 200 }', 'name: another level has this name already'],
    [
      'the word that releases',
      '{ name: Auto, from: 200 }',
      'name: auto means that the money decides: take another name',
    ],
    [
      'an end before its beginning',
      '{ name: Gold, from: 200, upto: 200 }',
      'upto: must be more than its from (200)',
    ],
    [
      'a discount beyond the limit',
      '{ name: Gold, from: 200, discount_percent: 80 }',
      'discount_percent: is more than limits.discount_percent_max of team.yml allows (70)',
    ],
    [
      'a key that nobody knows',
      '{ name: Gold, from: 200, discount_percnt: 5 }',
      "discount_percnt: is no key that is known here. Did you mean 'discount_percent'?",
    ],
  ])('are refused as a whole for %s, with the line', async (_what, level, fault) => {
    const { team, faults } = await read(
      'tiers:',
      '  levels:',
      '    - { name: Silver, from: 100 }',
      `    - ${level}`,
    );

    expect(faults).toEqual([
      `team.yml:4 tiers.levels[1].${fault} (until it is mended, every tier stays as it is)`,
    ]);
    expect(tierNames(team)).toEqual([]);
  });

  test('are refused for a level that reaches into the next one, and for an unknown measure', async () => {
    const reaching = await read(
      'tiers:',
      '  - { name: Silver, from: 0, upto: 300 }',
      '  - { name: Gold, from: 200 }',
    );
    const unknown = await read('tiers:', '  by: amount_spend', '  levels: []');

    expect(reaching.faults).toEqual([
      expect.stringMatching(/^team\.yml:2 .*reaches into Gold, which begins at 200; leave it out/),
    ]);
    expect(unknown.faults).toEqual([
      expect.stringMatching(/^team\.yml:2 tiers\.by: is not known\. Did you mean 'amount_spent'\?/),
    ]);
  });

  test('in yen have no decimals', async () => {
    const { faults } = await read('currency: JPY', 'tiers:', '  - { name: Gold, from: 100.5 }');

    expect(faults).toEqual([
      expect.stringMatching(/^team\.yml:3 .*has more than the 0 decimals of JPY/),
    ]);
  });
});

// A definition's file or input in the place of --file, and nothing else touched.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDefinition } from '../src/definition-file.ts';

describe('withDefinition', () => {
  let folder: string;
  let file: string;
  const nothing = () => Readable.from([]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regulars-definition-'));
    file = join(folder, 'a.yml');
    await writeFile(file, 'name: a\n# "quoted" --json\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('puts the text behind --, where nothing in it is a flag', async () => {
    const text = 'name: a\n# "quoted" --json\n';

    expect(
      await withDefinition(['automation', 'edit', 'a', '--file', file, '--json'], nothing()),
    ).toEqual(['automation', 'edit', 'a', '--json', '--', text]);
    expect(
      await withDefinition(['--json', 'automation', 'new', 'a', `--file=${file}`], nothing()),
    ).toEqual(['--json', 'automation', 'new', 'a', '--', text]);
  });

  it('reads the input for -', async () => {
    const input = Readable.from([Buffer.from('name: '), Buffer.from('ü\n')]);

    expect(await withDefinition(['automation', 'edit', 'a', '--file', '-'], input)).toEqual([
      ...['automation', 'edit', 'a', '--', 'name: ü\n'],
    ]);
  });

  it('leaves other commands alone, and names a file that cannot be read', async () => {
    const other = ['segment', 'save', 'x', '--file', file];

    expect(await withDefinition(other, nothing())).toBe(other);
    await expect(
      withDefinition(['automation', 'edit', 'a', '--file', join(folder, 'none.yml')], nothing()),
    ).rejects.toMatchObject({ faults: [{ message: 'cannot be read (ENOENT)' }] });
  });
});

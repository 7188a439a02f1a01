// Completion replaces the word under the cursor and keeps the rest of the line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUnfinished } from '#bot/line.ts';
import { startOfWord } from '#bot/surfaces/workspace/complete.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { aRequest, bodyOf, call, workspaceOptions } from '../../../support/workspace.ts';

describe('startOfWord', () => {
  it.each([
    ['', 0],
    ['cust', 0],
    ['customer ', 9],
    ['customer sh', 9],
    ['customer show "Maria Al', 14],
    ['customer show Maria Al', 20],
    ["customer show O'Br", 14],
    ['customer show "Maria Almeida" ', 30],
  ])('of %j is %i', (line, start) => {
    expect(startOfWord(line)).toBe(start);
  });

  it('leaves the whole words before it as they are', () => {
    const pieces = fc.array(
      fc.constantFrom('a', 'show', ' ', '  ', '"', "'", '“', '”', 'x y', '\t'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const line = parts.join('');
        const kept = splitUnfinished(line.slice(0, startOfWord(line)));
        expect(kept).toEqual({ before: splitUnfinished(line).before, current: '' });
      }),
    );
  });
});

describe('GET /workspace/complete', () => {
  const routes = createWorkspaceRoutes(workspaceOptions());
  const complete = async (line: string) =>
    bodyOf(await call(routes, aRequest({ path: '/workspace/complete', query: { line } })));

  it('offers whole lines', async () => {
    expect(await complete('/cu')).toContain('role="option"');
    expect(await complete('/cu')).toContain('data-line="/customer "');
  });

  it('offers nothing for plain text', async () => {
    expect(await complete('cu')).toBe('');
  });
});

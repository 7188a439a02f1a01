// Completion replaces the word under the cursor and keeps the rest of the line.
import { describe, expect, it } from 'vitest';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { aRequest, bodyOf, call, workspaceOptions } from '../../../support/workspace.ts';

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

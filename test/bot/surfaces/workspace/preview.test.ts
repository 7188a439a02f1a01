// What is said of a form while somebody fills it in, in the browser.
import { describe, expect, it } from 'vitest';
import type { Draft, Form, Preview } from '#bot/form.ts';
import { formToHtml } from '#bot/surfaces/workspace/form-html.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import {
  aPost,
  bodyOf,
  call,
  codec,
  recordingRouter,
  workspaceOptions,
} from '../../../support/workspace.ts';

const TEXT = { required: false, kind: 'text', multiline: true, maxLength: 500 } as const;
const FORM: Form = {
  title: 'Save a segment',
  intro: [],
  fields: [
    { name: 'query', label: 'Query', ...TEXT },
    { name: 'name', label: 'Name', ...TEXT },
  ],
  submitLabel: 'Save',
  preview: { of: ['query'], sentence: 'Write a <query>.' },
  action: { name: 'segment.save', id: '', version: 0 },
};

describe('a form with a preview', () => {
  const { markup } = formToHtml(FORM, codec, '');

  it('shows its first sentence, and asks anew after the fields that it is about', () => {
    expect(markup).toMatch(/id="form-preview" role="status">Write a &lt;query&gt;\.</);
    expect([...markup.matchAll(/hx-post="\/workspace\/preview"/g)]).toHaveLength(1);
    expect(markup).toMatch(/name="value\.query"[^>]*hx-trigger="input changed delay:400ms"/);
  });
});

describe('POST /workspace/preview', () => {
  const fields = {
    action: codec.encode(FORM.action),
    changed: 'query',
    'value.query': "tier = 'Gold'",
  };

  it('says what the router says of the form as it stands', async () => {
    const { asked, post } = start({ sentence: '<b> of 3', fill: { field: 'query', value: '"x"' } });

    const body = await post(fields);

    expect(asked).toEqual([{ values: { query: "tier = 'Gold'" }, changed: 'query' }]);
    expect(body).toContain('&lt;b&gt; of 3');
    expect(body).toContain('data-fill="value.query" data-value="&quot;x&quot;"');
  });

  it('says nothing where there is nothing to say, and refuses a form that is not ours', async () => {
    const { asked, post } = start(null);

    expect(await post(fields)).toBe('');
    expect(await post({ ...fields, action: 'forged' })).toBe('not a form of this page');
    expect(asked).toHaveLength(1);
  });
});

function start(said: Preview | null) {
  const asked: Draft[] = [];
  const router = {
    ...recordingRouter({ kind: 'done' }),
    preview: async (_teammate: unknown, _action: unknown, draft: Draft) => {
      asked.push(draft);
      return said;
    },
  };
  const routes = createWorkspaceRoutes(workspaceOptions({ router }));
  const post = async (form: Record<string, string>) =>
    bodyOf(await call(routes, aPost('/workspace/preview', form)));
  return { asked, post };
}

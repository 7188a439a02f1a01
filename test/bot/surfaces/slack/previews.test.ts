// An open form in Slack says what comes of what is typed: the newest word, and never over what a submission brought.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Form, Preview } from '#bot/form.ts';
import { formToView, messageView } from '#bot/surfaces/slack/views.ts';
import { en } from '#bot/words/en.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aChange } from '../../../support/slack-payloads.ts';
import { codec, startSlack } from './slack-setup.ts';

const TEXT = { required: false, kind: 'text', multiline: true, maxLength: 500 } as const;
const EXAMPLES = [{ value: 'lapsed', label: 'Lapsed' }];
const FORM: Form = {
  title: 'Save a segment',
  intro: [],
  fields: [
    { name: 'query', label: 'Query', ...TEXT },
    { name: 'example', label: 'Example', required: false, kind: 'choice', options: EXAMPLES },
    { name: 'name', label: 'Name', ...TEXT },
  ],
  submitLabel: 'Save',
  preview: { of: ['query', 'example'], sentence: 'Write a query.' },
  action: { name: 'segment.save', id: '', version: 0 },
};
const VIEW = formToView(FORM, codec);

type Asked = { readonly draft: Draft; readonly answer: (said: Preview | null) => void };

let slack: Awaited<ReturnType<typeof startSlack>>;
let asked: Asked[];
beforeEach(async () => {
  asked = [];
  const router = aRouter(
    () => ({ kind: 'done' }),
    (_teammate, _action, draft) => {
      const { promise, resolve } = Promise.withResolvers<Preview | null>();
      asked.push({ draft, answer: resolve });
      return promise;
    },
  );
  slack = await startSlack({ mode: 'socket', router });
});
afterEach(() => slack.stop());

/** Types into the query, or chooses the example. */
function change(field: 'query' | 'example', value: string, hash = 'h0') {
  const typed = { type: 'plain_text_input', value: field === 'query' ? value : '' };
  const chosen = { type: 'static_select', selected_option: { value: 'lapsed' } };
  const values = field === 'query' ? { query: typed } : { query: typed, example: chosen };
  return slack.fake.push('interactive', aChange({ view: VIEW, viewId: 'V9', hash, field, values }));
}

/** The question with this number, once it was asked. */
async function question(number: number): Promise<Asked> {
  for (;;) {
    const found = asked[number];
    if (found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function shownView(): string {
  return JSON.stringify(slack.fake.views().get('V9'));
}

describe('a form that is being filled in', () => {
  it('tells of every key of what it watches, and of nothing else', () => {
    const watched = VIEW.blocks.filter((block) => 'dispatch_action' in block);

    expect(watched.map(({ block_id }) => block_id)).toEqual(['query', 'example']);
    expect(watched[0]).toMatchObject({
      element: { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } },
    });
    expect(JSON.stringify(VIEW.blocks)).toContain('Write a query.');
  });

  it('says what the router says of it, and keeps what was typed', async () => {
    await change('query', 'tier IS NULL');
    const { draft, answer } = await question(0);
    answer({ sentence: '3 customers.' });
    await slack.fake.nextCall('views.update');

    expect(draft).toEqual({ values: { query: 'tier IS NULL' }, changed: 'query' });
    expect(shownView()).toContain('3 customers.');
    expect(shownView()).toContain('"action_id":"value"');
    expect(shownView()).not.toContain('initial_value');
  });

  it('answers the newest of what was typed meanwhile, and nothing between', async () => {
    await change('query', 't');
    const first = await question(0);
    await change('query', 'ti');
    await change('query', 'tier IS NULL');
    first.answer({ sentence: 'No field is called t.' });
    const second = await question(1);
    second.answer({ sentence: '3 customers.' });
    await slack.fake.nextCall('views.update');
    await slack.fake.nextCall('views.update');

    expect(second.draft.values).toEqual({ query: 'tier IS NULL' });
    expect(shownView()).toContain('3 customers.');
    expect(asked).toHaveLength(2);
  });

  it('writes a chosen example into its field, which can then be filled again', async () => {
    await change('example', 'lapsed');
    (await question(0)).answer({
      sentence: '9.',
      fill: { field: 'query', value: "tier = 'Gold'" },
    });
    const { args } = await slack.fake.nextCall('views.update');

    expect(args['view']).toMatchObject({
      blocks: expect.arrayContaining([
        expect.objectContaining({
          block_id: 'query',
          element: expect.objectContaining({
            action_id: 'value.filled',
            initial_value: "tier = 'Gold'",
          }),
        }),
      ]),
    });
  });

  it('leaves alone what a submission has put in its place', async () => {
    await change('query', 'tier IS NULL');
    const { answer } = await question(0);
    const view = messageView(en, 'Saved.');
    await fetch(`${slack.fake.apiUrl}views.update`, {
      method: 'POST',
      body: new URLSearchParams({ view_id: 'V9', view: JSON.stringify(view) }),
    });
    answer({ sentence: '3 customers.' });
    await slack.fake.nextCall('views.update');
    await slack.fake.nextCall('views.update');

    expect(slack.fake.views().get('V9')).toEqual(view);
  });
});

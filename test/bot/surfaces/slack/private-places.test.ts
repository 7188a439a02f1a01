// What only one person sees (a private card, a modal, the Home tab) is kept true for them: nobody else brings it up to date.
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionRef } from '#bot/action-id.ts';
import type { Card } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';
import type { Input, Reply } from '#bot/router.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aPress, aSubmission } from '../../../support/slack-payloads.ts';
import { readBlocks } from '../../../support/slack-reading.ts';
import { pressed, startSlack } from './slack-setup.ts';

const TAKE: ActionRef = { name: 'case.take', id: 'case-1', version: 2 };
const CARD: Card = { title: 'Maria Silva', tone: 'neutral', blocks: [] };
const FORM: Form = {
  title: 'Reject',
  intro: [],
  fields: [
    { kind: 'text', name: 'why', label: 'Why', required: false, multiline: false, maxLength: 50 },
  ],
  submitLabel: 'Reject',
  action: { name: 'approval.reject', id: 'a1', version: 3 },
};
const TYPED = { why: { type: 'plain_text_input', value: 'Too much' } };
const DONE: Reply = { kind: 'done' };

let slack: Awaited<ReturnType<typeof startSlack>>;
afterEach(() => slack.stop());

describe('a private place', () => {
  it('shows a private card as it stands now in its place, and says nothing beside it', async () => {
    const done: Reply = { kind: 'done', now: CARD };
    slack = await startSlack({ mode: 'socket', router: privately(done) });
    const responseUrl = slack.fake.responseUrl();

    await slack.fake.push(
      'interactive',
      aPress({ value: pressed(TAKE), responseUrl, isEphemeral: true }),
    );

    await slack.app.connection.stop();
    expect(slack.fake.calls('response_url').map(({ args }) => args)).toMatchObject([
      { replace_original: true, text: CARD.title },
    ]);
  });

  it('shows what was done in a modal in its place, and on the Home tab that it was opened from', async () => {
    const router = privately({ kind: 'done', now: CARD });
    slack = await startSlack({ mode: 'socket', router });

    await slack.fake.push(
      'interactive',
      aPress({ value: pressed(TAKE), view: { type: 'modal', id: 'V7' } }),
    );

    const { args } = await slack.fake.nextCall('views.update');
    expect(args['view_id']).toBe('V7');
    expect(readBlocks(Object(args['view']).blocks).text).toBe(CARD.title);
    await slack.fake.nextCall('views.publish');
    expect(slack.fake.calls('views.push')).toEqual([]);
  });

  it('closes a form alone that was laid on a modal, and shows there what has changed', async () => {
    const done: Reply = { kind: 'done', now: CARD };
    const router = privately(({ kind }) =>
      kind === 'submit' ? done : { kind: 'form', form: FORM },
    );
    slack = await startSlack({ mode: 'socket', router });
    await slack.fake.push(
      'interactive',
      aPress({ value: pressed(TAKE), view: { type: 'modal', id: 'V7' } }),
    );
    const { view } = (await slack.fake.nextCall('views.push')).args;
    const viewId = [...slack.fake.views().keys()].at(-1) ?? '';

    const ack = await slack.fake.push('interactive', aSubmission({ view, viewId, values: TYPED }));

    const { args } = await slack.fake.nextCall('views.update');
    expect(ack ?? {}).toEqual({});
    expect(args['view_id']).toBe('V7');
    await slack.fake.nextCall('views.publish');
  });

  it('draws the Home tab anew after a form that was opened from it, and closes that', async () => {
    const done: Reply = { kind: 'done', now: CARD };
    const router = privately(({ kind }) =>
      kind === 'submit' ? done : { kind: 'form', form: FORM },
    );
    slack = await startSlack({ mode: 'socket', router });
    await slack.fake.push('interactive', aPress({ value: pressed(TAKE), view: { type: 'home' } }));
    const { view } = (await slack.fake.nextCall('views.open')).args;
    const viewId = [...slack.fake.views().keys()].at(-1) ?? '';

    const ack = await slack.fake.push('interactive', aSubmission({ view, viewId, values: TYPED }));

    await slack.fake.nextCall('views.publish');
    expect(ack).toEqual({ response_action: 'clear' });
    expect(slack.fake.calls('views.publish')).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ['a card', card('asker')],
    ['a form', { kind: 'form', form: FORM }],
    ['that it is done', { kind: 'done' }],
  ])(
    'shows %s in the place of the third modal, for Slack lays no fourth on it',
    async (_, last) => {
      const replies = [card('asker'), card('asker'), card('asker'), last];
      const router = aRouter(({ kind }) => (kind === 'press' ? replies.shift() : null) ?? DONE);
      slack = await startSlack({ mode: 'socket', router });
      const modal = () =>
        ({ type: 'modal', id: [...slack.fake.views().keys()].at(-1) ?? '' }) as const;

      await slack.fake.push(
        'interactive',
        aPress({ value: pressed(TAKE), view: { type: 'home' } }),
      );
      await slack.fake.nextCall('views.open');
      for (const _push of [1, 2, 3]) {
        await slack.fake.push('interactive', aPress({ value: pressed(TAKE), view: modal() }));
        await slack.fake.nextCall('views.push');
      }

      const { args } = await slack.fake.nextCall('views.update');
      expect(args['view_id']).toBe(modal().id);
      expect(slack.fake.views().size).toBe(3);
    },
  );
});

/** Does what was pressed or sent, which is to be asked as in private, and shows a Home tab. */
function privately(answer: Reply | ((input: Input) => Reply)) {
  return aRouter((input, { isPrivate }) => {
    if (input.kind === 'line') return card('asker');
    expect(isPrivate).toBe(true);
    return typeof answer === 'function' ? answer(input) : answer;
  });
}

function card(visible: 'asker' | 'channel'): Reply {
  return { kind: 'card', card: CARD, json: null, visible };
}

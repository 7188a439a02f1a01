// What comes back when a person types, presses or submits.
import { describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import type { Reply } from '#bot/router.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import {
  aPost,
  bodyOf,
  call,
  codec,
  recordingRouter,
  workspaceOptions,
} from '../../../support/workspace.ts';
import { offerForm, refundCard } from './samples.ts';

const TAKE = { name: 'case.take', id: 'case_1', version: 3 };
const PRESS = { channel: 'refunds', action: codec.encode(TAKE) };
const ASKER: Reply = { kind: 'card', card: refundCard(), json: null, visible: 'asker' };
const EVERYONE: Reply = { kind: 'card', card: refundCard(), json: null, visible: 'channel' };

describe('POST /workspace/line', () => {
  it('hands a line without its slash to the router and whispers the answer', async () => {
    const { router, post } = start(ASKER);

    const body = await post('/workspace/line', { channel: 'vips', line: ' /customer show "<b>" ' });

    expect(router.asked).toEqual([{ kind: 'line', line: 'customer show "<b>"' }]);
    expect(body).toContain('Only visible to you');
    expect(body).toContain('/customer show &quot;&lt;b&gt;&quot;');
  });

  it('says what is no command to the assistant, as it was typed', async () => {
    const { router, post } = start(ASKER);

    await post('/workspace/line', { channel: 'vips', line: 'and her refunds?' });

    expect(router.asked).toEqual([
      { kind: 'command', name: 'ask', args: { text: 'and her refunds?' } },
    ]);
  });

  it('posts an answer for everyone into the channel it was asked in', async () => {
    const { options, post } = start(EVERYONE);

    const body = await post('/workspace/line', { channel: 'sales', line: '/case open' });

    expect(body).toBe('');
    expect(await options.storage.messages.list('sales', { limit: 9 })).toHaveLength(1);
  });

  it('posts two answers as two messages', async () => {
    const { options, post } = start(EVERYONE);

    await post('/workspace/line', { channel: 'sales', line: '/case list' });
    await post('/workspace/line', { channel: 'sales', line: '/case list' });

    expect(await options.storage.messages.list('sales', { limit: 9 })).toHaveLength(2);
  });
});

describe('POST /workspace/press', () => {
  it('hands the action that was sealed to the router', async () => {
    const { router, post } = start({ kind: 'done' });

    await post('/workspace/press', PRESS);

    expect(router.asked).toEqual([{ kind: 'press', action: TAKE }]);
  });

  it('puts a stamp in the place of the private card that was pressed', async () => {
    const stamp: Card = { title: 'Confirmed', tone: 'good', blocks: [] };
    const { post } = start({ ...ASKER, stamp });
    const itself = start({ ...ASKER, stamp: 'itself' });

    const body = await post('/workspace/press', PRESS);
    const alone = await itself.post('/workspace/press', PRESS);

    expect(body).toContain('hx-target=".whisper:has(button[value=');
    expect(body.match(/class="message whisper"/g)).toHaveLength(2);
    expect(body).toContain('Confirmed');
    expect(alone.match(/class="message whisper"/g)).toHaveLength(1);
  });

  it('acts on nothing that was not sealed here', async () => {
    const { router, post } = start({ kind: 'done' });

    const body = await post('/workspace/press', {
      ...PRESS,
      action: 'case.take|case_2|3|aaaaaaaaaaaaaaaaaaaaaa',
    });

    expect(router.asked).toEqual([]);
    expect(body).toContain('out of date');
  });

  it('refuses a channel that does not exist', async () => {
    const { router, respond } = start({ kind: 'done' });

    expect((await respond('/workspace/press', { ...PRESS, channel: 'payroll' })).status).toBe(400);
    expect(router.asked).toEqual([]);
  });

  it('brings a private answer up to date in its place, but repeats nothing that acts', async () => {
    const { post, respond } = start(ASKER);
    const open = codec.encode({ name: 'approval.open', id: 'apr_1' });

    const first = await post('/workspace/press', { channel: 'vips', action: open });
    const again = await post('/workspace/press', {
      channel: 'vips',
      action: open,
      whisper: 'whisper-A1',
    });
    const acting = await respond('/workspace/press', { ...PRESS, whisper: 'whisper-A1' });

    expect(first).toContain('hx-trigger="refresh from:body');
    expect(again).toMatch(
      /hx-target="#whisper-A1" hx-swap="outerMorph"><article [^>]*id="whisper-A1"/,
    );
    expect(acting.status).toBe(400);
  });

  it('answers a form as a dialog', async () => {
    const { post } = start({ kind: 'form', form: offerForm() });

    expect(await post('/workspace/press', PRESS)).toMatch(/hx-target="#dialogs".*<dialog/s);
  });

  it('ticks off a step of the tour only when it worked', async () => {
    const refused = { ...ASKER, refused: { code: 'stale', message: 'too late' } };

    const worked = await start({ kind: 'done' }).respond('/workspace/press', PRESS);
    const failed = await start(refused).respond('/workspace/press', PRESS);

    expect(worked.headers?.['set-cookie']).toMatch(/^regulars_tour=take;/);
    expect(failed.headers?.['set-cookie']).toBeUndefined();
  });
});

describe('POST /workspace/submit', () => {
  const submit = {
    channel: 'refunds',
    action: codec.encode({ name: 'case.offer-send', id: 'case_1', version: 1 }),
    'many.options': '1',
    'value.options': 'exchange',
    'value.line': 'Sorry!',
  };

  it('hands the values over and closes the dialog', async () => {
    const { router, respond } = start({ kind: 'done' });

    const response = await respond('/workspace/submit', submit);

    expect(router.asked).toMatchObject([{ values: { options: ['exchange'], line: 'Sorry!' } }]);
    expect(response.headers?.['hx-trigger']).toBe('close-dialog');
  });

  it('puts each fault beside its field and leaves the dialog open', async () => {
    const faults = [{ field: 'options', message: 'Choose <one>' }];
    const { respond } = start({ kind: 'faults', faults });

    const response = await respond('/workspace/submit', submit);

    expect(response.headers?.['hx-trigger']).toBeUndefined();
    expect(bodyOf(response)).toBe(
      '<hx-partial hx-target="#fault-options" hx-swap="innerHTML">Choose &lt;one&gt;</hx-partial>',
    );
  });
});

function start(reply: Reply) {
  const router = recordingRouter(reply);
  const options = workspaceOptions({ router });
  const routes = createWorkspaceRoutes(options);
  const respond = (path: string, fields: Record<string, string>) =>
    call(routes, aPost(path, fields));
  const post = async (path: string, fields: Record<string, string>) =>
    bodyOf(await respond(path, fields));
  return { router, options, respond, post };
}

// An answer in plain words in the workspace: asked for by what stands for it, shown as it is made, whole at the end.
import { describe, expect, it } from 'vitest';
import type { Reply } from '#bot/router.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aProgress, aSlowAnswer } from '../../../support/looking-on.ts';
import { aPost, bodyOf, call, workspaceOptions } from '../../../support/workspace.ts';

const DONE: Reply = {
  kind: 'card',
  card: { title: 'Assistant', tone: 'neutral', blocks: [{ kind: 'text', text: ['Whole.'] }] },
  json: null,
  visible: 'asker',
};
const ASKED = { channel: 'vips', whisper: 'whisper-1', line: 'who is <b>dear</b>?' };

function start(answer: Parameters<typeof aRouter>[0] = () => DONE) {
  const router = aRouter(answer);
  const routes = createWorkspaceRoutes(workspaceOptions({ router, hasModel: true }));
  return { router, routes };
}

/** The pieces of a stream that carry something. */
async function piecesOf(body: unknown): Promise<readonly string[]> {
  const pieces: string[] = [];
  for await (const piece of body as AsyncIterable<string>)
    if (piece.startsWith('data:')) pieces.push(piece);
  return pieces;
}

describe('POST /workspace/line where there is a model', () => {
  it('shows the question at once, and asks nothing yet', async () => {
    const { router, routes } = start();
    const { channel, line } = ASKED;
    const body = bodyOf(await call(routes, aPost('/workspace/line', { channel, line })));

    expect(router.asked).toEqual([]);
    expect(body).toContain('Looking into it …');
    expect(body).toContain('hx-post="/workspace/answer"');
    expect(body).toContain('who is &lt;b&gt;dear');
    expect(body).toContain('aria-busy="true"');
  });
});

describe('POST /workspace/answer', () => {
  it('shows the states in the place of the question, says what is new, and ends with the answer', async () => {
    const slow = aSlowAnswer();
    const { router, routes } = start(slow.answer);
    const { body, headers } = await call(routes, aPost('/workspace/answer', ASKED));
    const pieces = piecesOf(body);
    await slow.show(aProgress('One.', { id: 't', name: 'customer show', state: 'running' }));
    await new Promise(setImmediate);
    await slow.show(aProgress('One. Two.'));
    await new Promise(setImmediate);
    slow.finish(DONE);
    const [first, second, last] = await pieces;

    expect(headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
    expect(router.asked[0]?.input).toEqual({
      kind: 'command',
      name: 'ask',
      args: { text: 'who is <b>dear</b>?' },
    });
    expect(first).toContain('#whisper-1-body');
    expect(first).toContain('customer show');
    expect(first).toContain('Stop</button>');
    expect(second).toMatch(/#announce[^>]*>Two\.</);
    expect(last).toContain('Whole.');
    expect(last).toContain('who is &lt;b&gt;dear');
    expect(last).not.toContain('/workspace/answer');
  });

  it('stops an answer whose page is gone', async () => {
    const slow = aSlowAnswer();
    const { routes } = start(slow.answer);
    const page = new AbortController();
    const request = { ...aPost('/workspace/answer', ASKED), signal: page.signal };
    const { body } = await call(routes, request);
    const pieces = piecesOf(body);
    const { live } = await slow.place();
    page.abort();
    slow.finish(DONE);
    await pieces;

    expect(live?.signal?.aborted).toBe(true);
  });

  it.each([
    ['a channel that is none', { ...ASKED, channel: 'nowhere' }],
    ['a place that is none', { ...ASKED, whisper: 'body' }],
    ['more than a line', { ...ASKED, line: 'x'.repeat(2001) }],
  ])('takes no %s', async (_what, fields) => {
    const { router, routes } = start();

    expect(await call(routes, aPost('/workspace/answer', fields))).toMatchObject({ status: 400 });
    expect(router.asked).toEqual([]);
  });
});

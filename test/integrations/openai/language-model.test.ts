// A model's servers as they differ: OpenAI's own client against a scripted server, over both of its protocols.
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelConversation } from '#engine/ports/language-model.ts';
import { createLanguageModel } from '#integrations/openai/language-model.ts';
import {
  type Asked,
  type Scripted,
  startFakeOpenAi,
  thoughtsIn,
} from '../../support/fake-openai.ts';

const TOOL = { name: 'look', description: 'Looks.', schema: { type: 'object', properties: {} } };

let server: Awaited<ReturnType<typeof startFakeOpenAi>>;
afterEach(() => server.stop());

/** A model whose server answers so, and a conversation with it. */
async function start(api: 'responses' | 'chat', answer: (asked: readonly Asked[]) => Scripted) {
  server = await startFakeOpenAi(answer);
  const { baseUrl } = server;
  const model = createLanguageModel({ apiKey: 'k', baseUrl, model: 'm', api, retries: 0 });
  const converse = () => {
    const { signal } = new AbortController();
    return model.converse({ instructions: 'Be brief.', said: 'Hello', tools: [TOOL], signal });
  };
  return { converse };
}

/** One answer after the other, the last one again and again. */
function inTurn(...answers: readonly Scripted[]) {
  return (asked: readonly Asked[]) => answers[Math.min(asked.length, answers.length) - 1] ?? {};
}

/** Goes on until nothing is called any more, and gives the last words. */
async function talk(conversation: ModelConversation): Promise<string> {
  let round = await conversation.next([]);
  while (round.calls.length > 0)
    round = await conversation.next(round.calls.map(({ id }) => ({ id, output: '{}' })));
  return round.text;
}

describe('createResponses', () => {
  it('sends back what the model thought under its seal, for nothing is stored at the other side', async () => {
    const call = { calls: [{ name: 'look' }] };
    const { converse } = await start('responses', inTurn(call, call, { text: 'Done.' }));

    expect(await talk(converse())).toBe('Done.');
    expect(server.asked.map(thoughtsIn)).toMatchObject([
      [],
      [{ encrypted_content: 'sealed-1' }],
      [{ encrypted_content: 'sealed-1' }, { encrypted_content: 'sealed-2' }],
    ]);
  });

  it.each([
    { message: 'Encrypted content is not supported with this model.', param: 'include' },
    { message: "Unknown parameter: 'include'." },
  ])('goes on without the thoughts where they cannot be sealed: $message', async (error) => {
    const { converse } = await start('responses', (asked) => {
      if ('include' in (asked.at(-1) ?? {})) return { status: 400, error };
      return asked.length < 3 ? { calls: [{ name: 'look' }] } : { text: 'Done.' };
    });
    const said = [await talk(converse()), await talk(converse())];

    expect(said).toEqual(['Done.', 'Done.']);
    expect(server.asked.flatMap(thoughtsIn)).toEqual([]);
    // It is asked for once, and not again for every conversation.
    expect(server.asked.filter((body) => 'include' in body)).toHaveLength(1);
  });
});

describe('createChat', () => {
  const first = { name: 'look', arguments: '{"at":1}' };
  const second = { name: 'look', arguments: '{"at":2}' };

  it.each([
    [
      'all with the index 0',
      [
        { content: '', tool_calls: [{ index: 0, id: 'a', function: first }] },
        { content: '', tool_calls: [{ index: 0, id: 'b', function: second }] },
      ],
    ],
    ['without an index', [{ tool_calls: [{ id: 'a', function: first }] }, callOf('b', second)]],
    [
      'all at once',
      [
        {
          tool_calls: [
            { id: 'a', function: first },
            { id: 'b', function: second },
          ],
        },
      ],
    ],
    ['without ids', [{ tool_calls: [{ index: 0, function: first }] }, callOf('', second)]],
    [
      'in pieces that say the id again',
      [
        callOf('a', { name: 'look', arguments: '{"at"' }),
        callOf('a', { arguments: ':1}' }),
        callOf('b', second),
      ],
    ],
    [
      'in pieces without an id but the first',
      [
        callOf('a', { name: 'look', arguments: '' }),
        { tool_calls: [{ function: { arguments: '{"at":1}' } }] },
        callOf('b', second),
      ],
    ],
    ['as objects', [callOf('a', { ...first, arguments: { at: 1 } }), callOf('b', second)]],
  ])('keeps two calls apart that come %s', async (_how, deltas) => {
    const { converse } = await start('chat', inTurn({ deltas }, { text: 'Done.' }));
    const conversation = converse();
    const { calls } = await conversation.next([]);
    await conversation.next(calls.map(({ id }) => ({ id, output: '{}' })));

    expect(calls.map(({ name, args }) => [name, args])).toEqual([
      ['look', { at: 1 }],
      ['look', { at: 2 }],
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(server.asked[1]?.['messages']).toMatchObject([
      { role: 'system' },
      { role: 'user' },
      { role: 'assistant', content: null, tool_calls: calls.map(({ id }) => ({ id })) },
      ...calls.map(({ id }) => ({ role: 'tool', tool_call_id: id })),
    ]);
  });

  it('reads servers that say null for what they have not', async () => {
    const deltas = [
      { role: 'assistant', content: null, tool_calls: null },
      { content: 'Hi.' },
      null,
    ];
    const { converse } = await start('chat', inTurn({ deltas }));

    expect(await talk(converse())).toBe('Hi.');
  });
});

function callOf(id: string, said: Readonly<Record<string, unknown>>) {
  return { tool_calls: [{ id, function: said }] };
}

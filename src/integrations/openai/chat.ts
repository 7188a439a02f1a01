// A conversation over Chat Completions, which every compatible server has.
import type OpenAI from 'openai';
import type {
  ChatCompletionChunk,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { VendorError } from '#engine/errors.ts';
import type { LanguageModel, ModelConversation } from '#engine/ports/language-model.ts';
import { readCallArguments } from './arguments.ts';

type Asked = Parameters<LanguageModel['converse']>[0];

/** Begins conversations; each round sends all that was before. */
export function createChat(client: OpenAI, model: string): (asked: Asked) => ModelConversation {
  return (asked) => converse(client, model, asked);
}

function converse(client: OpenAI, model: string, asked: Asked): ModelConversation {
  const messages: ChatCompletionMessageParam[] = [
    { role: 'system', content: asked.instructions },
    { role: 'user', content: asked.said },
  ];
  const tools = asked.tools.map(({ name, description, schema }) => ({
    type: 'function' as const,
    function: { name, description, parameters: { ...schema } },
  }));
  return {
    next: async (results) => {
      for (const { id, output } of results)
        messages.push({ role: 'tool', tool_call_id: id, content: output });
      const chunks = await client.chat.completions.create(
        { model, messages, tools, stream: true, stream_options: { include_usage: true } },
        { signal: asked.signal },
      );
      const { text, calls, tokens } = await readChunks(chunks, asked.onText);
      messages.push({
        role: 'assistant',
        content: text,
        ...(calls.length === 0 ? {} : { tool_calls: calls.map(toToolCall) }),
      });
      return {
        text,
        tokens,
        calls: calls.map(({ id, name, json }) => ({ id, name, args: readCallArguments(json) })),
      };
    },
  };
}

type Written = { readonly id: string; readonly name: string; readonly json: string };

function toToolCall({ id, name, json }: Written) {
  return { id, type: 'function' as const, function: { name, arguments: json } };
}

/** Puts together what comes in pieces: words, and calls by their index. */
async function readChunks(chunks: AsyncIterable<ChatCompletionChunk>, onText: Asked['onText']) {
  const calls = new Map<number, Written>();
  let text = '';
  let tokens = 0;
  let isWhole = false;
  for await (const { choices, usage } of chunks) {
    tokens = usage?.total_tokens ?? tokens;
    const [choice] = choices;
    if (choice === undefined) continue;
    const { content, refusal, tool_calls = [] } = choice.delta;
    const piece = content ?? refusal ?? '';
    text += piece;
    if (piece !== '') onText?.(piece);
    for (const { index, id, function: called } of tool_calls) {
      const known = calls.get(index) ?? { id: '', name: '', json: '' };
      calls.set(index, {
        id: id ?? known.id,
        name: called?.name ?? known.name,
        json: known.json + (called?.arguments ?? ''),
      });
    }
    isWhole ||= choice.finish_reason !== null && choice.finish_reason !== undefined;
  }
  if (!isWhole) throw new VendorError('the model broke off', { vendor: 'openai', retryable: true });
  return { text, tokens, calls: [...calls.values()] };
}

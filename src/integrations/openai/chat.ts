// A conversation over Chat Completions, which every compatible server has.
import type OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { LanguageModel, ModelConversation, ModelTool } from '#engine/ports/language-model.ts';
import { readCallArguments } from './arguments.ts';
import { addPiece, type WrittenCall } from './chat-calls.ts';
import { cutBy } from './cut.ts';
import { brokenOff } from './telling.ts';
import { readTokens } from './usage.ts';

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
  const tools = asked.tools.map(toTool);
  return {
    next: async (results, more = []) => {
      tools.push(...more.map(toTool));
      // An empty list of tools is refused.
      const offered = tools.length === 0 ? {} : { tools };
      for (const { id, output } of results)
        messages.push({ role: 'tool', tool_call_id: id, content: output });
      const chunks = await client.chat.completions.create(
        { model, messages, ...offered, stream: true, stream_options: { include_usage: true } },
        { signal: asked.signal },
      );
      const { text, calls, ...rest } = await readChunks(chunks, asked.onText);
      messages.push({
        role: 'assistant',
        content: text === '' ? null : text,
        ...(calls.length === 0 ? {} : { tool_calls: calls.map(toToolCall) }),
      });
      return {
        ...rest,
        text,
        calls: calls.map(({ id, name, json }) => ({ id, name, args: readCallArguments(json) })),
      };
    },
  };
}

function toTool({ name, description, schema }: ModelTool) {
  return {
    type: 'function' as const,
    function: { name, description, parameters: { ...schema } },
  };
}

function toToolCall({ id, name, json }: WrittenCall) {
  return { id, type: 'function' as const, function: { name, arguments: json } };
}

/** What is read of a piece. Servers leave out what they have not, or say null. */
const Chunk = z.object({
  usage: z.unknown().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        delta: z
          .object({
            content: z.string().nullish(),
            refusal: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.number().nullish(),
                  id: z.string().nullish(),
                  function: z
                    .object({ name: z.string().nullish(), arguments: z.unknown().optional() })
                    .nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
});

/** Puts together what comes in pieces: words, and calls. */
async function readChunks(chunks: AsyncIterable<unknown>, onText: Asked['onText']) {
  let calls: readonly WrittenCall[] = [];
  let text = '';
  let tokens: number | null = null;
  let reason: string | null = null;
  for await (const chunk of chunks) {
    const { usage, choices } = readChunk(chunk);
    tokens = readTokens(usage) ?? tokens;
    const [choice] = choices ?? [];
    const piece = choice?.delta?.content ?? choice?.delta?.refusal ?? '';
    text += piece;
    if (piece !== '') onText?.(piece);
    calls = (choice?.delta?.tool_calls ?? []).reduce(addPiece, calls);
    reason = choice?.finish_reason ?? reason;
  }
  if (reason === null) throw brokenOff('the model broke off');
  return { text, tokens, calls, ...cutBy(reason) };
}

function readChunk(chunk: unknown): z.infer<typeof Chunk> {
  const read = Chunk.safeParse(chunk);
  if (read.success) return read.data;
  throw brokenOff('the model answers in no form that can be read', read.error);
}

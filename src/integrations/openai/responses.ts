// A conversation over the Responses API; nothing of it is stored at the other side.
import type OpenAI from 'openai';
import type {
  ResponseInputItem,
  ResponseOutputItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import { VendorError } from '#engine/errors.ts';
import type { LanguageModel, ModelConversation, ModelRound } from '#engine/ports/language-model.ts';
import { readCallArguments } from './arguments.ts';

type Asked = Parameters<LanguageModel['converse']>[0];

/** The conversation; each round sends all that was before. */
export function converseInResponses(
  client: OpenAI,
  model: string,
  asked: Asked,
): ModelConversation {
  const { instructions, said, signal } = asked;
  const input: ResponseInputItem[] = [{ role: 'user', content: said }];
  const tools = asked.tools.map(({ name, description, schema }) => ({
    type: 'function' as const,
    name,
    description,
    parameters: { ...schema },
    strict: false,
  }));
  return {
    next: async (results) => {
      for (const { id, output } of results)
        input.push({ type: 'function_call_output', call_id: id, output });
      const events = await client.responses.create(
        { model, instructions, input, tools, stream: true, store: false },
        { signal },
      );
      const round = await readRound(events, asked.onText);
      input.push(...round.items);
      return round;
    },
  };
}

async function readRound(
  events: AsyncIterable<ResponseStreamEvent>,
  onText: Asked['onText'],
): Promise<ModelRound & { readonly items: readonly ResponseInputItem[] }> {
  let part: string | null = null;
  for await (const event of events) {
    if (event.type === 'response.output_text.delta' || event.type === 'response.refusal.delta') {
      // Parts are put together as the whole text will have them.
      const next = `${event.output_index}:${event.content_index}`;
      onText?.(part === null || part === next ? event.delta : `\n${event.delta}`);
      part = next;
    }
    if (event.type === 'response.completed' || event.type === 'response.incomplete') {
      const { output, usage } = event.response;
      const calls = output.flatMap((item) =>
        item.type === 'function_call'
          ? [{ id: item.call_id, name: item.name, args: readCallArguments(item.arguments) }]
          : [],
      );
      const said = output.flatMap((item) =>
        item.type === 'message'
          ? item.content.flatMap((part) =>
              part.type === 'refusal' ? [part.refusal] : textOf(part),
            )
          : [],
      );
      const text = said.join('\n');
      return { text, calls, tokens: usage?.total_tokens ?? 0, items: output.filter(isSentBack) };
    }
    if (event.type === 'response.failed' || event.type === 'error')
      throw new VendorError('the model failed', { vendor: 'openai', retryable: true });
  }
  throw new VendorError('the model broke off', { vendor: 'openai', retryable: true });
}

/** What the model must see again of its own in the next round. */
function isSentBack(item: ResponseOutputItem): item is SentBack {
  return ['function_call', 'message', 'reasoning'].includes(item.type);
}

type SentBack = Extract<
  ResponseOutputItem,
  { readonly type: 'function_call' | 'message' | 'reasoning' }
>;

function textOf(part: { readonly type: string; readonly text?: string }): readonly string[] {
  return part.text === undefined ? [] : [part.text];
}

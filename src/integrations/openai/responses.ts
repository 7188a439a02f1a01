// A conversation over the Responses API; nothing of it is stored at the other side.
import OpenAI from 'openai';
import type {
  Response,
  ResponseInputItem,
  ResponseOutputItem,
  ResponseStreamEvent,
} from 'openai/resources/responses/responses';
import type {
  LanguageModel,
  ModelConversation,
  ModelRound,
  ModelTool,
} from '#engine/ports/language-model.ts';
import { readCallArguments } from './arguments.ts';
import { cutBy } from './cut.ts';
import { brokenOff } from './telling.ts';
import { readTokens } from './usage.ts';

type Asked = Parameters<LanguageModel['converse']>[0];

/** Begins conversations; each round sends all that was before, and what the model thought under its own seal. */
export function createResponses(
  client: OpenAI,
  model: string,
): (asked: Asked) => ModelConversation {
  // Models that do not think have nothing to seal, and some servers refuse to be asked for it.
  let mayBeSealed = true;
  return (asked) => {
    const { instructions, said, signal } = asked;
    const input: ResponseInputItem[] = [{ role: 'user', content: said }];
    const tools = asked.tools.map(toTool);
    const stream = () =>
      client.responses.create(
        {
          model,
          instructions,
          input,
          tools,
          stream: true,
          store: false,
          ...(mayBeSealed ? { include: ['reasoning.encrypted_content'] } : {}),
        },
        { signal },
      );
    return {
      next: async (results, more = []) => {
        tools.push(...more.map(toTool));
        for (const { id, output } of results)
          input.push({ type: 'function_call_output', call_id: id, output });
        const events = await stream().catch((error: unknown) => {
          if (!mayBeSealed || !refusesSeal(error)) throw error;
          mayBeSealed = false;
          return stream();
        });
        const { items, ...round } = await readRound(events, asked.onText);
        input.push(...items);
        return round;
      },
    };
  };
}

function toTool({ name, description, schema }: ModelTool) {
  const parameters = { ...schema };
  return { type: 'function' as const, name, description, parameters, strict: false };
}

/** Whether a server refuses to seal what the model thought. */
function refusesSeal(error: unknown): boolean {
  if (!(error instanceof OpenAI.BadRequestError)) return false;
  return (
    error.param?.startsWith('include') === true || /\binclude\b|encrypted/i.test(error.message)
  );
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
      const items = output.flatMap(sentBack);
      return { text, calls, tokens: readTokens(usage), items, ...cutOf(event) };
    }
    if (event.type === 'response.failed' || event.type === 'error')
      throw brokenOff('the model failed');
  }
  throw brokenOff('the model broke off');
}

/** An answer that is not complete was cut, whatever the reason is called. */
function cutOf({ type, response }: { readonly type: string; readonly response: Response }) {
  if (type === 'response.completed') return {};
  return cutBy(
    response.incomplete_details?.reason === 'content_filter' ? 'content_filter' : 'length',
  );
}

/**
 * What the model must see again of its own in the next round. Nothing is stored at the other side, so that a thought
 * without its sealed content would be looked up there and not be found (OpenAI, "Reasoning models", read November 2026).
 */
function sentBack(item: ResponseOutputItem): readonly ResponseInputItem[] {
  switch (item.type) {
    case 'message':
      return [item];
    case 'function_call': {
      const { type, call_id, name, arguments: json } = item;
      return [{ type, call_id, name, arguments: json }];
    }
    case 'reasoning': {
      const { type, id, summary, encrypted_content } = item;
      return encrypted_content == null ? [] : [{ type, id, summary, encrypted_content }];
    }
    default:
      return [];
  }
}

function textOf(part: { readonly type: string; readonly text?: string }): readonly string[] {
  return part.text === undefined ? [] : [part.text];
}

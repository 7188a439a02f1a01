// The calls of a model as they come in pieces over Chat Completions, for servers number them each in their own way.
import { readCallArguments } from './arguments.ts';

/** A call as far as it is written; `json` are its arguments. */
export type WrittenCall = {
  readonly id: string;
  readonly name: string;
  readonly json: string;
  /** As the server numbered it. */
  readonly index: number | null;
};

type Piece = {
  readonly index?: number | null | undefined;
  readonly id?: string | null | undefined;
  readonly function?:
    | { readonly name?: string | null | undefined; readonly arguments?: unknown }
    | null
    | undefined;
};

/**
 * The calls with one piece more. OpenAI numbers its calls and says the id of each once; Ollama gives all of them the
 * index 0 (ollama/ollama#15457), others no index or no id at all, but then each call whole.
 */
export function addPiece(
  calls: readonly WrittenCall[],
  { index = null, id, function: said }: Piece,
): readonly WrittenCall[] {
  const name = said?.name ?? '';
  const json = written(said?.arguments);
  const found = calls.findLast((call) =>
    id == null || id === '' ? index === null || call.index === index : call.id === id,
  );
  // Without an id, a name says that another call begins, unless the one before has only said its own.
  const begins =
    found === undefined || (!id && name !== '' && (found.name !== name || isWhole(found)));
  if (begins) return [...calls, { id: id || `call-${calls.length + 1}`, name, json, index }];
  const grown = { ...found, name: found.name || name, json: found.json + json };
  return calls.map((call) => (call === found ? grown : call));
}

function isWhole({ json }: WrittenCall): boolean {
  return json !== '' && readCallArguments(json) !== null;
}

/** Some servers write the object itself and not its JSON. */
function written(args: unknown): string {
  return typeof args === 'string' ? args : args == null ? '' : JSON.stringify(args);
}

// What a server says that a round has cost.
import { z } from 'zod';

const tokens = z.number().min(0).nullish();

const Usage = z.object({
  total_tokens: tokens,
  prompt_tokens: tokens,
  input_tokens: tokens,
  completion_tokens: tokens,
  output_tokens: tokens,
});

/** The tokens of a round; null where the server says none, for no round is free. */
export function readTokens(usage: unknown): number | null {
  const read = Usage.safeParse(usage);
  if (!read.success) return null;
  const { total_tokens, prompt_tokens, input_tokens, completion_tokens, output_tokens } = read.data;
  const sum = (prompt_tokens ?? input_tokens ?? 0) + (completion_tokens ?? output_tokens ?? 0);
  return total_tokens || sum || null;
}

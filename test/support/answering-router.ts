// A router that answers what a test says, for surfaces to bring things to.
import type { Input, Place, Reply, Router } from '#bot/router.ts';
import type { Teammate } from '#bot/teammate.ts';

/** A router that answers what the test says and keeps what it was asked. */
export function aRouter(
  answer: (input: Input, place: Place) => Reply | Promise<Reply>,
  preview: Router['preview'] = async () => null,
): Router & {
  readonly asked: { teammate: Teammate; input: Input }[];
  readonly places: Place[];
} {
  const asked: { teammate: Teammate; input: Input }[] = [];
  const places: Place[] = [];
  return {
    asked,
    places,
    async handle(teammate, input, place = {}) {
      asked.push({ teammate, input });
      places.push(place);
      return answer(input, place);
    },
    complete: async () => [],
    completeArgument: async () => [],
    preview,
  };
}

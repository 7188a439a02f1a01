// Command line, button press or form → authorise → handler → reply; the one place that turns an error into words.
import type { ActionRef } from './action-id.ts';
import type { Answer } from './command.ts';
import type { FieldFault, FormValues } from './form.ts';
import type { Teammate } from './teammate.ts';

/** What a teammate did on a surface. */
export type Input =
  /** A line as typed, without the slash: "customer show maria". */
  | { readonly kind: 'line'; readonly line: string }
  /** A line already cut into words (the terminal's arguments). */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'press'; readonly action: ActionRef }
  | { readonly kind: 'submit'; readonly action: ActionRef; readonly values: FormValues };

/** What the surface shows: an answer, faults beside the fields of a form, or `done` (the card itself has changed). */
export type Reply =
  | Answer
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'done' };

/** One offered completion: `insert` replaces the word under the cursor, `label` and `hint` are shown. */
export type Suggestion = { readonly insert: string; readonly label: string; readonly hint: string };

export interface Router {
  /** Never throws: what goes wrong becomes a card that says so. */
  handle(teammate: Teammate, input: Input): Promise<Reply>;
  /** What could stand at the end of a line that is being typed. */
  complete(teammate: Teammate, line: string): Promise<readonly Suggestion[]>;
}

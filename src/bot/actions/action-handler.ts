// What answers a button: its name, who may press it, and what it does when pressed or when its form comes back.
import type { Role } from '#engine/errors.ts';
import type { PostSubject } from '#engine/ports/notifier.ts';
import type { ActionRef } from '../action-id.ts';
import type { Answer, Context } from '../command.ts';
import type { Draft, FieldFault, FormValues, Preview } from '../form.ts';

/** An answer, faults beside the fields of a form, or `done`: the card itself has changed, that of the `subject`. */
export type ActionReply =
  | Answer
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'done'; readonly subject?: PostSubject };

/** One button. A button that asks something first answers the press with a form and acts on the submission. */
export type ActionHandler = {
  /** As in the button's action: `approval.approve`. */
  readonly name: string;
  readonly role: Role;
  readonly press?: (context: Context, action: ActionRef) => Promise<ActionReply>;
  readonly submit?: (
    context: Context,
    action: ActionRef,
    values: FormValues,
  ) => Promise<ActionReply>;
  /** What is said of its form while it is being filled in; changes nothing. */
  readonly preview?: (context: Context, draft: Draft, action: ActionRef) => Promise<Preview>;
};

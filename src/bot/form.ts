// A form as plain data: a modal in Slack and Discord, a dialog in the workspace.
import type { Language } from '#engine/language.ts';
import type { ActionRef } from './action-id.ts';
import type { Block } from './card.ts';

export type Field = {
  /** The key of its value in the submission. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
} & (
  | {
      readonly kind: 'text';
      readonly multiline: boolean;
      readonly maxLength: number;
      readonly value?: string;
      readonly placeholder?: string;
      /** The argument of a command whose completion is offered while it is typed, where a surface can do that. */
      readonly completes?: { readonly command: string; readonly parameter: string };
    }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly value?: number }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly value?: string }
  | {
      readonly kind: 'choices';
      readonly options: readonly Option[];
      readonly values?: readonly string[];
    }
);

export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

export type Form = {
  /** What it is written in, for the words that a surface adds; the router says it of every form. */
  readonly language?: Language;
  readonly title: string;
  /** What stands above the fields. */
  readonly intro: readonly Block[];
  readonly fields: readonly Field[];
  readonly submitLabel: string;
  /**
   * What stands beside the fields where a surface can change it: `sentence` at first, then what the action's `preview`
   * says whenever one of the fields `of` changes.
   */
  readonly preview?: { readonly of: readonly string[]; readonly sentence: string };
  /** Where the submission goes; its `version` is the state that was shown. */
  readonly action: ActionRef;
};

/** What was filled in, by field name: text and numbers as typed, `choices` as a list. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** A form that is being filled in; `changed` is the field that was touched last. */
export type Draft = { readonly values: FormValues; readonly changed: string };

/** What is said of a draft, and the field that follows from the one that was touched. */
export type Preview = {
  readonly sentence: string;
  readonly fill?: { readonly field: string; readonly value: string };
};

/** A fault of one field, shown in place. */
export type FieldFault = { readonly field: string; readonly message: string };

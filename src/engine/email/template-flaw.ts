// What can be wrong with a template of a mail: one reason each, with its values. The catalogue has the sentences.
import type { LiquidFlaw } from '../flaw.ts';

/** What a value or an address may not be; `text` is as it stands there. */
export type Misplacement = 'in-style' | 'in-comment' | 'in-link' | 'bad-link';

export type TemplateFlaw =
  | LiquidFlaw
  | {
      readonly reason:
        | 'no-subject'
        | 'subject-came-out-empty'
        | 'include'
        | 'not-marketing'
        | 'no-way-out'
        | 'no-postal-address'
        | 'bad-address'
        | 'too-much';
    }
  | { readonly reason: 'unclosed' | 'closes-nothing'; readonly tag: string }
  | {
      readonly reason: Misplacement | 'between-elements' | 'no-effect';
      readonly text: string;
    }
  /** `detail` is what MJML says, in English. */
  | { readonly reason: 'mjml'; readonly tag: string; readonly detail: string }
  | {
      readonly reason: 'in-field';
      readonly field: 'subject' | 'preheader';
      readonly flaw: TemplateFlaw;
    };

// What a surface shows of an answer while it is being made; the answer itself comes as any other does.
import type { TurnId } from '#engine/ids.ts';
import type { Card } from './card.ts';

/** Something that is looked up for an answer; `name` is a command's. */
export type LiveTask = {
  readonly id: string;
  readonly name: string;
  readonly state: 'running' | 'done' | 'failed';
};

/** An answer as it stands: each one begins with the text of the one before it. */
export type Progress = {
  readonly turn: TurnId;
  /** What may be shown of what was said so far: filtered, and masked where a channel reads it. */
  readonly text: string;
  readonly tasks: readonly LiveTask[];
  /** All of it as a card, with the button that stops it. */
  readonly card: Card;
};

/** Somebody who looks on. */
export type Live = {
  /** More than one person reads along. */
  readonly isShared: boolean;
  /** Aborts where nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** Told of every change, in order, and only of answers that take long; returns at once. */
  readonly show: (progress: Progress) => void;
};

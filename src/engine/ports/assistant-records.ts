// What the assistant keeps: changes that wait for a person's word, answers in the making, what a conversation is about.
import type { CustomerId, ProposalId, TurnId } from '../ids.ts';

/** A command that somebody asked for in plain words; nothing of it is done before a person confirms it, once. */
export type Proposal = {
  readonly id: ProposalId;
  readonly command: string;
  /** By name; who is meant stands in it by id, so that the one who was shown is the one it happens to. */
  readonly args: Readonly<Record<string, string>>;
  /** The customer it is about, to be forgotten with them. */
  readonly customerId: CustomerId | null;
  /** The person who asked, and nobody else, confirms it. */
  readonly askedBy: string;
  readonly askedByName: string;
  readonly at: Date;
  readonly expiresAt: Date;
  /** The answer of a model below which it stands; null where it has a card of its own. */
  readonly turn: TurnId | null;
  readonly status: 'open' | 'confirmed' | 'cancelled';
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  /** It was confirmed, and then refused: nothing was done. */
  readonly refused: boolean;
};

/** What a conversation is about, for "her", "them" and "it". */
export type Conversation = {
  readonly customerId: CustomerId | null;
  /** A segment's name or a query. */
  readonly people: string | null;
  readonly last: 'customer' | 'people' | null;
  /** Ids of things by their prefix; of the last sentence also the command, and what it named by its name. */
  readonly things: Readonly<Record<string, string>>;
  /** The ids of what the last list showed, in its order. */
  readonly rows: readonly string[];
  /** What was last asked and answered, the oldest first. */
  readonly exchanges: readonly Exchange[];
};

/** A question and its answer in short, with customers by their ids. */
export type Exchange = { readonly asked: string; readonly answered: string };

/** An answer that a model is making; kept so that any process can stop it. */
export type Turn = {
  readonly id: TurnId;
  /** The person who asked. */
  readonly askedBy: string;
  readonly at: Date;
  /** null while it goes on. */
  readonly endedAt: Date | null;
  /** The name of who stopped it. */
  readonly stoppedBy: string | null;
  /** What was said, where something was read for it or proposals stand below it. */
  readonly answer: KeptAnswer | null;
};

/** Where an answer is shown while it is made: on a surface, by its own ids. */
export type TurnPlace = {
  readonly surface: string;
  readonly channel: string;
  /** What it answers, or the thread of that. */
  readonly thread: string;
  /** null where it may stand there without anybody knowing its id. */
  readonly messageId: string | null;
};

/** An answer that is shown somewhere and has not been finished there. */
export type PlacedTurn = Pick<Turn, 'id' | 'askedBy'> & { readonly place: TurnPlace };

/** What a model has said, kept to be shown again with what became of each proposal below it. */
export type KeptAnswer = {
  readonly paragraphs: readonly string[];
  /** What it was made from. */
  readonly sources: readonly KeptSource[];
  /** The queries whose size is shown with it. */
  readonly queries: readonly string[];
  readonly proposals: readonly ProposalId[];
  /** What the buttons that ask whether it was of use carry; null where it has none. */
  readonly feedback: string | null;
};

/** A command that an answer was made from: as a line, and the fact that it told; null where its card says it best. */
export type KeptSource = {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly line: string;
  readonly fact: string | null;
};

export interface AssistantRecords {
  propose(proposal: Proposal): Promise<void>;
  proposal(id: ProposalId): Promise<Proposal | null>;
  /** Confirms or cancels what is open and has not expired; false where somebody was first or it is too late. */
  settle(
    id: ProposalId,
    to: {
      readonly status: 'confirmed' | 'cancelled';
      readonly by: string;
      readonly at: Date;
      /** As whoever confirmed has changed them. */
      readonly args?: Proposal['args'];
    },
  ): Promise<boolean>;
  /** Notes that nothing was done of what was confirmed. */
  noteRefused(id: ProposalId): Promise<void>;
  beginTurn(turn: Pick<Turn, 'id' | 'askedBy' | 'at'>): Promise<void>;
  keepAnswer(id: TurnId, answer: KeptAnswer): Promise<void>;
  turn(id: TurnId): Promise<Turn | null>;
  /** Notes who stops an answer that goes on; false where it has ended or somebody was first. */
  stopTurn(id: TurnId, by: string): Promise<boolean>;
  endTurn(id: TurnId, at: Date): Promise<void>;
  /** Keeps where an answer is shown; null once it stands there whole. */
  placeTurn(id: TurnId, place: TurnPlace | null): Promise<void>;
  /** Those begun before an instant that have not been finished where they are shown. */
  placedTurns(before: Date): Promise<readonly PlacedTurn[]>;
  /** What a conversation was about, where that was said since an instant. */
  recall(key: string, since: Date): Promise<Conversation | null>;
  remember(key: string, conversation: Conversation, at: Date): Promise<void>;
  /** Drops what is older. */
  drop(before: Date): Promise<void>;
  /**
   * Erases what is about a customer, and of everybody every query that was spoken of, all that was said and every answer
   * that is kept: whom they name stands in their words alone.
   */
  eraseOf(customerId: CustomerId): Promise<void>;
}

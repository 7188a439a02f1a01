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
  /** Who asked, and where: surface and person. */
  readonly askedBy: string;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly status: 'open' | 'confirmed' | 'cancelled';
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
};

/** What a conversation is about, for "her", "them" and "it". */
export type Conversation = {
  readonly customerId: CustomerId | null;
  /** A segment's name or a query. */
  readonly people: string | null;
  readonly last: 'customer' | 'people' | null;
  /** Ids of things by their prefix. */
  readonly things: Readonly<Record<string, string>>;
};

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
};

export interface AssistantRecords {
  propose(proposal: Proposal): Promise<void>;
  proposal(id: ProposalId): Promise<Proposal | null>;
  /** Confirms or cancels what is open and has not expired; false where somebody was first or it is too late. */
  settle(
    id: ProposalId,
    to: { readonly status: 'confirmed' | 'cancelled'; readonly by: string; readonly at: Date },
  ): Promise<boolean>;
  beginTurn(turn: Pick<Turn, 'id' | 'askedBy' | 'at'>): Promise<void>;
  turn(id: TurnId): Promise<Turn | null>;
  /** Notes who stops an answer that goes on; false where it has ended or somebody was first. */
  stopTurn(id: TurnId, by: string): Promise<boolean>;
  endTurn(id: TurnId, at: Date): Promise<void>;
  /** What a conversation was about, where that was said since an instant. */
  recall(key: string, since: Date): Promise<Conversation | null>;
  remember(key: string, conversation: Conversation, at: Date): Promise<void>;
  /** Drops what is older. */
  drop(before: Date): Promise<void>;
  eraseOf(customerId: CustomerId): Promise<void>;
}

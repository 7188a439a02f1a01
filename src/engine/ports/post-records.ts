// Where cards stand on the surfaces, and the workspace's own messages.
import type { CustomerId, DigestId, NewsId, PostId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import type { News, PostSubject } from './notifier.ts';
import type { Page } from './page.ts';

/**
 * A card as it stands on one surface. `messageId` is null until the surface has taken it, and stays null where a digest
 * stands for it. `fingerprint` tells whether the card would look different now.
 */
export type Post = {
  readonly id: PostId;
  readonly subject: PostSubject;
  readonly surface: string;
  readonly channel: string;
  readonly messageId: string | null;
  readonly fingerprint: string | null;
  readonly digestId: DigestId | null;
};

export interface PostRecords {
  get(id: PostId): Promise<Post | null>;
  of(subject: PostSubject): Promise<readonly Post[]>;
  /** What a message of a surface shows, of several the first that is a card. */
  standingAs(surface: string, messageIds: readonly string[]): Promise<PostSubject | null>;
  /** The post of a subject in a channel of a surface, made when new. */
  claim(post: Omit<Post, 'messageId' | 'fingerprint' | 'digestId'>): Promise<Post>;
  /**
   * Decides once for a post that has no card yet: on its own, or in the channel's digest, which is the given new one
   * unless one is under way. `most` is how many cards the channel takes within a minute; 0 keeps every card back.
   */
  admit(
    id: PostId,
    ask: {
      readonly now: Date;
      readonly most: number;
      readonly purpose: Channel;
      readonly newDigestId: DigestId;
    },
  ): Promise<Post>;
  setPosted(id: PostId, messageId: string, fingerprint: string): Promise<void>;
  /** Takes the turn at a post until an instant; the post as it stands then, or null while somebody else has the turn. */
  lease(id: PostId, now: Date, until: Date): Promise<Post | null>;
  release(id: PostId): Promise<void>;
  /** Ends every turn: for a process that knows it is alone. */
  releaseAll(): Promise<void>;
  /** The line that was said under a post with this key, or null. */
  line(postId: PostId, key: string): Promise<string | null>;
  addLine(postId: PostId, key: string, messageId: string): Promise<void>;
  /** The messages of all lines under a post. */
  linesUnder(postId: PostId): Promise<readonly string[]>;
  /** True the first time this key is used: a line that is said once. */
  once(key: string, at: Date): Promise<boolean>;
}

/** The cards that one card stands for, in one surface's channel. */
export type Digest = {
  readonly id: DigestId;
  readonly surface: string;
  readonly channel: string;
  readonly since: Date;
  readonly lastAt: Date;
  readonly count: number;
};

export interface DigestRecords {
  get(id: DigestId): Promise<Digest | null>;
  /** What it stands for, newest first. */
  posts(
    id: DigestId,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<readonly Post[]>;
  /** Asks that it be drawn anew at an instant; null when that is asked for already. */
  ask(id: DigestId, now: Date, at: Date): Promise<Date | null>;
  /** Has those that wait to be drawn in a channel drawn at another instant; which they are. */
  reschedule(
    place: { readonly surface: string; readonly purpose: Channel },
    now: Date,
    at: Date,
  ): Promise<readonly DigestId[]>;
}

/** News as it was told, and where; null once their person is forgotten. */
export type ToldNews = {
  readonly id: NewsId;
  readonly channel: Channel;
  readonly news: News | null;
};

export interface NewsRecords {
  get(id: NewsId): Promise<ToldNews | null>;
  /** Keeps it, unless it is kept already. */
  add(told: ToldNews & { readonly at: Date }): Promise<void>;
  /** Takes the words out of what was told about somebody; which that was. */
  eraseOf(customerId: CustomerId): Promise<readonly ToldNews[]>;
}

/** A message in the local workspace: a card in a channel, or under another message. */
export type WorkspaceMessage = {
  readonly id: string;
  readonly seq: number;
  readonly channel: string;
  readonly threadOf: string | null;
  readonly card: unknown;
  readonly at: Date;
  readonly updatedAt: Date;
};

export interface MessageRecords {
  add(message: {
    readonly id: string;
    readonly channel: string;
    readonly threadOf: string | null;
    readonly card: unknown;
    readonly at: Date;
  }): Promise<void>;
  replace(id: string, card: unknown, at: Date): Promise<void>;
  get(id: string): Promise<WorkspaceMessage | null>;
  /** Newest first, top-level only. */
  list(channel: string, page: Page): Promise<readonly WorkspaceMessage[]>;
  thread(id: string): Promise<readonly WorkspaceMessage[]>;
}

// Where cards stand on the surfaces, and the workspace's own messages.
import type { PostId } from '../ids.ts';
import type { PostSubject } from './notifier.ts';
import type { Page } from './page.ts';

/** A card as it stands on one surface. `messageId` is null until the surface has taken it. */
export type Post = {
  readonly id: PostId;
  readonly subject: PostSubject;
  readonly surface: string;
  readonly channel: string;
  readonly messageId: string | null;
  readonly digest: string | null;
};

export interface PostRecords {
  of(subject: PostSubject): Promise<readonly Post[]>;
  /** The post of a subject in a channel of a surface, made when new. */
  claim(post: Omit<Post, 'messageId' | 'digest'>): Promise<Post>;
  setPosted(id: PostId, messageId: string, digest: string): Promise<void>;
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

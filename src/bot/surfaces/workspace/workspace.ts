// What the workspace's routes share: where the cards are, who acts, and how things are drawn.
import type { RandomBytes } from '#engine/ids.ts';
import type { MailRecords } from '#engine/ports/mail-records.ts';
import type { MessageRecords } from '#engine/ports/post-records.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Router } from '../../router.ts';
import type { Teammate } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import type { Assets } from './assets.ts';
import type { MessageView } from './message-html.ts';
import type { Simulator } from './simulator.ts';
import type { WorkspaceSurface } from './surface.ts';

/** What the workspace reads of what is kept. */
export type WorkspaceStorage = {
  readonly messages: Pick<MessageRecords, 'get' | 'list' | 'thread'>;
  readonly mails: Pick<MailRecords, 'get' | 'list'>;
};

/** One workspace. `words` are those of its page; each card has its channel's. `teammate` is who acts in it; `simulator` is null where a real shop is connected. */
export type Room = {
  readonly router: Router;
  readonly surface: WorkspaceSurface;
  readonly storage: WorkspaceStorage;
  readonly simulator: Simulator | null;
  readonly words: Words;
  readonly codec: ActionCodec;
  readonly teammate: Teammate;
  readonly publicOrigin: string;
  readonly canSignOut: boolean;
  /** What takes long to answer is shown as it is made. */
  readonly hasModel: boolean;
  readonly view: MessageView;
  readonly assets: Assets;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
};

// The workspace's routes, all of them behind the guard.
import type { RandomBytes } from '#engine/ids.ts';
import type { Route } from '#engine/ports/http.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Router } from '../../router.ts';
import type { Teammate } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import { createActRoutes } from './act.ts';
import { createAnswerRoute } from './answer.ts';
import { createAssets } from './assets.ts';
import { createCompleteRoute } from './complete.ts';
import { createEventsRoute } from './events.ts';
import { guardRoute } from './guard.ts';
import { createLoginRoutes, createLogoutRoute } from './login.ts';
import { createMailboxRoutes } from './mailbox.ts';
import { createMessageView } from './message-html.ts';
import { createPageRoutes } from './pages.ts';
import { createPreviewRoute } from './preview.ts';
import { createSessions } from './sessions.ts';
import type { Simulator } from './simulator.ts';
import { createSimulatorRoutes } from './simulator-pane.ts';
import type { WorkspaceSurface } from './surface.ts';
import { createTourRoute } from './tour.ts';
import type { Room, WorkspaceStorage } from './workspace.ts';

/** What a workspace is made of. Without a `password` it answers on loopback only. */
export type WorkspaceOptions = {
  readonly router: Router;
  readonly surface: WorkspaceSurface;
  readonly storage: WorkspaceStorage;
  readonly simulator: Simulator | null;
  /** Those of the page; each card has its channel's. */
  readonly words: Words;
  readonly codec: ActionCodec;
  /** Who acts in the workspace: the local admin. */
  readonly teammate: Teammate;
  readonly password: string | null;
  /** Whether a language model answers what is not understood without one. */
  readonly hasModel: boolean;
  /** Scheme, host and port of PUBLIC_URL. */
  readonly publicOrigin: string;
  readonly now: () => Date;
  readonly randomBytes: RandomBytes;
};

/** Every route of the workspace, for the server to mount. Reads its static files now, once. */
export function createWorkspaceRoutes(options: WorkspaceOptions): readonly Route[] {
  const { password, publicOrigin, now, codec, words } = options;
  const assets = createAssets();
  const isSecure = publicOrigin.startsWith('https:');
  const sessions = password === null ? null : createSessions({ password, now, isSecure });
  const guard = { publicOrigin, words, hasSession: sessions === null ? null : sessions.isSignedIn };
  const view = createMessageView(codec, publicOrigin, words.workspace);
  const room: Room = { ...options, canSignOut: sessions !== null, view, assets };
  const open = [
    assets.route,
    ...(sessions === null ? [] : createLoginRoutes(sessions, assets, words)),
  ];
  const closed = [
    ...createPageRoutes(room),
    createEventsRoute(room),
    ...createActRoutes(room),
    createAnswerRoute(room),
    createCompleteRoute(room),
    createPreviewRoute(room),
    ...createMailboxRoutes(room),
    ...createSimulatorRoutes(room),
    createTourRoute(),
    ...(sessions === null ? [] : [createLogoutRoute(sessions)]),
  ];
  return [
    ...open.map((route) => guardRoute(route, guard, true)),
    ...closed.map((route) => guardRoute(route, guard)),
  ];
}

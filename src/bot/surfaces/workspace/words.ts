// The part of the catalogue that stands around the workspace's cards.
import type { Words } from '../../words/en.ts';

/** What stands around the cards, in one language. */
export type WorkspaceWords = Words['workspace'];

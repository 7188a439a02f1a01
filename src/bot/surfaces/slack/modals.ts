// Modals, opened and changed; what Slack refuses of one is shown plainly.
import type { types as slack } from '@slack/bolt';
import type { Log } from '#engine/ports/log.ts';
import type { Attempt } from './attempts.ts';
import type { SlackClient } from './client.ts';
import { type Draw, fullOrPlain } from './in-full-or-plain.ts';
import type { Place } from './payloads.ts';

/** None of them throws: a modal that cannot be shown is logged. */
export interface Modals {
  /**
   * Opens a modal and gives its id; null when Slack did not (the trigger lives three seconds). Where none can be laid on
   * the one that was pressed, it takes its place.
   */
  openView(place: Place, draw: Draw<slack.ModalView>): Promise<string | null>;
  updateView(viewId: string, draw: Draw<slack.ModalView>): Promise<void>;
  /** Changes an open modal only as long as it is the one with this hash; gives its next hash, null where it is not. */
  changeView(viewId: string, hash: string, view: slack.ModalView): Promise<string | null>;
}

/** The modals of one app. */
export function createModals(
  { client: { views }, log }: { readonly client: SlackClient; readonly log: Log },
  attempt: Attempt,
): Modals {
  /** Gives the id of the modal in which it is shown, in full or plainly. */
  async function show(
    method: string,
    draw: Draw<slack.ModalView>,
    call: (view: slack.ModalView) => Promise<Shown>,
  ): Promise<string | null> {
    let viewId: string | null = null;
    await attempt(method, async () => {
      viewId = (await fullOrPlain(log, draw, call)).view?.id ?? null;
    });
    return viewId;
  }

  function update(view_id: string, draw: Draw<slack.ModalView>): Promise<string | null> {
    return show('views.update', draw, (view) => views.update({ view_id, view }));
  }

  return {
    async openView(place, draw) {
      const { triggerId: trigger_id, modalId } = place;
      const open = place.on === 'modal' ? views.push : views.open;
      const opened =
        trigger_id === null
          ? null
          : await show('views.open', draw, (view) => open({ trigger_id, view }));
      // Of modals that are laid on each other Slack takes three.
      return opened === null && modalId !== undefined ? update(modalId, draw) : opened;
    },
    async updateView(viewId, draw) {
      await update(viewId, draw);
    },
    async changeView(viewId, hash, view) {
      let next: string | null = null;
      await attempt('views.update', async () => {
        const result = await views.update({ view_id: viewId, hash, view });
        next = result.view?.hash ?? null;
      });
      return next;
    },
  };
}

/** What Slack says of a modal that it shows. */
type Shown = { readonly view?: { readonly id?: string } };

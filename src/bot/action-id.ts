// What a button means, encoded into the short text that a surface carries, and decoded from what comes back.
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * A press: `name` says which handler ("approval.approve"), `id` which thing, `version` which state of it was shown.
 * It proves nothing about who pressed.
 */
export type ActionRef = { readonly name: string; readonly id: string; readonly version?: number };

/** Encodes and decodes buttons; a text that we did not make decodes to null. */
export interface ActionCodec {
  encode(action: ActionRef): string;
  decode(text: string): ActionRef | null;
}

/** The longest encoded text: Discord's custom_id takes 100 characters. */
export const ACTION_ID_LIMIT = 100;

/** A codec whose texts carry a 128-bit MAC under the installation's own key. */
export function createActionCodec(key: Uint8Array): ActionCodec {
  const mac = (body: string) =>
    createHmac('sha256', key).update(body).digest().subarray(0, 16).toString('base64url');
  return {
    encode(action) {
      const body = `${action.name}|${action.id}|${action.version ?? ''}`;
      return `${body}|${mac(body)}`;
    },
    decode(text) {
      const match = /^(([a-z][a-z-]*\.[a-z-]+)\|([^|]{0,50})\|(\d{0,9}))\|([\w-]{22})$/.exec(text);
      if (text.length > ACTION_ID_LIMIT || !match) return null;
      const [, body = '', name = '', id = '', version = '', sealed = ''] = match;
      if (!timingSafeEqual(Buffer.from(mac(body)), Buffer.from(sealed))) return null;
      return { name, id, ...(version === '' ? {} : { version: Number(version) }) };
    },
  };
}

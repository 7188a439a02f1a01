// The RequestSender port over the guarded HTTP client: signed as Standard Webhooks says, with every secret that is valid.
import type { RequestSender } from '#engine/ports/request-sender.ts';
import { signHeaders } from '../generic/signature.ts';
import type { HttpClient } from '../http-client.ts';

export type RequestSenderOptions = {
  /** `REQUEST_WEBHOOK_SECRET`: one, or two while it is being changed; none: nothing can be sent. */
  readonly secrets: readonly string[];
  readonly http: HttpClient;
  readonly now: () => Date;
};

/** Makes the sender. An answer's body is read up to the client's limit and dropped. */
export function createRequestSender({ secrets, http, now }: RequestSenderOptions): RequestSender {
  return {
    canSign: secrets.length > 0,
    async send({ url, method, body, contentType, id }) {
      const message = { id, at: now(), body };
      const { status } = await http.request({
        vendor: new URL(url).host,
        url,
        method,
        headers: {
          'content-type': contentType,
          'idempotency-key': id,
          'user-agent': 'Regulars',
          ...signWithAll(secrets, message),
        },
        body,
        // Tried again by the plan, after a while and on the record, not here.
        idempotent: false,
      });
      return { status };
    },
  };
}

/** A receiver that knows one of the secrets finds its signature among them. */
function signWithAll(
  secrets: readonly string[],
  message: Parameters<typeof signHeaders>[1],
): Readonly<Record<string, string>> {
  const signed = secrets.map((secret) => signHeaders(secret, message));
  const signatures = signed.map((headers) => headers['webhook-signature']);
  return { ...signed[0], 'webhook-signature': signatures.join(' ') };
}

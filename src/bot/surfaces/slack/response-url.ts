// Answers to a response_url: a secret address for half an hour and five messages, given with a command or a press.
import { VendorError } from '#engine/errors.ts';
import type { SlackMessage } from './blocks.ts';
import { CALL_TIMEOUT_MS } from './client.ts';

/** The address, if it is Slack's or that of the configured API: nothing else is ever posted to. */
export function allowedResponseUrl(url: string | null, apiUrl: string): URL | null {
  const parsed = url === null ? null : URL.parse(url);
  if (parsed === null) return null;
  const isSlack = parsed.protocol === 'https:' && parsed.host === 'hooks.slack.com';
  return isSlack || parsed.origin === new URL(apiUrl).origin ? parsed : null;
}

/** Adds a message, for who acted or for the channel, or puts it in the place of the one that was acted on. Throws VendorError where it is not taken. */
export async function postResponse(
  url: URL,
  visibility: 'ephemeral' | 'in_channel' | 'in_place',
  message: SlackMessage,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...(visibility === 'in_place' ? {} : { response_type: visibility }),
      replace_original: visibility === 'in_place',
      unfurl_links: false,
      unfurl_media: false,
      ...message,
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
  });
  await response.body?.cancel();
  const { status } = response;
  if (!response.ok)
    throw new VendorError('slack took no answer', { vendor: 'slack', status, retryable: false });
}

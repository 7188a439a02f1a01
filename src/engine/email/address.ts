// What counts as a mail address, and how it is written on the wire.

/** Nothing quoted, listed, routed or invisible: what is left cannot be read as two addresses or as a header. */
const LOCAL_PART = /^[^\s"(),:;<>@[\]\\\p{Cc}\p{Cf}\p{Cs}]{1,64}$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** RFC 5321 §4.5.3.1.3: a path is at most 256 characters, two of them the angle brackets. */
const MAX_LENGTH = 254;

/** The address with its host in lower-case Punycode, as SMTP wants it; null when it is no address. */
export function asciiAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const host = asciiHost(text.slice(at + 1));
  if (host === null || !LOCAL_PART.test(local)) return null;
  const address = `${local}@${host}`;
  return address.length <= MAX_LENGTH ? address : null;
}

/** An address that tells people apart who know it, and gives it to nobody else: "m…a@example.com". */
export function maskAddress(text: string): string {
  const at = text.lastIndexOf('@');
  const local = [...text.slice(0, Math.max(at, 0))];
  const shown = local.length > 2 ? `${local[0]}…${local.at(-1)}` : `${local[0] ?? ''}…`;
  return `${shown}${at === -1 ? '' : text.slice(at)}`;
}

/** A host name with at least two labels whose last is no number (an IPv4 address takes no customer's mail). */
function asciiHost(text: string): string | null {
  // These would be taken by the URL parser as something other than part of a host name.
  if (/[\s/?#@:%[\]\\\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return null;
  const host = URL.parse(`http://${text}/`)?.hostname ?? '';
  const labels = host.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : host;
}

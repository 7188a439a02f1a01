// The body of a form, in either of the two encodings a browser or a mail provider sends.
import type { HttpRequest } from '#engine/ports/http.ts';

/** Fields in order, names as sent; null when it is no form, or holds a file. */
export type FormFields = readonly (readonly [string, string])[];

/**
 * Reads `application/x-www-form-urlencoded` and `multipart/form-data`: RFC 8058 §3.2 lets a provider send its one click
 * in either.
 */
export async function readForm(request: HttpRequest): Promise<FormFields | null> {
  const type = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  const body = new Uint8Array(request.body);
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const fields = [...form].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return fields.length === [...form].length ? fields : null;
  } catch {
    return null;
  }
}

/** The value of a field sent exactly once; null when it is missing, undefined when it came twice. */
export function singleField(fields: FormFields, name: string): string | null | undefined {
  const values = fields.filter(([key]) => key === name).map(([, value]) => value);
  return values.length > 1 ? undefined : (values[0] ?? null);
}

/** Forms send CR LF, which browsers count as one; controls have no place in what a team will read. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

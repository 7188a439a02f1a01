// request: calls a receiver of the merchant's own with a signed body, so that other systems can follow.

import { z } from 'zod';
import { as } from '../flaw.ts';
import type { Action, ActionSubject, PlanTools, Reference } from './action.ts';

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const BODY_LIMIT = 64_000;

/** What a receiver is told unless the playbook says otherwise; amounts are `{ amount, currency }`. */
const WHOLE = `{"type":"automation.{{ automation.name }}","data":{"customer":{{ customer | json }},"attributes":{{ attributes | json }},"event":{{ event | json }}}}`;

/** What may stand in a body: Liquid in texts, other values as they are. */
type BodyPart =
  | string
  | number
  | boolean
  | null
  | readonly BodyPart[]
  | { readonly [name: string]: BodyPart };

const BodyPart: z.ZodType<BodyPart> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(BodyPart),
    z.record(z.string(), BodyPart),
  ]),
);

const Params = z.strictObject({
  /** Its host must be in `limits.request_hosts` of team.yml. */
  url: z.url({
    protocol: /^https?$/,
    ...as('url'),
  }),
  method: z.enum(METHODS).default('POST'),
  /** A text with Liquid, or keys with values; unset: the customer and the event. */
  body: z.union([z.string().min(1), z.record(z.string(), BodyPart)]).optional(),
  /** The receiver takes a second request of the same `webhook-id` for the same: then it may be sent again by itself. */
  idempotent: z.boolean().optional(),
  approval: z.enum(['required', 'none']).default('none'),
});
type Params = z.infer<typeof Params>;

/** `request: { url: "https://hooks.example.com/vip", body: { id: "{{ customer.email }}" } }` */
export const sendRequest: Action<Params> = {
  kind: 'request',
  Params,
  summary: ({ method, url }) => ({ kind: 'request', method, host: new URL(url).host }),
  needsApproval: ({ approval }) => approval === 'required',
  references: ({ url, body }) => [
    { kind: 'host', name: url, path: ['url'] },
    ...(body === undefined ? [] : textsIn(body, ['body'])),
  ],
  plan: planRequest,
};

async function planRequest(
  { url, method, body, idempotent }: Params,
  subject: ActionSubject,
  tools: PlanTools,
) {
  const text = await renderBody(body, subject, tools);
  if (text.length > BODY_LIMIT) return { kind: 'refused', reason: 'too-long' } as const;
  const effect = {
    kind: 'send-request',
    url,
    method,
    body: text,
    // By HTTP itself, PUT and DELETE leave the same behind however often they come (RFC 9110, 9.2.2).
    repeatable: idempotent ?? (method === 'PUT' || method === 'DELETE'),
  } as const;
  return { kind: 'planned', effects: [effect] } as const;
}

async function renderBody(
  body: Params['body'],
  subject: ActionSubject,
  tools: PlanTools,
): Promise<string> {
  if (body === undefined || typeof body === 'string')
    return tools.renderText(body ?? WHOLE, subject);
  return JSON.stringify(await fill(body, (text) => tools.renderText(text, subject)));
}

/** The same parts with every text rendered. A value cannot leave its place: the JSON is made afterwards. */
async function fill(part: BodyPart, render: (text: string) => Promise<string>): Promise<BodyPart> {
  if (typeof part === 'string') return render(part);
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return Promise.all(part.map((item: BodyPart) => fill(item, render)));
  const entries = await Promise.all(
    Object.entries(part).map(async ([name, item]) => [name, await fill(item, render)] as const),
  );
  return Object.fromEntries(entries);
}

function textsIn(part: BodyPart, path: Reference['path']): readonly Reference[] {
  if (typeof part === 'string') return [{ kind: 'text', name: part, path }];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, item]: [string, BodyPart]) =>
    textsIn(item, [...path, Array.isArray(part) ? Number(name) : name]),
  );
}

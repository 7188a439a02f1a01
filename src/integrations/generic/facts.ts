// A body of the generic webhook as a fact, by its type.
import type { z } from 'zod';
import type { Fact, OrderEventType } from '#engine/events/shop-event.ts';
import {
  AppointmentBody,
  CheckoutBody,
  CustomBody,
  CustomerBody,
  Envelope,
  MessageBody,
  OrderBody,
  ProductBody,
  RefundBody,
  ReturnBody,
  ReviewBody,
  Timestamp,
} from './schema.ts';

type Issue = { readonly path: string; readonly message: string };

/** A body as read: a fact and its instant, a type that is not ours, or what is wrong with it. */
export type ReadBody =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly occurredAt: Date }
  | { readonly kind: 'unknown-type' }
  | { readonly kind: 'unreadable'; readonly issues: readonly Issue[] };

/** Reads a parsed JSON body. Issues have paths like `data.items.0.price` and never quote a value. */
export function readBody(json: unknown): ReadBody {
  const envelope = Envelope.safeParse(json, { error: describeIssue });
  if (!envelope.success) return { kind: 'unreadable', issues: issuesOf(envelope.error, []) };
  const { type, data } = envelope.data;
  const stamped = Timestamp.safeParse(envelope.data, { error: describeIssue });
  const at = stamped.success ? stamped.data.timestamp : new Date(0);
  const read = readFact(type, data, at);
  if (read === null) return { kind: 'unknown-type' };
  const issues = [
    ...(stamped.success ? [] : issuesOf(stamped.error, [])),
    ...(read.success ? [] : issuesOf(read.error, ['data'])),
  ];
  return read.success && issues.length === 0
    ? { kind: 'fact', fact: read.data, occurredAt: at }
    : { kind: 'unreadable', issues };
}

type Read = z.ZodSafeParseResult<Fact>;

function readFact(type: string, data: unknown, at: Date): Read | null {
  switch (type) {
    case 'customer.created':
    case 'customer.updated':
    case 'customer.deleted':
      return read(CustomerBody, data, (customer) => ({ type, customer }));
    case 'order.placed':
    case 'order.paid':
    case 'order.updated':
    case 'order.fulfilled':
    case 'order.cancelled':
      return read(OrderBody, data, ({ customer, order }) => ({
        type,
        customer,
        order: { ...order, version: at, ...stateOf(type) },
      }));
    case 'refund.created':
      return read(RefundBody, data, (body) => ({ type, ...body }));
    case 'return.requested':
    case 'return.approved':
    case 'return.declined':
    case 'return.closed':
      return read(ReturnBody, data, (body) => ({ type, ...body }));
    // `checkout.abandoned` is ours to find out, so nobody can send it.
    case 'checkout.started':
    case 'checkout.updated':
    case 'checkout.completed':
      return read(CheckoutBody, data, (body) => ({ type, ...body }));
    case 'product.viewed':
      return read(ProductBody, data, (body) => ({ type, ...body }));
    case 'appointment.booked':
    case 'appointment.cancelled':
      return read(AppointmentBody, data, (body) => ({ type, ...body }));
    case 'message.received':
      return read(MessageBody, data, (body) => ({ type, ...body }));
    case 'review.created':
      return read(ReviewBody, data, (body) => ({ type, ...body }));
    default:
      return isCustom(type) ? read(CustomBody, data, (body) => ({ type, ...body })) : null;
  }
}

function read<Body>(body: z.ZodType<Body>, data: unknown, toFact: (body: Body) => Fact): Read {
  return body.transform(toFact).safeParse(data, { error: describeIssue });
}

/** An order's state is said only where its event says it: an order that was fulfilled may still be unpaid. */
function stateOf(type: OrderEventType): {
  readonly paid?: true;
  readonly fulfilled?: true;
  readonly cancelled?: true;
} {
  switch (type) {
    case 'order.paid':
      return { paid: true };
    case 'order.fulfilled':
      return { fulfilled: true };
    case 'order.cancelled':
      return { cancelled: true };
    case 'order.placed':
    case 'order.updated':
      return {};
  }
}

function isCustom(type: string): type is `custom.${string}` {
  return /^custom\.[A-Za-z0-9][\w.-]{0,63}$/.test(type);
}

function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'is missing';
  return issue.expected === 'string' ? 'must be text' : undefined;
}

function issuesOf(error: z.ZodError, under: readonly string[]): readonly Issue[] {
  return error.issues.map(({ path, message }) => ({
    path: [...under, ...path].map(String).join('.'),
    message,
  }));
}

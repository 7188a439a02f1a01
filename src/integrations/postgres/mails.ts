// Every mail, sent or not, with its reason; and the addresses that get none.

import type { MailStatus } from '#engine/email/message.ts';
import { asId } from '#engine/ids.ts';
import type { MailRecord, MailRecords, SuppressionReason } from '#engine/ports/mail-records.ts';
import type { Mail as MailRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Session } from './session.ts';

/** Mails and suppressions; addresses are compared in lower case. */
export function mailRecords(session: Session): MailRecords {
  const { prisma: client } = session;
  return {
    ...history(session),
    save: async (record) => {
      const { mail, ...plain } = record;
      const data = { ...plain, purpose: mail.purpose, mail: toJson(mail) };
      await client.mail.upsert({ where: { id: record.id }, create: data, update: data });
    },
    get: async (id) => {
      const row = await client.mail.findUnique({ where: { id } });
      return row === null ? null : toMail(row);
    },
    list: async ({ limit, after }) => {
      const rows = await client.mail.findMany({
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toMail);
    },
    ofCustomer: async (customerId) => {
      const rows = await client.mail.findMany({ where: { customerId }, orderBy: { at: 'desc' } });
      return rows.map(toMail);
    },
    latestOf: async (customerId, limit) => {
      const rows = await client.mail.findMany({
        where: { customerId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(toMail);
    },
    ...suppressions(client),
    eraseOf: async (customerId) => {
      const blank = {
        template: '',
        purpose: 'transactional',
        to: '',
        toName: '',
        subject: '',
        html: '',
        text: '',
        unsubscribeUrl: null,
      };
      await client.mail.updateMany({ where: { customerId }, data: { mail: blank } });
      await client.$executeRawUnsafe(ERASE_FROZEN, customerId, JSON.stringify(blank));
    },
  };
}

/** Addresses that get no mail, or no marketing. */
function suppressions(
  client: Session['prisma'],
): Pick<MailRecords, 'suppress' | 'suppression' | 'suppressions'> {
  return {
    suppress: async (email, reason, at) => {
      const row = { email: email.toLowerCase(), reason, at };
      await client.suppression.createMany({ data: [row], skipDuplicates: true });
      if (reason === 'bounced')
        await client.suppression.update({ where: { email: row.email }, data: { reason } });
    },
    suppression: async (email) => {
      const row = await client.suppression.findUnique({ where: { email: email.toLowerCase() } });
      return fromJson<SuppressionReason | null>(row?.reason ?? null);
    },
    suppressions: async (emails) => {
      const rows = await client.suppression.findMany({ where: { email: { in: [...emails] } } });
      return new Map(rows.map(({ email, reason }) => [email, fromJson<SuppressionReason>(reason)]));
    },
  };
}

type History = Pick<MailRecords, 'countMarketing' | 'lastMarketing' | 'marketingSince'>;

/** How much advertising went to whom, and when. */
function history({ prisma: client, query }: Session): History {
  return {
    countMarketing: async (customerId, since) =>
      client.mail.count({
        where: {
          customerId,
          purpose: 'marketing',
          status: { in: ['sent', 'uncertain'] },
          at: { gte: since },
        },
      }),
    lastMarketing: async (customerId) => {
      const [row] = await query<{ readonly at: Date | null }>(LAST_MARKETING, [customerId]);
      return row?.at ?? null;
    },
    marketingSince: async (ids, since) => {
      const rows = await query<Sent>(MARKETING_SINCE, [[...ids], since]);
      const byCustomer = Map.groupBy(rows, ({ id }) => asId('customer', id));
      return new Map([...byCustomer].map(([id, sent]) => [id, sent.map(({ at }) => at)]));
    },
  };
}

type Sent = { readonly id: string; readonly at: Date };

const MARKETING_SINCE = `SELECT customer_id AS id, at FROM mails
  WHERE customer_id = ANY($1::text[]) AND purpose = 'marketing' AND status IN ('sent', 'uncertain')
    AND at >= $2::timestamptz ORDER BY at`;

/** A marked step is a mail that is being handed over: it is recorded once that is over. */
const LAST_MARKETING = `SELECT max(at) AS at FROM (
    SELECT max(at) AS at FROM mails
    WHERE customer_id = $1 AND purpose = 'marketing' AND status IN ('sent', 'uncertain')
    UNION ALL
    SELECT max(changed_at) FROM steps JOIN plans ON plans.id = plan_id
    WHERE customer_id = $1 AND status = 'marked' AND effect->'mail'->>'purpose' = 'marketing') AS known`;

/** The mails frozen in plans hold the same person. */
const ERASE_FROZEN = `UPDATE steps SET effect = jsonb_set(effect, '{mail}', $2::jsonb)
  WHERE effect ? 'mail' AND plan_id IN (SELECT id FROM plans WHERE customer_id = $1)`;

function toMail(row: MailRow): MailRecord {
  const { purpose: _purpose, ...plain } = row;
  return {
    ...plain,
    id: asId('mail', row.id),
    customerId: asId('customer', row.customerId),
    approvalId: row.approvalId === null ? null : asId('approval', row.approvalId),
    status: fromJson<MailStatus>(row.status),
    mail: fromJson(row.mail),
  };
}

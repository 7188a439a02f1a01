// Proposals of the assistant, each settled by one conditional update, its answers in the making, and what it speaks of.
import { z } from 'zod';
import { asId } from '#engine/ids.ts';
import type {
  AssistantRecords,
  Conversation,
  KeptAnswer,
  Proposal,
  TurnPlace,
} from '#engine/ports/assistant-records.ts';
import {
  type Conversation as ConversationRow,
  Prisma,
  type Proposal as ProposalRow,
} from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Client } from './session.ts';

/** What was asked for in plain words. */
export function assistantRecords(client: Client): AssistantRecords {
  return {
    propose: async (proposal) => {
      await client.proposal.create({ data: { ...proposal, args: { ...proposal.args } } });
    },
    proposal: async (id) => {
      const row = await client.proposal.findUnique({ where: { id } });
      return row === null ? null : toProposal(row);
    },
    settle: async (id, { status, by, at, args }) => {
      const changed = args === undefined ? {} : { args: { ...args } };
      const { count } = await client.proposal.updateMany({
        where: { id, status: 'open', expiresAt: { gt: at } },
        data: { status, settledBy: by, settledAt: at, ...changed },
      });
      return count === 1;
    },
    noteRefused: async (id) => {
      await client.proposal.updateMany({ where: { id }, data: { refused: true } });
    },
    ...turnRecords(client),
    recall: async (key, since) => {
      const row = await client.conversation.findFirst({ where: { key, at: { gt: since } } });
      return row === null ? null : toConversation(row);
    },
    remember: async (key, conversation, at) => {
      const data = { ...fromConversation(conversation), at };
      await client.conversation.upsert({ where: { key }, create: { key, ...data }, update: data });
    },
    drop: async (before) => {
      await client.proposal.deleteMany({ where: { at: { lt: before } } });
      await client.turn.deleteMany({ where: { at: { lt: before } } });
      await client.conversation.deleteMany({ where: { at: { lt: before } } });
    },
    eraseOf: async (customerId) => {
      await client.proposal.deleteMany({ where: { customerId } });
      // A query may name anybody; whoever is cut off says once more whom they mean.
      const mayName = [{ customerId }, ...MAY_NAME];
      await client.conversation.deleteMany({ where: { OR: mayName } });
      await client.turn.updateMany({
        where: { answer: { not: Prisma.AnyNull } },
        data: { answer: Prisma.DbNull },
      });
    },
  };
}

type TurnRecords = Pick<
  AssistantRecords,
  'beginTurn' | 'turn' | 'keepAnswer' | 'stopTurn' | 'endTurn' | 'placeTurn' | 'placedTurns'
>;

/** Answers in the making. */
function turnRecords(client: Client): TurnRecords {
  return {
    beginTurn: async (turn) => {
      await client.turn.create({ data: turn });
    },
    turn: async (id) => {
      const row = await client.turn.findUnique({ where: { id } });
      if (row === null) return null;
      const answer = row.answer === null ? null : fromJson<KeptAnswer>(row.answer);
      return { ...row, id: asId('turn', row.id), answer };
    },
    keepAnswer: async (id, answer) => {
      await client.turn.updateMany({ where: { id }, data: { answer: toJson(answer) } });
    },
    stopTurn: async (id, stoppedBy) => {
      const { count } = await client.turn.updateMany({
        where: { id, endedAt: null, stoppedBy: null },
        data: { stoppedBy },
      });
      return count === 1;
    },
    endTurn: async (id, endedAt) => {
      await client.turn.updateMany({ where: { id }, data: { endedAt } });
    },
    placeTurn: async (id, place) => {
      const kept = place === null ? Prisma.DbNull : toJson(place);
      await client.turn.updateMany({ where: { id }, data: { place: kept } });
    },
    placedTurns: async (before) => {
      const rows = await client.turn.findMany({
        where: { place: { not: Prisma.AnyNull }, at: { lt: before } },
      });
      return rows.map(({ id, askedBy, place }) => ({
        id: asId('turn', id),
        askedBy,
        place: fromJson<TurnPlace>(place),
      }));
    },
  };
}

const MAY_NAME = [{ people: { not: null } }, { rows: { not: [] } }, { exchanges: { not: [] } }];

function fromConversation({ things, rows, exchanges, ...rest }: Conversation) {
  const copies = exchanges.map((one) => ({ ...one }));
  return { ...rest, things: { ...things }, rows: [...rows], exchanges: copies };
}

const Texts = z.record(z.string(), z.string());
const Status = z.enum(['open', 'confirmed', 'cancelled']);
const Exchanges = z.array(z.object({ asked: z.string(), answered: z.string() }));
const Last = z.enum(['customer', 'people']).nullable();

function toProposal(row: ProposalRow): Proposal {
  return {
    ...row,
    id: asId('proposal', row.id),
    args: Texts.parse(row.args),
    customerId: row.customerId === null ? null : asId('customer', row.customerId),
    turn: row.turn === null ? null : asId('turn', row.turn),
    status: Status.parse(row.status),
  };
}

function toConversation(row: ConversationRow): Conversation {
  const { customerId, people, last, things, rows, exchanges } = row;
  return {
    customerId: customerId === null ? null : asId('customer', customerId),
    people,
    last: Last.parse(last),
    things: Texts.parse(things),
    rows: z.array(z.string()).parse(rows),
    exchanges: Exchanges.parse(exchanges),
  };
}

// What the team was told that has no other card.
import { asId, type NewsId } from '#engine/ids.ts';
import type { NewsRecords, ToldNews } from '#engine/ports/post-records.ts';
import type { News as NewsRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Session } from './session.ts';

/** News. */
export function newsRecords({ prisma, query }: Session): NewsRecords {
  return {
    get: async (id) => {
      const row = await prisma.news.findUnique({ where: { id } });
      return row === null ? null : toTold(row);
    },
    add: async ({ news, ...told }) => {
      await prisma.news.createMany({
        data: [{ ...told, news: toJson(news) }],
        skipDuplicates: true,
      });
    },
    eraseOf: async (customerId) => {
      const rows = await query<Pick<NewsRow, 'id' | 'channel' | 'news'>>(ERASE, [customerId]);
      return rows.map(toTold);
    },
  };
}

const ERASE = `UPDATE news SET news = NULL WHERE news ->> 'customerId' = $1 RETURNING id, channel, news`;

function toTold(row: Pick<NewsRow, 'id' | 'channel' | 'news'>): ToldNews {
  const id: NewsId = asId('news', row.id);
  return { id, channel: fromJson(row.channel), news: fromJson(row.news) };
}

// A teammate's own page as JSON.
import { moneyToText } from '#engine/money.ts';
import type { HomeView, Shown } from '../cards/home.ts';

/** Lists with ids and their number, and the day's numbers. */
export function homeJson({ mine, free, tasks, approvals, bulk, today }: HomeView) {
  return {
    mine: listJson(mine),
    free: listJson(free),
    tasks: listJson(tasks),
    approvals: approvals && listJson(approvals),
    batches: listJson(bulk),
    today: {
      ...today,
      revenue: { amount: moneyToText(today.revenue), currency: today.revenue.currency },
      refunded: { amount: moneyToText(today.refunded), currency: today.refunded.currency },
    },
  };
}

function listJson({ shown, count }: Shown<{ readonly id: string }>) {
  return { count, ids: shown.map(({ id }) => id) };
}

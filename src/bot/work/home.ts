// Gathers what one teammate has before them now.
import { bulkExpiry, needsTwoForAll, whyNotApprove } from '#engine/batches/bulk.ts';
import type { Deps } from '#engine/deps.ts';
import { isPaused } from '#engine/flows/pause.ts';
import { addDuration, dayOf, startOfDay } from '#engine/time.ts';
import type { BulkWaiting, HomeView, Shown } from '../cards/home.ts';
import { mayActAs, type Teammate } from '../teammate.ts';

/** How many things of each list are shown; more are counted, up to a number nobody works off by hand. */
const SHOWN = 5;
const COUNTED = 200;

/** The teammate's own page; a day is one of the shop's. */
export async function loadHome(deps: Deps, teammate: Teammate): Promise<HomeView> {
  const { cases, tasks } = deps.storage;
  const now = deps.now();
  const page = { limit: COUNTED };
  const [mine, free, todo, approvals, bulk, today, paused] = await Promise.all([
    cases.list({ open: true, assignee: teammate.person }, page),
    cases.list({ open: true, assignee: null }, page),
    tasks.list({ open: true, assignee: teammate.person }, page),
    mayActAs(teammate.role, 'approver') ? waitingFor(deps, teammate) : null,
    mayActAs(teammate.role, 'approver') ? bulkFor(deps, teammate) : [],
    deps.storage.reports.numbers({
      ...dayAround(now, deps.playbook.team.timezone),
      currency: deps.playbook.team.currency,
    }),
    isPaused(deps),
  ]);
  return {
    name: teammate.name,
    mine: firstOf(mine.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())),
    free: firstOf(free.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())),
    tasks: firstOf(todo),
    approvals: approvals && firstOf(approvals),
    bulk: firstOf(bulk),
    today,
    paused,
    now,
  };
}

/** Those that this person has not approved yet, the soonest to expire first. */
async function waitingFor({ storage }: Deps, { person }: Teammate) {
  const pending = await storage.approvals.list({ status: 'pending' }, { limit: COUNTED });
  return pending
    .filter(
      ({ decisions, version }) =>
        !decisions.some((made) => made.by.person === person && made.version === version),
    )
    .toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}

/** Those that this person may decide on: where two are needed, not those that they asked for or have approved. */
async function bulkFor(
  { storage, playbook }: Deps,
  { person, name, surface }: Teammate,
): Promise<readonly BulkWaiting[]> {
  const { limits, timezone } = playbook.team;
  const waiting = await storage.batches.waitingForApproval();
  return waiting
    .filter((batch) => {
      const { asks } = batch.foreseen;
      const needsTwo = asks !== undefined && needsTwoForAll(asks, limits);
      return !needsTwo || whyNotApprove(batch, { person, name, surface }) === null;
    })
    .map((batch) => ({
      id: batch.id,
      batch,
      expiresAt: bulkExpiry(batch, limits, timezone),
    }))
    .toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}

function dayAround(now: Date, zone: string) {
  const from = startOfDay(dayOf(now, zone), zone);
  return { from, to: addDuration(from, { amount: 1, unit: 'd' }, zone) };
}

function firstOf<Thing>(things: readonly Thing[]): Shown<Thing> {
  return { shown: things.slice(0, SHOWN), count: things.length };
}

// SIGKILL at every step boundary from the shop's delivery to the customer's mail, then a restart: nothing twice, nothing lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliver, sendHalf } from './outside.ts';
import { type RunningServer, startServer, until } from './process.ts';
import {
  approvalOf,
  approve,
  cleanUp,
  dieAt,
  eventsIn,
  expectWhole,
  inTurn,
  LONG_MS,
  type Point,
  prepare,
} from './story.ts';

beforeAll(prepare, LONG_MS);
afterAll(cleanUp, LONG_MS);

/** Each life ends at the next point, so that every point after the first is also one of a recovery. */
const INCOMING: readonly (readonly Point[])[] = [
  ['K2', 'K3', 'K4', 'K6:project', 'K7', 'K8', 'K6:complete', 'K6:evaluate', 'K6:advance'],
  [
    'K6:execute',
    'K16:add-tag',
    'K17:add-tag',
    'asked:AddTags',
    'acted:AddTags',
    'K19:add-tag',
    'K20:add-tag',
    'K17:post-notice',
    'K20:post-notice',
  ],
  ['K6:publish', 'K9:workspace', 'K10:workspace', 'K9:slack', 'K10:slack'],
];

describe('a process killed while an event comes in', () => {
  it.concurrent.each(INCOMING.map((points) => ({ points, named: points.join(', ') })))(
    'at $named takes the order once, and everything follows from it',
    ({ points }) =>
      inTurn('fresh', async (outside) => {
        for (const point of points) await dieAt(point, outside, (server) => deliver(server.url));

        const server = await startServer(outside.env);
        expect(await deliver(server.url)).toBe(200);
        await approve(server);

        await expectWhole(outside, server, { approval: 'done', mails: 1 });
      }),
    LONG_MS,
  );

  it.concurrent(
    'in the middle of a body has taken nothing, and right after its 200 has lost nothing',
    () =>
      inTurn('fresh', async (outside) => {
        const halfway = await startServer(outside.env);
        await sendHalf(halfway.url);
        await halfway.kill();
        const answering = await startServer(outside.env);
        expect(await eventsIn(answering)).toBe(0);
        expect(await deliver(answering.url)).toBe(200);
        await answering.kill();

        const server = await startServer(outside.env);
        await approve(server);

        await expectWhole(outside, server, { approval: 'done', mails: 1 });
      }),
    LONG_MS,
  );
});

const DECIDED: readonly (readonly Point[])[] = [
  ['K13', 'K14', 'K15', 'K6:execute', 'K16:create-discount', 'K17:create-discount'],
  ['asked:CreateDiscount', 'asked:FindDiscount', 'acted:FindDiscount', 'acted:CreateDiscount'],
  ['acted:CreateDiscount', 'acted:FindDiscount', 'K19:create-discount', 'K20:create-discount'],
  ['K16:send-email', 'K20:send-email', 'K27:slack'],
];

describe('a process killed while an approval is decided and carried out', () => {
  it.concurrent.each(DECIDED.map((points) => ({ points, named: points.join(', ') })))(
    'at $named ends with one code and one mail',
    ({ points }) =>
      inTurn('waiting', async (outside) => {
        for (const point of points) await dieAt(point, outside, approve);

        const server = await startServer(outside.env);
        await approve(server);

        await expectWhole(outside, server, { approval: 'done', mails: 1 });
      }),
    LONG_MS,
  );

  it.concurrent.each<readonly [Point, number]>([
    ['K17:send-email', 0],
    ['mail-from', 0],
    ['text-begun', 0],
    ['dot-come', 1],
    ['K19:send-email', 1],
  ])(
    'at %s says that the mail is uncertain, and sends no second one',
    (point, mails) =>
      inTurn('waiting', async (outside) => {
        await dieAt(point, outside, approve);

        const server = await startServer(outside.env);

        await expectWhole(outside, server, { approval: 'uncertain', mails });
      }),
    LONG_MS,
  );
});

describe('a process killed while somebody is forgotten', () => {
  it.concurrent(
    'forgets them all the same when it is started again',
    () =>
      inTurn('waiting', async (outside) => {
        await dieAt('K30', outside, forget);

        const server = await startServer(outside.env);

        const told = await until(async () => {
          const answer = await server.tell('customer', 'show', 'john@example.com', '--json');
          return answer?.exit === 1 ? answer : null;
        }, server.said);
        expect(told.out).toContain('not-found');
        expect(await approvalOf(server)).toMatchObject({ status: 'rejected' });
        expect(await server.stop()).toBe(0);
        expect(outside.shop.codes.size).toBe(0);
      }),
    LONG_MS,
  );
});

function forget(server: RunningServer): Promise<unknown> {
  return server.tell('customer', 'forget', 'john@example.com', '--yes', '--json');
}

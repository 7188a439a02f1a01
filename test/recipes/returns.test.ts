// Recipes about what went wrong: return requests, high values, serial returns, unhappy answers.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { offerAlternatives } from '#engine/flows/offer-alternatives.ts';
import { recordAnswer } from '#engine/flows/record-answer.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import { resolveCase } from '#engine/flows/work-case.ts';
import { answers, asksToReturn, pays, refunded, reviews, writes } from '../support/happenings.ts';
import { approves, type Happening, openRecipes, tell } from '../support/timeline.ts';
import type { World } from '../support/world.ts';

/** The customer answers the offer of their case on its page, with a score. */
function rates(score: number): Happening {
  return async ({ world }) => {
    const [open] = await world.deps.storage.cases.list({ open: true }, { limit: 1 });
    if (open === undefined) throw new Error('there is no case');
    const by = { person: 'Maria', name: 'Maria', surface: 'workspace' } as const;
    const options = [{ kind: 'exchange' }] as const;
    const offered = await offerAlternatives(world.deps, { id: open.id, options, line: '', by });
    if (offered.kind !== 'done') throw new Error(offered.reason);
    const command = { id: offered.approval.id, decision: 'approved', by, seenVersion: 1 } as const;
    await settleApproval(world.deps, command);
    await world.runJobs();
    const item = await world.deps.storage.cases.get(open.id);
    const answer = { option: 'exchange', score, comment: 'It came late.' } as const;
    await recordAnswer(world.deps, item?.offer?.token ?? '', answer);
    await world.runJobs();
  };
}

/** Whoever has the case settles it elsewhere. */
const resolves: Happening = async ({ world }) => {
  const [open] = await world.deps.storage.cases.list({ open: true }, { limit: 1 });
  if (open === undefined) throw new Error('there is no case');
  const by = { person: 'Maria', name: 'Maria', surface: 'workspace' } as const;
  await resolveCase(world.deps, { id: open.id, resolution: 'exchanged', by });
};

describe('recipes about what went wrong', () => {
  let world: World;
  beforeAll(async () => {
    world = await openRecipes();
  });
  afterAll(() => world.close());

  it('unhappy-customer hears what is answered on the page of a refund request', () =>
    tell(
      world,
      ['refund-request', 'unhappy-customer'],
      [
        ['0h', asksToReturn('u1', 90), '#refunds Refund request'],
        [
          '1d',
          rates(2),
          'asks refund-alternatives',
          'mail refund-alternatives',
          '#refunds Unhappy customer',
          'task',
          'asks apology: 15 %',
        ],
      ],
    ));

  it('refund-request opens a case for each request', () =>
    tell(world, 'refund-request', [
      ['0h', pays(90, { ref: 'q1' })],
      ['1d', asksToReturn('q1', 90), '#refunds Refund request'],
      ['2d', asksToReturn('q1', 10), '#refunds Refund request'],
    ]));

  it('complaint opens a case for what is written, which further words join, until it is resolved', () =>
    tell(world, 'complaint', [
      ['0h', writes('When does my parcel come?'), reviews(3)],
      ['1h', writes('It arrived damaged.'), '#refunds Complaint'],
      ['2h', writes('I want my money back.')],
      ['1d', resolves, reviews(1), '#refunds Complaint'],
    ]));

  it('high-value-return marks and tells above 200, whether or not the customer can be mailed', () =>
    tell(
      world,
      'high-value-return',
      [
        ['0h', pays(900, { ref: 'h1' }), asksToReturn('h1', 200)],
        [
          '1d',
          asksToReturn('h1', 200.01),
          '#refunds High-value return',
          'task',
          '+high-value-return',
        ],
        ['2d', asksToReturn('h1', 700), '#refunds High-value return', 'task'],
      ],
      { emailConsent: 'unsubscribed' },
    ));

  it('serial-returner marks who gets more than 30 % back, from the second refund, once', () =>
    tell(world, 'serial-returner', [
      ['0h', pays(100, { ref: 'r1' }), refunded('r1', 100)],
      ['1d', pays(500, { ref: 'r2' }), refunded('r2', 80)],
      ['2d', refunded('r2', 6), '#refunds Serial returner', '+serial-returner'],
      ['3d', refunded('r2', 50)],
    ]));

  it('serial-returner marks the fourth refund in six months, and forgets what is older', () =>
    tell(world, 'serial-returner', [
      [
        '0h',
        pays(5_000, { ref: 'o1' }),
        refunded('o1', 1),
        refunded('o1', 1),
        refunded('o1', 1),
        'tier Gold',
      ],
      ['190d', refunded('o1', 1)],
      ['191d', refunded('o1', 1), refunded('o1', 1)],
      ['192d', refunded('o1', 1), '#refunds Serial returner', '+serial-returner'],
    ]));

  it('unhappy-customer hears a survey of the shop’s own by its scale, once in thirty days', () =>
    tell(world, 'unhappy-customer', [
      ['0h', answers('custom.survey', 3), answers('custom.nps', 7)],
      ['1d', answers('custom.nps', 6), '#refunds Unhappy customer', 'task', 'asks apology: 15 %'],
      ['2d', approves, 'mail apology: 15 %'],
      ['3d', answers('custom.survey', 1)],
    ]));

  it('unhappy-customer tells the team also where no apology may be mailed', () =>
    tell(
      world,
      'unhappy-customer',
      [['0h', answers('custom.survey', 2), '#refunds Unhappy customer', 'task']],
      { emailConsent: 'unsubscribed' },
    ));
});

// Each channel is written to in its language, and each person answered in theirs, about the same thing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askerLanguage } from '#bot/languages.ts';
import { Team } from '#engine/playbook/team.ts';
import { ADMIN, AGENT, actionOf, asCard, ask, cardIn, MARIA, press } from '../support/asking.ts';
import { anOrder, aReturn, someone } from '../support/events.ts';
import { createWorld, type World } from '../support/world.ts';

const TEAM = Team.parse({
  channels: {
    slack: { refunds: 'C1', sales: 'C2' },
    language: { refunds: 'de' },
  },
  people: [
    { name: 'Alex', roles: ['agent'], language: 'en' },
    { name: 'Maria', roles: ['approver'] },
  ],
});

describe('a channel in German', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld({
      playbook: (shipped) => ({
        ...shipped,
        team: { ...shipped.team, channels: TEAM.channels, people: TEAM.people },
      }),
    });
    await world.deliver(anOrder({ ref: '1054', total: 4_900 }));
    await world.deliver(aReturn({ orderRef: '1054', note: 'torn' }));
  });
  afterEach(() => world.close());

  it('has the card in German, with buttons that answer an English person in English', async () => {
    const card = cardIn(world, 'refunds');
    const take = actionOf(card, 'Übernehmen');

    expect(JSON.stringify(card)).toContain('Erstattungsanfrage');
    expect(await press(world, take, MARIA)).toEqual({ kind: 'done' });
    await world.runJobs();
    expect(JSON.stringify(cardIn(world, 'refunds'))).toContain('Übernommen von');

    const late = asCard(await press(world, take, AGENT));
    expect(late).toMatchObject({ visible: 'asker', refused: { code: 'already-taken' } });
    expect(late.text).toContain('Taken by: Maria');
  });

  it('answers who has no language of their own in that of the channel, and JSON in English', async () => {
    const line = { kind: 'line', line: 'case show case_0' } as const;
    const place = { channel: 'C1' };

    const inChannel = asCard(await world.router.handle(MARIA, line, place));
    const elsewhere = asCard(await world.router.handle(MARIA, line, { channel: 'C2' }));
    const asJson = asCard(await world.router.handle(MARIA, line, { ...place, language: 'en' }));

    expect(inChannel.refused?.message).toContain('Nichts passt zu');
    expect(elsewhere.refused?.message).toContain('No case matches');
    expect(asJson.json).toEqual(elsewhere.json);
    expect(inChannel.refused?.code).toBe(elsewhere.refused?.code);
  });

  it('says to everybody in the channel in its language what one of them did', async () => {
    const line = { kind: 'line', line: 'mute sales' } as const;
    const maria = { ...MARIA, role: 'admin' } as const;

    const there = asCard(await world.router.handle(maria, line, { channel: 'C1' }));
    const elsewhere = asCard(await world.router.handle(maria, line, { channel: 'C2' }));
    const english = { ...maria, person: 'Alex', name: 'Alex' };
    const byAlex = asCard(await world.router.handle(english, line, { channel: 'C1' }));

    expect([there, elsewhere, byAlex].map(({ visible }) => visible)).toEqual(
      Array(3).fill('channel'),
    );
    expect(there.text).toContain('hat #sales stumm geschaltet');
    expect(elsewhere.text).toContain('muted #sales');
    expect(byAlex.text).toContain('Alex hat #sales stumm geschaltet');
  });

  it('says it masked as every channel reads it, and in a language that the card names', async () => {
    const nameless = someone({ ref: '10', email: 'nameless@example.com' });
    await world.deliver(anOrder({ ref: '1055', total: 4_900, customer: nameless }));
    await world.deliver(aReturn({ ref: 'R9', orderRef: '1055', customer: nameless }));
    const open = (await ask(world, 'case list')).json;
    const { id } = z
      .array(z.object({ id: z.string() }))
      .parse(open)
      .at(0) ?? { id: '' };
    const line = { kind: 'line', line: `case take ${id}` } as const;

    const answer = asCard(await world.router.handle(MARIA, line, { channel: 'C1' }));

    expect(answer.card.language).toBe('de');
    expect(answer.text).toContain(`Fall ${id}: übernommen`);
    expect(JSON.stringify(answer.card)).not.toContain('nameless@');
    expect(cardIn(world, 'refunds')?.language).toBe('de');
    expect(asCard(await world.router.handle(MARIA, line, {})).card.language).toBe('en');
  });

  it('says of what was typed wrongly why, by its reason', async () => {
    await world.deliver(
      anOrder({ ref: '1', customer: someone({ ref: '9', email: 'a@example.com' }) }),
    );
    const line = { kind: 'line', line: 'customer tag a@example.com a,b' } as const;

    const german = asCard(await world.router.handle(MARIA, line, { channel: 'C1' }));

    expect(german.refused).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('kein Komma'),
    });
    expect((await ask(world, line.line)).refused?.message).toContain('no comma');
  });
});

describe('who asks is answered', () => {
  it.each([
    ['in their own language first', AGENT, { channel: 'C1' }, 'en'],
    ['then in that of the channel', MARIA, { channel: 'C1' }, 'de'],
    ['then in that of the team', MARIA, { channel: 'C9' }, 'en'],
    [
      'in the workspace by the channel’s name',
      { ...ADMIN, surface: 'workspace' },
      { channel: 'refunds' },
      'de',
    ],
    ['in the terminal as the team is', ADMIN, {}, 'en'],
    ['as a program asks for', MARIA, { channel: 'C1', language: 'en' }, 'en'],
  ] as const)('%s', (_, teammate, place, language) => {
    expect(askerLanguage(TEAM, teammate, place)).toBe(language);
  });

  it('in no language that the catalogue lacks', () => {
    const read = (team: object) => Team.safeParse(team).success;

    expect(read({ language: 'fr' })).toBe(false);
    expect(read({ channels: { language: { refund: 'de' } } })).toBe(false);
    expect(read({ people: [{ name: 'M', roles: ['agent'], language: 'de-DE' }] })).toBe(false);
    expect(read({ language: 'de', channels: { language: { refunds: 'en' } } })).toBe(true);
  });
});

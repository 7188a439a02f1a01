// An admin rewrites an automation in Slack: told what is wrong where it stands, then in force for the next order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Journey, PEOPLE, startJourney } from '../support/journey.ts';
import { fillIn, typeAndHear, typeAndOpen } from '../support/slack-hands.ts';

/** What Slack sends of the form's inputs. */
function filled(typed: Readonly<Record<'starts' | 'when' | 'steps', string>>, outcome: string) {
  const input = (value: string) => ({ type: 'plain_text_input', value });
  return {
    title: input('Big orders'),
    starts: input(typed.starts),
    when: input(typed.when),
    steps: input(typed.steps),
    outcome: { type: 'radio_buttons', selected_option: { value: outcome } },
  };
}

const RIGHT = {
  starts: 'on: order.placed\nreentry: always',
  when: 'event.total > 50',
  steps: '# One word.\n- notify: { channel: sales, text: "Big: {{ event.total }}" }',
};

describe('an automation that is edited in Slack', () => {
  let journey: Journey;
  let view: Record<string, unknown>;

  beforeAll(async () => {
    journey = await startJourney({ database: 'embedded', slack: 'socket' });
  });
  afterAll(() => journey.stop());

  it('opens as a form with what is in force, for admins only', async () => {
    const refused = await typeAndHear(
      journey,
      PEOPLE.maria,
      '/automation',
      'edit high-value-order',
    );
    view = await typeAndOpen(journey, PEOPLE.bea, '/automation', 'edit high-value-order');

    expect(refused.text).toContain('Not for your role');
    expect(JSON.stringify(view)).toContain('event.total > 500');
    expect(JSON.stringify(view)).toContain('- notify: { channel: sales, claim: true }');
  });

  it('stays open with each fault beside its input', async () => {
    const wrong = {
      ...RIGHT,
      when: 'event.totl > 50',
      steps: '- notify: { channel: sales }\n- tagg: x',
    };

    const answer = await fillIn(journey, PEOPLE.bea, view, filled(wrong, 'save'));

    expect(answer).toMatchObject({
      response_action: 'errors',
      errors: {
        when: expect.stringContaining('event.total'),
        steps: expect.stringMatching(/^Line 2: .*tag/),
      },
    });
    const { json } = await journey.command('automation', 'versions', 'high-value-order');
    expect(json).toHaveLength(1);
  });

  it('is saved with who and what changed, and is what an export gives', async () => {
    const answer = await fillIn(journey, PEOPLE.bea, view, filled(RIGHT, 'save'));

    expect(JSON.stringify(answer)).toContain('Saved as version 2 by Bea.');
    expect(JSON.stringify(answer)).toContain('+ when: event.total > 50');
    const exported = await journey.command('automation', 'export', 'high-value-order');
    expect(exported.json).toMatchObject({
      yaml: expect.stringMatching(
        /^# Tells sales[\s\S]*when: event.total > 50\n[\s\S]*# One word\./,
      ),
    });
    const late = await fillIn(journey, PEOPLE.bea, view, filled({ ...RIGHT, when: '' }, 'save'));
    expect(JSON.stringify(late)).toContain('Bea saved version 2 meanwhile');
  });
});

// The field of a form that asks for a teammate.
import type { Team } from '#engine/playbook/team.ts';
import type { Field } from '../form.ts';

/** A choice of the team's people, or a name where team.yml lists nobody; its value is `to`. */
export function teammateField(label: string, team: Pick<Team, 'people'>): Field {
  const own = { name: 'to', label, required: true } as const;
  const options = team.people.map(({ name }) => ({ value: name, label: name }));
  return options.length === 0
    ? { ...own, kind: 'text', multiline: false, maxLength: 80 }
    : { ...own, kind: 'choice', options };
}

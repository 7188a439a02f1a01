// The terminal keeps the contract of a surface that only answers: what stands elsewhere is asked for, what is pressed or filled in is typed.
import { runTerminal } from '#bot/surfaces/terminal/run.ts';
import { Person } from '#engine/playbook/team.ts';
import type { Face, Script } from '../../../contracts/face.ts';
import { describeSurface } from '../../../contracts/surface.ts';
import { NOW } from '../../../support/world.ts';

const PEOPLE = [Person.parse({ name: 'Maria', roles: ['approver'] })];
/** Characters that a terminal acts on, or that turn the order of what is read. */
const ACTS = /(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

describeSurface('the terminal', async (script) => createFace(script), 'answers');

function createFace({ router }: Script): Face {
  return {
    standing: null,
    async ask() {
      const said: string[] = [];
      const write = (written: string) => void said.push(written);
      await runTerminal({
        ...{ router, people: PEOPLE, language: 'en' },
        argv: ['approval', 'edit', 'apr-1', '--as', 'Maria'],
        ...{ stdout: write, stderr: write },
        screen: { color: false, columns: 200, now: NOW, timeZone: 'UTC' },
      });
      const text = said.join('');
      const message = { text, buttons: [], active: text.match(ACTS) ?? [] };
      return { kind: 'message', to: 'asker', message };
    },
    stop: async () => undefined,
  };
}

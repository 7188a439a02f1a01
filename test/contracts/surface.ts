// What every surface must do; each surface's own test runs it with a face that does and sees what a person there does and sees.
import { afterEach, beforeEach, describe } from 'vitest';
import { describeAnswers, describeAnswersAlone } from './answers.ts';
import { describeContents } from './contents.ts';
import { aScript, type Face, type Script, type Stage } from './face.ts';
import { describeForms, describeFormsInWords } from './forms.ts';
import { describeNothingStanding, describeStandingCards } from './standing-cards.ts';

/**
 * Runs the contract against a surface whose router is the script's. One on which cards stand has `refunds` and no `sales`
 * channel; one that only answers has in the place of each such law the one that says what stands for it.
 */
export function describeSurface(
  name: string,
  create: (script: Script) => Promise<Face>,
  kind: 'stands' | 'answers' = 'stands',
): void {
  describe(`${name} keeps the contract of a surface`, () => {
    let stage: Stage;
    beforeEach(async () => {
      const script = aScript();
      stage = { script, face: await create(script) };
    });
    afterEach(() => stage.face.stop());

    const at = () => stage;
    describeContents(at);
    if (kind === 'stands') {
      describeStandingCards(at);
      describeAnswers(at);
      describeForms(at);
    } else {
      describeNothingStanding(at);
      describeAnswersAlone(at);
      describeFormsInWords(at);
    }
  });
}

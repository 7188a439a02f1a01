// regulars check: what is wrong with the playbook, the mails, and each thing that is connected.

import { purposeOn } from '#bot/languages.ts';
import { listRefusals } from '#bot/posts/refusals.ts';
import type { Words } from '#bot/words/en.ts';
import type { Fault } from '#engine/errors.ts';
import type { ChatRules } from '#engine/playbook/chat-rules.ts';
import type { MailTemplate, Playbook } from '#engine/playbook/playbook.ts';
import { holesOf, measuresOf } from '#engine/playbook/tiers.ts';
import { dayOf } from '#engine/time.ts';
import { checkChat } from './chat.ts';
import { type Regulars, readPlaybook } from './compose.ts';
import { checkModel } from './model.ts';

/** What must be mended, and what may be meant so but is worth a look. */
export type Checked = { readonly problems: readonly Fault[]; readonly notes: readonly Fault[] };

/**
 * Everything that is wrong, asked of the things themselves; configuration was checked before. The playbook is read
 * anew, so that an edit can be checked before the server is started again.
 */
export async function checkAll(regulars: Regulars, words: Words): Promise<Checked> {
  const { deps, config } = regulars;
  const { playbook, chatRules } = await readPlaybook(config, deps.storage);
  const mails = await Promise.all(
    playbook.templates
      .flatMap((mail) => [mail, ...(mail.translations ?? [])])
      .map((mail) => checkMail(regulars, mail, words)),
  );
  const shops = await Promise.all(
    [...deps.shops.values()].map((shop) =>
      ask(words, words.check.shop(shop.key), () => shop.ping()),
    ),
  );
  const mailer = await ask(words, words.check.mail(deps.mailer.name), () => deps.mailer.ping());
  const chat = await checkChat(config, regulars.chat, {
    ...deps,
    team: playbook.team,
    words,
  });
  const model = await checkModel(deps.languageModel, words);
  const connected = [...shops.flat(), ...mailer, ...chat, ...model];
  const requests = checkRequests(regulars, playbook, words);
  const refusals = await checkRefusals(regulars, playbook, words);
  return {
    problems: [
      ...playbook.faults.map((fault) => ({
        where: fault.where,
        message: words.flaws.playbookFault(fault),
      })),
      ...mails.flat(),
      ...requests,
      ...connected,
      ...refusals,
    ],
    notes: [...noteHoles(playbook, words), ...noteOverridden(playbook, chatRules, words)],
  };
}

/** Who edits a file must know where what was saved in chat stands before it. */
function noteOverridden(
  { team }: Playbook,
  { saved, files }: ChatRules,
  { check }: Words,
): readonly Fault[] {
  return files.flatMap(({ name }) => {
    const rule = saved.get(name);
    if (rule === undefined) return [];
    const day = dayOf(rule.at, team.timezone);
    return [{ where: check.automation(name), message: check.overridden(rule.by, day, name) }];
  });
}

/** Amounts that belong to no tier may be left out on purpose; who did not mean to should hear of it. */
function noteHoles({ team }: Playbook, { check, money }: Words): readonly Fault[] {
  const { ladder, currency } = measuresOf(team);
  const text = (minor: number) => money({ minor, currency });
  return (ladder === null ? [] : holesOf(ladder)).map(({ from, upto }) => {
    const message = check.hole(text(from ?? 0), upto === null ? null : text(upto));
    return { where: 'team.yml: tiers', message };
  });
}

async function checkMail(
  regulars: Regulars,
  template: MailTemplate,
  { check, flaws }: Words,
): Promise<readonly Fault[]> {
  const problems = await regulars.mailRenderer.checkTemplate(template);
  const file = `emails/${template.name}.mjml.liquid`;
  return problems.map(({ line, flaw }) => ({
    where: line === null ? file : check.mailLine(file, line),
    message: flaws.templateFlaw(flaw),
  }));
}

/** Where posts were refused when the server last tried; some of it the platforms do not tell who asks. */
async function checkRefusals(
  { deps, surfaces }: Regulars,
  { team }: Playbook,
  words: Words,
): Promise<readonly Fault[]> {
  const refusals = await listRefusals(deps.storage.settings);
  return refusals.flatMap(({ surface: name, channel, reason, since }) => {
    const surface = surfaces.find((each) => each.name === name);
    const purpose = surface && channel !== null ? purposeOn(surface, channel) : null;
    if (surface === undefined || (channel !== null && purpose === null)) return [];
    const where = purpose === null ? name : `team.yml: channels.${name}.${purpose}`;
    return [{ where, message: words.check.refused(reason, dayOf(since, team.timezone)) }];
  });
}

/** An automation that sends requests needs something to sign them with. */
function checkRequests({ deps }: Regulars, playbook: Playbook, { check }: Words): readonly Fault[] {
  if (deps.requests.canSign) return [];
  const sending = playbook.automations.filter(({ actions }) =>
    actions.some(({ kind }) => kind === 'request'),
  );
  return sending.map(({ name }) => ({
    where: 'REQUEST_WEBHOOK_SECRET',
    message: check.cannotSign(name),
  }));
}

async function ask(
  { check }: Words,
  where: string,
  question: () => Promise<void>,
): Promise<readonly Fault[]> {
  try {
    await question();
    return [];
  } catch (error) {
    return [{ where, message: check.noAnswer(error instanceof Error ? error.message : null) }];
  }
}

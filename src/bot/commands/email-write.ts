// email write, draft: a mail to a customer in a teammate's own words, written or drafted; it waits for approval.
import { z } from 'zod';
import { findCustomer } from '#engine/flows/look-up.ts';
import { viewCustomer } from '#engine/flows/view-customer.ts';
import { writeToCustomer } from '#engine/flows/write-to-customer.ts';
import { refusedAs, shown } from '../answers.ts';
import { draftMail, GAP } from '../assistant/draft-mail.ts';
import { proposeCommand } from '../assistant/propose.ts';
import { note } from '../card.ts';
import { askedCard } from '../cards/asked.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { usageError } from '../line/misunderstanding.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { rest, whoPlace } from './parameters.ts';

const Write = z.object({ who: z.string(), text: z.string().trim().min(1).max(2000) });
const Draft = z.object({ who: z.string(), about: z.string().trim().max(500).optional() });

/** The commands that write to a customer of whom there is no case. */
export function emailWriteCommands(words: Words): readonly AnyCommand[] {
  const write = defineCommand({
    name: 'email write',
    summary: words.commandSummaries['email write'],
    role: 'agent',
    parameters: [whoPlace(words), rest('text', words.parameterSummaries.mailText)],
    Args: Write,
    examples: ['email write maria@example.com Your parcel was held up and is on its way again.'],
    run: (context, args) => writeMail(words, context, args),
  });
  return [
    write,
    defineCommand({
      name: 'email draft',
      summary: words.commandSummaries['email draft'],
      role: 'agent',
      // What it drafts is only proposed.
      effect: 'reads',
      mayPropose: true,
      parameters: [
        whoPlace(words),
        rest('about', words.parameterSummaries.mailAbout, { required: false }),
      ],
      Args: Draft,
      examples: ['email draft maria@example.com her late order'],
      run: (context, args) => draft(words, context, write, args),
    }),
  ];
}

async function writeMail(
  words: Words,
  context: Context,
  { who, text }: z.infer<typeof Write>,
): Promise<Answer> {
  // A draft says with a gap what it does not know, and nobody is to read that.
  if (text.includes(GAP)) throw usageError(words.drafts.gap);
  const { id: customerId } = await findCustomer(context.deps, who);
  const by = toDecider(context.teammate);
  const written = await writeToCustomer(context.deps, { customerId, by, text });
  const { write: title, noAddress } = words.drafts;
  if (written.kind === 'refused')
    return refusedAs({ title, code: written.reason, message: noAddress }, null);
  const { id } = written.approval;
  return shown(askedCard(words, id, title), { customer: customerId, approval: id });
}

/** The draft as a proposal, below what it rests on. */
async function draft(
  words: Words,
  context: Context,
  write: AnyCommand,
  { who, about }: z.infer<typeof Draft>,
): Promise<Answer> {
  const { drafts } = words;
  const { id } = await findCustomer(context.deps, who);
  const { profile, orders } = await viewCustomer(context.deps, id);
  if (profile.email === null)
    return refusedAs({ title: drafts.write, code: 'no-email', message: drafts.noAddress }, null);
  const drafted = await draftMail(words, context, { profile, orders, about });
  const answer = await proposeCommand(words, context, write, { who: id, text: drafted.text });
  if (answer.kind !== 'card') return answer;
  const { card } = answer;
  const { byTemplate: template, byModel: model, modelAway: away, stopped } = drafts;
  const by = { template, model, away, stopped };
  const hasGap = drafted.text.includes(GAP);
  return {
    ...answer,
    card: {
      ...card,
      title: drafts.mailTitle,
      blocks: [
        note(by[drafted.by]),
        ...(hasGap ? [note(drafts.fillIn(about === undefined ? null : oneLine(about, 200)))] : []),
        ...card.blocks,
      ],
    },
  };
}

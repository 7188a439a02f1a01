// A mail: handed over once; where nobody can know whether it arrived, that is what is said.
import type { Effect } from '../actions/effect.ts';
import type { Deps } from '../deps.ts';
import type { MailStatus } from '../email/message.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

/** Hands a mail to the mail server, with the same Message-ID in every attempt. */
export async function sendEmail(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'send-email' }>,
  attempt: Attempt,
): Promise<Performed> {
  const messageId = messageIdOf(deps, attempt);
  const save = (status: MailStatus, reason: string | null) => (records: Records) =>
    recordMail(deps, records, effect, attempt, { status, reason });
  if (attempt.recovering) {
    const accepted = await deps.mailer.wasAccepted(messageId);
    if (accepted === true) return { kind: 'done', ref: messageId, record: save('sent', null) };
    if (accepted === null)
      return {
        kind: 'uncertain',
        reason: 'mail-uncertain',
        record: save('uncertain', 'mail-uncertain'),
      };
  }
  const { blocked } = attempt;
  if (blocked !== null)
    return { kind: 'skipped', reason: blocked, record: save('not-sent', blocked) };
  const { sender } = deps.playbook.team;
  const outcome = await deps.mailer.send({
    messageId,
    from: { name: sender.name, address: deps.mailFrom },
    replyTo: sender.reply_to ?? null,
    mail: effect.mail,
  });
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'done', ref: messageId, record: save('sent', null) };
    case 'not-accepted':
      return { kind: 'later', reason: outcome.reason, afterMs: null, reached: false };
    case 'uncertain':
      return {
        kind: 'uncertain',
        reason: 'mail-uncertain',
        record: save('uncertain', 'mail-uncertain'),
      };
    case 'refused':
      return {
        kind: 'failed',
        reason: outcome.reason,
        record: async (records) => {
          if (outcome.badAddress)
            await records.mails.suppress(effect.mail.to, 'bounced', deps.now());
          await save('failed', outcome.reason)(records);
        },
      };
  }
}

/** The same in every attempt, so that an archive or a person can tell a repeat. */
function messageIdOf(
  deps: Pick<Deps, 'publicUrl'>,
  { plan, position }: Pick<Attempt, 'plan' | 'position'>,
): string {
  return `<${plan.id}.${position}@${new URL(deps.publicUrl).hostname}>`;
}

/** Notes a mail in the outbox and on the timeline. */
export async function recordMail(
  deps: Pick<Deps, 'now'>,
  records: Records,
  effect: Extract<Effect, { kind: 'send-email' }>,
  attempt: Pick<Attempt, 'plan' | 'approval' | 'position'>,
  outcome: { readonly status: MailStatus; readonly reason: string | null },
): Promise<void> {
  const { plan, approval } = attempt;
  await records.mails.save({
    id: effect.mailId,
    customerId: plan.customerId,
    approvalId: approval?.id ?? null,
    mail: effect.mail,
    ...outcome,
    at: deps.now(),
  });
  const kind = outcome.status === 'sent' ? 'email-sent' : 'email-not-sent';
  const data = {
    subject: effect.mail.subject,
    template: effect.mail.template,
    mailId: effect.mailId,
    ...outcome,
  };
  await records.timeline.add([
    { ...stepEntry(deps, attempt, kind, data), key: `mail:${effect.mailId}:${outcome.status}` },
  ]);
}

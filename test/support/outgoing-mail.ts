// A mail about to leave, stating only what matters.
import type { RenderedMail } from '#engine/email/message.ts';
import type { OutgoingMail } from '#engine/ports/mailer.ts';

/** A marketing mail to Maria; `mail` changes what stands in it. */
export function anOutgoingMail(
  change: Partial<Omit<OutgoingMail, 'mail'>> & { readonly mail?: Partial<RenderedMail> } = {},
): OutgoingMail {
  const { mail, ...rest } = change;
  return {
    messageId: '<mail_7ZK3Q9XM2B4T@shop.example>',
    from: { name: 'Nordlicht Records', address: 'hello@shop.example' },
    replyTo: null,
    ...rest,
    mail: {
      template: 'vip-thanks',
      purpose: 'marketing',
      to: 'maria@example.com',
      toName: 'Maria Lind',
      subject: 'Thank you, Maria 🎉',
      html: '<p>Grüße</p>',
      text: 'Grüße',
      unsubscribeUrl: 'https://shop.example/u/t0k3n',
      ...mail,
    },
  };
}

/** Mails in which one header would carry a second one, or two recipients; none may leave. */
export const INJECTIONS: readonly (readonly [string, OutgoingMail])[] = [
  ['subject', anOutgoingMail({ mail: { subject: 'Hi\r\nBcc: eve@evil.example' } })],
  ['subject with NEL', anOutgoingMail({ mail: { subject: 'Hi\u0085Bcc: eve@evil.example' } })],
  ['name', anOutgoingMail({ mail: { toName: 'Maria\nBcc: eve@evil.example' } })],
  ['name with NUL', anOutgoingMail({ mail: { toName: 'Maria\u0000' } })],
  ['name with a line separator', anOutgoingMail({ mail: { toName: 'Maria\u2028x' } })],
  ['address', anOutgoingMail({ mail: { to: 'maria@example.com\r\nBcc: eve@evil.example' } })],
  ['two addresses', anOutgoingMail({ mail: { to: 'maria@example.com, eve@evil.example' } })],
  ['routed address', anOutgoingMail({ mail: { to: '"eve@evil.example x"@example.com' } })],
  [
    'sender name',
    anOutgoingMail({ from: { name: 'Shop\r\nBcc: eve@evil.example', address: 'a@shop.example' } }),
  ],
  ['sender', anOutgoingMail({ from: { name: 'Shop', address: 'a@shop.example>\r\nX: y' } })],
  ['reply address', anOutgoingMail({ replyTo: 'a@shop.example\r\nBcc: eve@evil.example' })],
  ['message id', anOutgoingMail({ messageId: '<a@b>\r\nBcc: eve@evil.example' })],
  [
    'unsubscribe link',
    anOutgoingMail({
      mail: { unsubscribeUrl: 'https://shop.example/u>\r\nBcc: eve@evil.example' },
    }),
  ],
];

// A real SMTP server that counts what it took, and at which something can happen at every moment that matters.
import { SMTPServer } from 'smtp-server';
import { z } from 'zod';

/** The moments: MAIL FROM is asked; the text begins, after 354; its final dot has come and is not answered. */
export type MailMoment = 'mail-from' | 'text-begun' | 'dot-come';

export type MailServer = {
  readonly url: string;
  /** The Message-ID of every mail whose final dot came: those reach their reader, answered or not. */
  readonly taken: readonly string[];
  close(): Promise<void>;
};

/** An address that is listened on. */
export const AddressOf = z.object({ port: z.int() });

/** Starts one; `at` is awaited at every moment. */
export async function startMailServer(
  at: (moment: MailMoment) => Promise<unknown>,
): Promise<MailServer> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => void at('mail-from').then(() => done()),
    onData(stream, _session, done) {
      let raw = '';
      stream.once('data', () => void at('text-begun'));
      stream.on('data', (chunk) => {
        raw += String(chunk);
      });
      stream.on('end', () => {
        taken.push(/^message-id: *(\S+)/im.exec(raw)?.[1] ?? '');
        void at('dot-come').then(() => done());
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = AddressOf.parse(server.server.address());
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

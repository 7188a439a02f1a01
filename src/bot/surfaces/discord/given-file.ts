// A file that comes with a message: attached to it, and shown below its card, without which nobody would see it.
import type { RawFile } from 'discord.js';
import type { AnswerFile } from '../../file.ts';
import type { DiscordMessage } from './components.ts';

/** The body of a message with a file, and what is sent along. */
export function withFile(
  body: DiscordMessage,
  { name, mediaType, content }: AnswerFile,
): { readonly body: DiscordMessage; readonly files: RawFile[] } {
  const shown = { type: 13, file: { url: `attachment://${name}` } } as const;
  return {
    body: {
      ...body,
      components: [...body.components, shown],
      attachments: [{ id: '0', filename: name }],
    },
    files: [{ name, data: Buffer.from(content), contentType: mediaType }],
  };
}

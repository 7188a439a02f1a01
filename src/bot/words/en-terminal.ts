// What the terminal says of its own, in English: start, check, import.
import { counted } from './en-speech.ts';

/** Words of the terminal's own commands. */
export const terminal = {
  started: (url: string) => `Regulars is running: open ${url} (stop it with Ctrl-C)\n`,
  failed: 'Something went wrong on our side. The log says what; nothing more was done.',
  checkedWell: 'Everything is in order.',
  checkNote: (line: string) => `Meant so? ${line}`,
  importUsage: 'Usage: import orders|customers FILE.csv',
  imported: (result: {
    readonly customers: number;
    readonly orders: number;
    readonly rejected: readonly { readonly line: number; readonly message: string }[];
    readonly milliseconds: number;
  }) =>
    [
      `${counted(result.customers, 'customer', 'customers')}, ${counted(result.orders, 'order', 'orders')} in ${result.milliseconds} ms.`,
      ...result.rejected.slice(0, 20).map(({ line, message }) => `Line ${line}: ${message}`),
      ...(result.rejected.length > 20
        ? [`… and ${counted(result.rejected.length - 20, 'more line', 'more lines')} refused.`]
        : []),
    ].join('\n'),
  cannotRead: (file: string) => `The file ${file} cannot be read.`,
};

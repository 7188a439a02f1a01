// A process beside a test: says who it is, or dies of what it was asked.
import { answerRequests } from '#integrations/side-process.ts';

answerRequests((request: { readonly kind: 'hello' | 'throw' | 'exit' }) => {
  if (request.kind === 'throw') throw new Error('of its own');
  if (request.kind === 'exit') process.exit(3);
  return { pid: process.pid };
});

/** The worker as a web worker: a bundle of its own. */
import { config } from '@vscode/l10n';
import type { FromWorker, TextsToWorker, ToWorker } from '../query/messages';
import { serve } from '../query/serve';

/** What this file uses of its global scope, since Node's types have none. */
interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as Scope;
const post = (message: FromWorker): void => scope.postMessage(message);
const answer = serve(post);
scope.onmessage = ({ data }) => {
  const message = data as ToWorker | TextsToWorker;
  if ('texts' in message) config({ contents: message.texts });
  else answer(message);
};
post({ type: 'ready' });

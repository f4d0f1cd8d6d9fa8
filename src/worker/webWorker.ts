/** The worker as a web worker: a bundle of its own. */
import type { FromWorker, ToWorker } from '../query/messages';
import { serve } from '../query/serve';

/** What this file uses of its global scope, since Node's types have none. */
interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: FromWorker): void;
}

const scope = globalThis as unknown as Scope;
const post = (message: FromWorker): void => scope.postMessage(message);
const answer = serve(post);
scope.onmessage = ({ data }) => answer(data as ToWorker);
post({ type: 'ready' });

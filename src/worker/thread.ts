/** The worker as a thread of Node: a bundle of its own. */
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../query/messages';
import { serve } from '../query/serve';

const post = (message: FromWorker): void => parentPort?.postMessage(message);
const answer = serve(post);
parentPort?.on('message', (message: ToWorker) => answer(message));
post({ type: 'ready' });

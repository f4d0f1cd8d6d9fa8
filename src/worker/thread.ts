/** The worker as a thread of Node: a bundle of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { config } from '@vscode/l10n';
import type { FromWorker, Texts, ToWorker } from '../query/messages';
import { serve } from '../query/serve';

config({ contents: (workerData as Texts | undefined) ?? {} });
const post = (message: FromWorker): void => parentPort?.postMessage(message);
const answer = serve(post);
parentPort?.on('message', (message: ToWorker) => answer(message));
post({ type: 'ready' });

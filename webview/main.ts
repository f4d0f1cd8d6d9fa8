/** Starts the charts panel: asks for the picture, and passes messages on. */
import { post } from './host';
import { setLanguage } from './language';
import { readMessage } from './readFromExtension';
import { createPanel } from './panel';

setLanguage();
const root = document.getElementById('panel');
if (root !== null) {
  const receive = createPanel(root);
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message !== undefined) receive(message);
  });
  post({ type: 'ready' });
}

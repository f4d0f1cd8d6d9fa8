/** The charts panel's entry: asks for the picture, and hands on what comes. */
import { post } from './host';
import { readMessage } from './messages';
import { createPanel } from './panel';

const root = document.getElementById('panel');
if (root !== null) {
  const receive = createPanel(root);
  addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message === undefined) return;
    receive(message);
    if (message.type === 'picture') markPainted(root, message.version);
  });
  post({ type: 'ready' });
}

/** Says on the page which picture is on the screen: after the frame that draws it. */
function markPainted(element: HTMLElement, version: number): void {
  requestAnimationFrame(() => {
    setTimeout(() => {
      element.dataset.version = String(version);
    });
  });
}

/** Says what is being computed, from one second on with a way to stop it, and what was stopped. */
import { t } from '@vscode/l10n';
import { button } from '../controls';
import { el, setText, show } from '../dom';
import { post } from '../host';

export type Work =
  | { readonly kind: 'none' }
  /** `picture`: the page shows an earlier state. `rest`: answers and further charts are missing. */
  | { readonly kind: 'computing'; readonly what: 'picture' | 'rest' }
  | { readonly kind: 'stopped'; readonly reason: string };

/** Milliseconds after which people want to see that something goes on. */
const LONG_MS = 1000;

export interface WorkNotice {
  readonly element: HTMLElement;
  readonly update: (work: Work) => void;
}

export function createWorkNotice(): WorkNotice {
  const words = el('span', { role: 'status' });
  const progress = el('div', {
    class: 'progress',
    role: 'progressbar',
    'aria-label': t`Computing`,
  });
  const cancel = button({ label: t`Cancel`, onClick: () => post({ type: 'cancel' }) });
  const update = button({ label: t`Update`, onClick: () => post({ type: 'update' }) });
  const element = el('div', { class: 'work' }, words, cancel.element, update.element, progress);
  element.hidden = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work: Work = { kind: 'none' };

  function draw(): void {
    timer = undefined;
    setText(words, wordsOf(work));
    show(cancel.element, work.kind === 'computing');
    show(progress, work.kind === 'computing');
    show(update.element, work.kind === 'stopped');
    show(element, work.kind !== 'none');
  }

  return {
    element,
    update: (next) => {
      const isLong = work.kind === 'computing' && timer === undefined;
      work = next;
      // Work that goes on keeps its time, through all versions of the plan.
      if (next.kind === 'computing' && !isLong) timer ??= setTimeout(draw, LONG_MS);
      else {
        clearTimeout(timer);
        draw();
      }
    },
  };
}

function wordsOf(work: Work): string {
  switch (work.kind) {
    case 'none':
      return '';
    case 'computing':
      return work.what === 'picture'
        ? t`Updating. The panel shows an earlier state of the plan.`
        : t`Computing the answers and further charts.`;
    case 'stopped':
      return work.reason;
  }
}

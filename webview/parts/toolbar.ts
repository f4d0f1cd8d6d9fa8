/**
 * Makes several controls one stop of the Tab key. Arrow keys move between them (WAI-ARIA Authoring Practices,
 * "Toolbar").
 */
import { el, setAttribute } from '../dom';

export interface Toolbar {
  readonly element: HTMLElement;
  /** Finds the stop again, after controls were shown or hidden. */
  refresh(): void;
}

export function toolbar(name: string, controls: readonly HTMLElement[]): Toolbar {
  const element = el('div', { class: 'tools', role: 'toolbar', 'aria-label': name });
  element.append(...controls);
  let stop: HTMLElement | undefined;
  const shown = (): readonly HTMLElement[] => controls.filter((each) => !each.hidden);

  function refresh(): void {
    const all = shown();
    if (stop === undefined || !all.includes(stop)) stop = all[0];
    for (const each of controls) setAttribute(each, 'tabindex', each === stop ? '0' : '-1');
  }

  function controlOf(target: EventTarget | null): HTMLElement | undefined {
    return controls.find((each) => target instanceof Node && each.contains(target));
  }

  element.addEventListener('focusin', ({ target }) => {
    stop = controlOf(target) ?? stop;
    refresh();
  });
  element.addEventListener('keydown', (event) => {
    const all = shown();
    const next = nextOf(event.key, all.indexOf(stop ?? element), all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  });
  // Controls of the toolkit set their own attributes once they are on the page.
  queueMicrotask(refresh);
  return { element, refresh };
}

function nextOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Shows where a table goes on: a shadow at each edge with more behind it. */
import { el } from '../dom';

const EDGES = ['right', 'bottom'] as const;

/** Wraps a scrolling element in a frame with edges. */
export function withScrollEdges(scroll: HTMLElement): HTMLElement {
  const frame = el('div', { class: 'scroll-frame' }, scroll);
  const edges = EDGES.map((side) => el('div', { class: `edge ${side}`, 'aria-hidden': 'true' }));
  frame.append(...edges);

  function refresh(): void {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = scroll;
    const more = {
      left: scrollLeft > 1,
      right: scrollLeft + clientWidth < scrollWidth - 1,
      bottom: scrollTop + clientHeight < scrollHeight - 1,
    };
    for (const [side, isMore] of Object.entries(more)) {
      frame.classList.toggle(`more-${side}`, isMore);
    }
  }

  scroll.addEventListener('scroll', refresh, { passive: true });
  // Called after the layout, and only if a size has changed.
  const observer = new ResizeObserver(refresh);
  observer.observe(scroll);
  for (const child of scroll.children) observer.observe(child);
  return frame;
}

/** Keeps the scroll position, because a page that was hidden begins at its top again. */

export interface ScrollPosition {
  readonly now: number;
  /** Restores the position once, when the page is long enough again. Does nothing if somebody has scrolled. */
  restore(): void;
}

/** Milliseconds without scrolling before the position is kept. */
const REST_MS = 200;

export function keepScrollPosition(before: number | undefined, keep: () => void): ScrollPosition {
  let wanted = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Reading `scrollY` during an update would make the browser lay out the page at once.
  let position = 0;
  addEventListener('scroll', () => {
    wanted = undefined;
    position = scrollY;
    clearTimeout(timer);
    timer = setTimeout(keep, REST_MS);
  });
  return {
    get now() {
      return wanted ?? position;
    },
    restore: () => {
      if (wanted === undefined) return;
      // Charts are on the page with the next frame.
      requestAnimationFrame(() => {
        if (wanted !== undefined) scrollTo(0, wanted);
      });
    },
  };
}

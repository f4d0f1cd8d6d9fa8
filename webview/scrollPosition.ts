/** How far down the page is read: a page that was hidden begins at its top again. */

export interface ScrollPosition {
  readonly now: number;
  /** Once, when the page is as long as it was; not where somebody has scrolled in the meantime. */
  restore(): void;
}

/** As long as somebody scrolls, nothing is kept. */
const REST_MS = 200;

export function keepScrollPosition(before: number | undefined, keep: () => void): ScrollPosition {
  let wanted = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Asked for amid an update, `scrollY` would make the browser lay out the page at once.
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
      // Charts stand on the page with the next frame.
      requestAnimationFrame(() => {
        if (wanted !== undefined) scrollTo(0, wanted);
      });
    },
  };
}

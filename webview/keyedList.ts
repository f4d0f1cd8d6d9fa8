/** Keeps a list of views. Each view stays as long as its item, so focus and open details stay. */

export interface View<T> {
  readonly element: HTMLElement;
  update(item: T): void;
  /** Releases what lives outside the element. */
  dispose?(): void;
}

export interface KeyedList<T> {
  update(items: readonly T[]): void;
  readonly views: () => Iterable<View<T>>;
}

export function keyedList<T>(
  parent: Element,
  keyOf: (item: T, index: number) => string,
  create: (item: T) => View<T>,
): KeyedList<T> {
  let views = new Map<string, View<T>>();

  function update(items: readonly T[]): void {
    const focused = document.activeElement;
    const kept = new Map<string, View<T>>();
    const counts = new Map<string, number>();
    items.forEach((item, index) => {
      const key = unused(keyOf(item, index), kept, counts);
      const view = views.get(key) ?? create(item);
      kept.set(key, view);
      view.update(item);
    });
    for (const [key, view] of views) {
      if (kept.has(key)) continue;
      view.dispose?.();
      view.element.remove();
    }
    views = kept;
    place(parent, [...kept.values()]);
    // Moving an element takes its focus away.
    if (focused instanceof HTMLElement && focused !== document.activeElement) {
      if (focused.isConnected && parent.contains(focused)) focused.focus({ preventScroll: true });
    }
  }

  return { update, views: () => views.values() };
}

function place<T>(parent: Element, views: readonly View<T>[]): void {
  let next = parent.firstElementChild;
  for (const { element } of views) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
}

/** @param counts Number of requests for each key, so that equal ones are found at once. */
function unused(
  key: string,
  taken: ReadonlyMap<string, unknown>,
  counts: Map<string, number>,
): string {
  let count = (counts.get(key) ?? 0) + 1;
  let free = count === 1 ? key : `${key}\n${String(count)}`;
  while (taken.has(free)) free = `${key}\n${String(++count)}`;
  counts.set(key, count);
  return free;
}

/** What is in view is updated at once, and everything else when that is on the screen: nobody waits for what they do not see. */

export interface InView<T> {
  /** The latest counts. */
  readonly update: (value: T) => void;
  readonly dispose: () => void;
}

/** @param apply Called with the value: at once where the element is in view, hidden or new; soon where it is not. */
export function inView<T>(element: HTMLElement, apply: (value: T) => void): InView<T> {
  let latest: { readonly value: T } | undefined;
  let isSeen = true;

  function applyLatest(): void {
    if (latest === undefined) return;
    const { value } = latest;
    latest = undefined;
    element.removeAttribute('aria-busy');
    apply(value);
  }

  observed.set(element, (isIntersecting) => {
    isSeen = isIntersecting;
    if (isSeen) applyLatest();
  });
  observer.observe(element);
  return {
    update: (value) => {
      latest = { value };
      if (isSeen || element.hidden || !element.isConnected) {
        applyLatest();
        return;
      }
      element.setAttribute('aria-busy', 'true');
      afterPaint(applyLatest);
    },
    dispose: () => {
      latest = undefined;
      observer.unobserve(element);
    },
  };
}

/** Calls when the frame that is due is on the screen. */
export function whenPainted(call: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(call);
  });
}

const observed = new WeakMap<Element, (isIntersecting: boolean) => void>();

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) observed.get(target)?.(isIntersecting);
});

const waiting = new Set<() => void>();
let isWorking = false;

/** One piece a task: the next keystroke does not wait for all of them. */
function afterPaint(work: () => void): void {
  waiting.add(work);
  if (isWorking) return;
  isWorking = true;
  whenPainted(workOn);
}

function workOn(): void {
  setTimeout(() => {
    const [work] = waiting;
    if (work === undefined) {
      isWorking = false;
      return;
    }
    waiting.delete(work);
    work();
    workOn();
  });
}

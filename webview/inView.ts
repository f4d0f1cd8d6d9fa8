/** Updates elements in view at once, and all others after the next paint. Nobody waits for what they do not see. */

export interface InView<T> {
  /** Sets a new value. The latest one wins. */
  readonly update: (value: T) => void;
  readonly dispose: () => void;
}

/** @param apply Called with the value. At once for an element that is in view, hidden or new, and soon for others. */
export function inView<T>(element: HTMLElement, apply: (value: T) => void): InView<T> {
  let due: { readonly value: T } | undefined;
  let isNew = true;
  let isSeen = true;

  function applyDue(): void {
    if (due === undefined) return;
    const { value } = due;
    due = undefined;
    element.removeAttribute('aria-busy');
    apply(value);
  }

  const observer = new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)?.isIntersecting ?? isSeen;
    if (isSeen) applyDue();
  });
  observer.observe(element);
  return {
    update: (value) => {
      due = { value };
      const isAtOnce = isNew || isSeen || element.hidden || !element.isConnected;
      isNew = false;
      if (isAtOnce) {
        applyDue();
        return;
      }
      element.setAttribute('aria-busy', 'true');
      afterPaint(applyDue);
    },
    dispose: () => {
      due = undefined;
      observer.disconnect();
    },
  };
}

/** Calls back when the next frame is on the screen. */
export function whenPainted(call: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(call);
  });
}

const waiting = new Set<() => void>();
/** True until the next frame is on the screen. */
let isHeld = false;

function afterPaint(work: () => void): void {
  waiting.add(work);
  if (isHeld) return;
  isHeld = true;
  whenPainted(() => {
    isHeld = false;
    workOn();
  });
}

/** Runs one piece a task, so that the next keystroke need not wait for all. */
function workOn(): void {
  setTimeout(() => {
    const [work] = waiting;
    if (work === undefined || isHeld) return;
    waiting.delete(work);
    workOn();
    work();
  });
}

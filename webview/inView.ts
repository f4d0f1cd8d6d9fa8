/** What is in view is updated at once, all else when that is on the screen: nobody waits for what they do not see. */

export interface InView<T> {
  /** The latest counts. */
  readonly update: (value: T) => void;
  readonly dispose: () => void;
}

/** @param apply Called with the value: at once where the element is in view, hidden or new; soon where it is not. */
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

/** Calls when the frame that is due is on the screen. */
export function whenPainted(call: () => void): void {
  requestAnimationFrame(() => {
    setTimeout(call);
  });
}

const waiting = new Set<() => void>();
/** Until the frame that is due is on the screen. */
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

/** One piece a task: the next keystroke does not wait for all of them. */
function workOn(): void {
  setTimeout(() => {
    const [work] = waiting;
    if (work === undefined || isHeld) return;
    waiting.delete(work);
    workOn();
    work();
  });
}

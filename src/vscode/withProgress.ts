/** Shows progress of work that takes long, with a way to cancel it. */
import { showProgress } from './showText';

/** Milliseconds after which people want to see that something goes on. */
const LONG_MS = 1000;

/**
 * Returns what `work` returns, or undefined at once if the person cancels.
 * @param onCancel Called then.
 */
export async function withProgress<T>(
  title: string,
  work: Promise<T>,
  onCancel?: () => void,
): Promise<T | undefined> {
  let cancel = (): void => undefined;
  const cancelled = new Promise<undefined>((resolve) => {
    cancel = () => resolve(undefined);
  });
  const end = Promise.race([work, cancelled]);
  const late = setTimeout(() => {
    showProgress(title, end, () => {
      onCancel?.();
      cancel();
    });
  }, LONG_MS);
  try {
    return await end;
  } finally {
    clearTimeout(late);
  }
}

/** Shows progress of work that takes long, with a way to cancel it. */
import { showProgress } from './showText';

/** Milliseconds after which people want to see that something goes on. */
const LONG_MS = 1000;

/** Returns what `work` returns, which must end soon after a call of `cancel`. */
export async function withProgress<T>(
  title: string,
  work: Promise<T>,
  cancel: () => void,
): Promise<T> {
  const late = setTimeout(() => showProgress(title, work, cancel), LONG_MS);
  try {
    return await work;
  } finally {
    clearTimeout(late);
  }
}

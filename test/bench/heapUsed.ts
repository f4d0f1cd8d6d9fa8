/** Measures the memory of the extension host. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Returns bytes, after all that is not needed any more is collected. */
export async function heapUsed(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

/**
 * Measures how long the extension host's thread was kept from other work, and by whom. A block is the time between two
 * ticks of a timer. The clock alone would blame us for pauses of the machine and for VS Code's own work, so processor
 * time and a CPU profile tell them apart.
 */
import { Session, type Profiler } from 'node:inspector';
import { blocksIn, type Block, type Tick } from './blocks';

/** Microseconds between two samples of the profile. */
const SAMPLING_MICROSECONDS = 500;

/** @param root Folder whose code counts as ours. */
export async function blocksDuring(
  root: string,
  work: () => Promise<void>,
): Promise<readonly Block[]> {
  const session = new Session();
  session.connect();
  await post(session, 'Profiler.enable');
  await post(session, 'Profiler.setSamplingInterval', { interval: SAMPLING_MICROSECONDS });
  await post(session, 'Profiler.start');
  const ticks: Tick[] = [];
  let timer = setTimeout(function tick() {
    ticks.push(now());
    timer = setTimeout(tick, 1);
  }, 1);
  try {
    await work();
  } finally {
    ticks.push(now());
    clearTimeout(timer);
  }
  const { profile } = (await post(session, 'Profiler.stop')) as Profiler.StopReturnType;
  session.disconnect();
  return blocksIn(ticks, profile, root);
}

/** Returns a moment in the units of the profile: microseconds. */
function now(): Tick {
  const { user, system } = usage();
  return { clock: Number(process.hrtime.bigint() / 1000n), worked: user + system };
}

/** Processor time of this thread, or of the process where Node does not tell. */
const usage: () => { readonly user: number; readonly system: number } =
  (process as { readonly threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.bind(process) ??
  process.cpuUsage.bind(process);

function post(session: Session, method: string, parameters: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error: Error | null, result?: unknown) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
}

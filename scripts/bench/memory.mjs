// Memory of the workbench under test: what its page holds after a garbage collection, and its extension host's process.
import { readFileSync, readdirSync } from 'node:fs';

/** Bytes. The workbench and the panel in it share one heap. The process is known on Linux only. */
export async function memoryOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  const host = process.platform === 'linux' ? extensionHost() : undefined;
  return { 'page with panel': usedSize, ...(host && { 'extension host': residentBytes(host) }) };
}

function extensionHost() {
  return descendants(process.pid).find((pid) =>
    readOr(`/proc/${pid}/cmdline`).includes('--type=extensionHost'),
  );
}

function descendants(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+)/.exec(readOr(`/proc/${name}/stat`))?.[1])]);
  const below = (parent) =>
    parents.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function residentBytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;
}

/** A process may end while it is looked at. */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

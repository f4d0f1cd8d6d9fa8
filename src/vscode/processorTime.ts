/** Reads how long this program has worked, without the time in which others had the processor. */

interface Usage {
  /** Microseconds. */
  readonly user: number;
  readonly system: number;
}

interface NodeProcess {
  readonly threadCpuUsage?: () => Usage;
  readonly cpuUsage?: () => Usage;
}

/**
 * Returns a reading of the processor time in milliseconds: of this thread, or else of the process, whose helper threads
 * add little. Undefined without Node, as in a browser.
 */
export function processorTime(): (() => number) | undefined {
  const { process } = globalThis as { readonly process?: NodeProcess };
  const usage = process?.threadCpuUsage ?? process?.cpuUsage;
  if (usage === undefined) return undefined;
  return () => {
    const { user, system } = usage.call(process);
    return (user + system) / 1000;
  };
}

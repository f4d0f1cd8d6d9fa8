/** Predictions for servers whose kind of GPU, or family of models, took no part in fitting the factors. */
import type { PriorFactors } from '../../../src/engine/curve/tokens/priorFactors';
import { fitCarried } from './calibrate';
import { fitFactors, fitUnknown } from './fitFactors';
import type { MeasuredServer } from './measuredServers';
import { predictAll, type Prediction } from './scoreTokens';

/** Ways to part servers into folds. */
export const PARTITIONS: readonly ((server: MeasuredServer) => string)[] = [gpuKind, modelFamily];

function gpuKind({ gpu, facts }: MeasuredServer): string {
  const name = gpu.toLowerCase();
  const own = ['h200', 'h100'].find((kind) => name.includes(kind));
  return own ?? (facts.accelerator?.vendor === 'amd' ? 'AMD' : 'other GPUs');
}

function modelFamily({ model }: MeasuredServer): string {
  const name = model.toLowerCase();
  const families = ['gpt', 'llama-2', 'llama-3'];
  return families.find((family) => name.includes(family)) ?? 'other models';
}

/** Where a search begins, and how often it goes over all factors. */
interface SearchOptions {
  readonly start: PriorFactors;
  readonly sweeps: number;
}

export function fitAll(
  servers: readonly MeasuredServer[],
  { start, sweeps }: SearchOptions,
): PriorFactors {
  return fitCarried(servers, fitUnknown(servers, fitFactors(servers, sweeps, start)));
}

/**
 * Predictions for each server by the others of the partition.
 * @param all Factors fitted over all servers. How far to trust another GPU is theirs: few servers of a partition have one.
 */
export function predictLeftOut(
  servers: readonly MeasuredServer[],
  foldOf: (server: MeasuredServer) => string,
  options: SearchOptions,
  all: PriorFactors,
  log: (line: string) => void,
): readonly Prediction[] {
  const carried = Object.fromEntries(
    Object.entries(all).filter(([name]) => name.startsWith('error.carried')),
  );
  return [...new Set(servers.map(foldOf))].flatMap((fold) => {
    const others = servers.filter((server) => foldOf(server) !== fold);
    const predictions = predictAll(
      servers,
      { ...fitUnknown(others, fitFactors(others, options.sweeps, options.start)), ...carried },
      (server) => foldOf(server) === fold,
    );
    log(`left out ${fold}: ${predictions.length} predictions`);
    return predictions;
  });
}

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

export function fitAll(servers: readonly MeasuredServer[], sweeps: number): PriorFactors {
  return fitCarried(servers, fitUnknown(servers, fitFactors(servers, sweeps)));
}

export function predictLeftOut(
  servers: readonly MeasuredServer[],
  foldOf: (server: MeasuredServer) => string,
  sweeps: number,
  log: (line: string) => void,
): readonly Prediction[] {
  return [...new Set(servers.map(foldOf))].flatMap((fold) => {
    const others = servers.filter((server) => foldOf(server) !== fold);
    const predictions = predictAll(
      servers,
      fitAll(others, sweeps),
      (server) => foldOf(server) === fold,
    );
    log(`left out ${fold}: ${predictions.length} predictions`);
    return predictions;
  });
}

/** Says in a few words what the catalog knows of a GPU or model: beside its name in a list. */
import { t } from '@vscode/l10n';
import { findGpu, findModel } from '../engine/catalog/catalog';
import { formatBytes, formatNumber } from '../messages/numbers';

/** Returns `24 GB, 300 GB/s`. */
export function gpuDetail(name: string): string | undefined {
  const gpu = findGpu(name);
  return gpu && `${formatNumber(gpu.soldGB)} GB, ${formatBytes(gpu.bandwidthBytesPerSecond)}/s`;
}

/** Returns `8B parameters`, and for a mixture of experts those of a token. */
export function modelDetail(name: string): string | undefined {
  const model = findModel(name)?.model;
  if (!model) return undefined;
  const { parameters, activeParameters } = model;
  return activeParameters === parameters
    ? t`${billions(parameters)} parameters`
    : t`${billions(parameters)} parameters, ${billions(activeParameters)} a token`;
}

function billions(parameters: number): string {
  return `${formatNumber(parameters / 1e9)}B`;
}

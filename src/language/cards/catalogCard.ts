/** Shows what the catalogs know about a GPU or model that a plan names. */
import { blocks, bold, escapeMarkdown } from '../../messages/markdown';
import { formatBytes, formatMemory, formatNumber } from '../../messages/numbers';
import { findGpu, findModel } from '../../engine/catalog/catalog';
import type { Gpu } from '../../engine/catalog/data/gpus';
import type { Model } from '../../engine/catalog/data/models';
import { lookedUpParameters } from '../../engine/hardware/modelOf';
import type { PathAt, PlanDocument } from '../../plan/document';
import { splitPath } from '../../plan/keyPath';
import { dotted, lines } from '../markdown';

/** Returns undefined if the place is no value of `gpu` or `model`, or no known one. */
export function catalogCard({ text }: PlanDocument, at: PathAt): string | undefined {
  const [section, , key, ...rest] = splitPath(at.path);
  if (at.part !== 'value' || rest.length > 0) return undefined;
  const written = text.slice(at.range.start, at.range.end).replace(/^(["'])(.*)\1$/s, '$2');
  if (section === 'nodes' && key === 'gpu') {
    const gpu = findGpu(written);
    return gpu && gpuCard(gpu);
  }
  if (section === 'engines' && key === 'model') {
    const found = findModel(written);
    return found && modelCard(found.model);
  }
  return undefined;
}

/** `L4 · 24 GB · 300 GB/s · 121 TFLOPS in FP16, dense`. */
function gpuLine({ name, soldGB, memoryBytes, bandwidthBytesPerSecond, flops16 }: Gpu): string {
  return dotted(
    bold(escapeMarkdown(name)),
    `${formatNumber(soldGB)} GB`,
    `${formatNumber(memoryBytes / 2 ** 30, 4)} GiB for programs`,
    `${formatBytes(bandwidthBytesPerSecond)}/s`,
    `${formatNumber(flops16 / 1e12)} TFLOPS in 16 bits, dense`,
  );
}

export function gpuCard(gpu: Gpu): string {
  return blocks(lines(gpuLine(gpu), sourceLine(gpu)));
}

export function modelCard(model: Model): string {
  const { parameters, activeParameters, contextTokens, windows, states } = model;
  const lookedUp = lookedUpParameters(model);
  const isMixture = activeParameters !== parameters;
  return blocks(
    lines(
      dotted(
        bold(escapeMarkdown(model.name)),
        `${billions(parameters)} parameters`,
        isMixture ? `mixture of experts, ${billions(activeParameters)} a token` : undefined,
        lookedUp > 0
          ? `${billions(lookedUp)} of input embeddings, not read for a token`
          : undefined,
      ),
      dotted(
        `${formatNumber(model.layers)} layers`,
        cacheText(model),
        contextTokens === undefined
          ? undefined
          : `context ${formatNumber(contextTokens, 7)} tokens`,
      ),
      windows &&
        `${formatNumber(windows.layers)} of the layers keep the last ${formatNumber(windows.tokens, 7)} tokens only`,
      states &&
        `${formatNumber(states.layers)} of the layers keep a state of ${formatMemory(states.bytes)} a request, and no keys and values`,
      sourceLine(model),
    ),
  );
}

function cacheText({ kvHeads, headSize, latent }: Model): string {
  return latent === undefined
    ? `${formatNumber(kvHeads)} KV heads of ${formatNumber(headSize)}`
    : `latent attention, ${formatNumber(latent)} numbers a token and layer`;
}

function sourceLine({ source, checked }: Pick<Model, 'source' | 'checked'>): string | undefined {
  if (source === undefined) return undefined;
  const when = checked === undefined ? 'not checked against its source' : `checked ${checked}`;
  return `From the catalog, ${when}: [source](${source})`;
}

function billions(parameters: number): string {
  return `${formatNumber(parameters / 1e9, 4)} billion`;
}

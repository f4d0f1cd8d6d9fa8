/** Shows what the catalogs know about a GPU or model that a plan names. */
import { t } from '@vscode/l10n';
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
    t`${formatNumber(memoryBytes / 2 ** 30, 4)} GiB for programs`,
    `${formatBytes(bandwidthBytesPerSecond)}/s`,
    t`${formatNumber(flops16 / 1e12)} TFLOPS in 16 bits, dense`,
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
        t`${billions(parameters)} parameters`,
        isMixture ? t`mixture of experts, ${billions(activeParameters)} a token` : undefined,
        lookedUp > 0
          ? t`${billions(lookedUp)} of input embeddings, not read for a token`
          : undefined,
      ),
      dotted(
        t`${formatNumber(model.layers)} layers`,
        cacheText(model),
        contextTokens === undefined
          ? undefined
          : t`context ${formatNumber(contextTokens, 7)} tokens`,
      ),
      windows &&
        t`${formatNumber(windows.layers)} of the layers keep the last ${formatNumber(windows.tokens, 7)} tokens only`,
      states &&
        t`${formatNumber(states.layers)} of the layers keep a state of ${formatMemory(states.bytes)} a request, and no keys and values`,
      sourceLine(model),
    ),
  );
}

function cacheText({ kvHeads, headSize, latent }: Model): string {
  return latent === undefined
    ? t`${formatNumber(kvHeads)} KV heads of ${formatNumber(headSize)}`
    : t`latent attention, ${formatNumber(latent)} numbers a token and layer`;
}

function sourceLine({ source, checked }: Pick<Model, 'source' | 'checked'>): string | undefined {
  if (source === undefined) return undefined;
  const link = `[${t`source`}](${source})`;
  return checked === undefined
    ? t`From the catalog, not checked against its source: ${link}`
    : t`From the catalog, checked ${checked}: ${link}`;
}

function billions(parameters: number): string {
  return t`${formatNumber(parameters / 1e9, 4)} billion`;
}

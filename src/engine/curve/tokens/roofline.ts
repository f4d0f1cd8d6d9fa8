/**
 * Times that a server would take if it used its hardware fully: bytes over bandwidth, operations over their rate.
 * 2 operations a parameter and token (Kaplan et al. 2020, section 2.1); 4 x attention width for a pair of tokens and
 * layer, half of which the causal mask leaves out (Korthikanti et al. 2022, appendix A).
 */
import type { AcceleratorFacts, HardwareFacts, ModelArchitecture } from './hardwareFacts';

export interface Roofline {
  /** Reading all dense weights, and all experts, s. */
  readonly denseWeights: number;
  readonly experts: number;
  /** Computing one token, s. */
  readonly arithmetic: number;
  /** Exchanging the results of one token between GPUs, s. */
  readonly exchange: number;
  /** Reading one cached token, s. */
  readonly cache: number;
  /** Attending to one pair of tokens, s. */
  readonly attention: number;
  readonly layers: number;
  readonly gpus: number;
  readonly expertShare: number;
  readonly windowShare: number;
  readonly window: number;
  readonly kvTokens: number;
}

/** Most of the memory, as vLLM takes by default (`--gpu-memory-utilization`). */
const USABLE_MEMORY = 0.9;
/**
 * Bandwidth of the link between GPUs by that of the memory: NVLink 4 has 450 GB/s a direction beside 3,350 GB/s of an
 * H100, NVLink 3 300 beside 2,039. Two all-reduces a layer, each of 2 (G - 1) / G of 16 bits.
 */
const LINK = 0.13;
/** In formats of 4 bits only the experts of a mixture are published; the rest keeps 16 bits. */
const FEW_BITS = 6;

/** @param layered GPUs hold different layers and work in turn, as in llama.cpp: more of them add memory only. */
export function rooflineOf(
  { gpus, weightBits, cacheBits }: HardwareFacts,
  accelerator: AcceleratorFacts,
  model: ModelArchitecture,
  layered: boolean,
): Roofline {
  const together = layered ? 1 : gpus;
  const bandwidth = accelerator.bandwidthBytesPerSecond * together;
  const flops16 = accelerator.flops16 * together;
  const flops = flops16 * speedup(accelerator, weightBits);
  const { experts } = model;
  const expertParameters = experts ? model.parameters * experts.share : 0;
  const denseParameters = model.parameters - expertParameters - model.lookedUpParameters;
  const denseBits = experts && weightBits < FEW_BITS ? 16 : weightBits;
  const cacheBytes = (model.layers * model.cachedNumbers * cacheBits) / 8;
  const cacheCopies = model.latentCache ? together : 1;
  const windowShare = model.windowLayers / model.layers;
  const bytes =
    (expertParameters * weightBits + (denseParameters + model.lookedUpParameters) * denseBits) / 8;
  const room = accelerator.memoryBytes * USABLE_MEMORY * gpus - bytes;
  return {
    denseWeights: (denseParameters * denseBits) / 8 / bandwidth,
    experts: (expertParameters * weightBits) / 8 / bandwidth,
    arithmetic: (2 * (model.activeParameters - model.lookedUpParameters)) / flops,
    exchange:
      (4 * model.layers * model.hiddenSize * 2 * ((together - 1) / together)) /
      (accelerator.bandwidthBytesPerSecond * LINK),
    cache: (cacheBytes * cacheCopies) / bandwidth,
    attention: (2 * model.layers * model.attentionWidth) / flops16,
    layers: model.layers,
    gpus: together,
    expertShare: experts?.usedShare ?? 0,
    windowShare,
    window: model.window,
    kvTokens: Math.max(room, 0) / (cacheBytes * cacheCopies) / (1 - windowShare) || Infinity,
  };
}

function speedup({ speedup8, speedup4 }: AcceleratorFacts, weightBits: number): number {
  if (weightBits > 9) return 1;
  if (weightBits >= FEW_BITS) return speedup8;
  // Weights of 4 bits are unpacked to 16 where the chip has no operations with 4.
  return speedup4 > speedup8 ? speedup4 : 1;
}

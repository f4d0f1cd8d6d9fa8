/**
 * Computes the times of a server that uses its hardware fully: bytes over bandwidth, operations over their rate. A token
 * takes 2 operations for each parameter (Kaplan et al. 2020, section 2.1). A pair of tokens takes 4 x attention width
 * operations in each layer. The causal mask leaves out half of them (Korthikanti et al. 2022, appendix A).
 */
import type { AcceleratorFacts, HardwareFacts, ModelArchitecture } from './hardwareFacts';

export interface Roofline {
  /** Seconds to read all dense weights. */
  readonly denseWeights: number;
  /** Seconds to read all experts. */
  readonly experts: number;
  /** Seconds to compute one token. */
  readonly arithmetic: number;
  /** Seconds to exchange the results of one token between GPUs. */
  readonly exchange: number;
  /** Seconds to read one cached token. */
  readonly cache: number;
  /** Seconds of a decode step to attend to one cached token, once it is read. */
  readonly scores: number;
  /** Seconds to attend to one pair of tokens. */
  readonly attention: number;
  readonly layers: number;
  readonly gpus: number;
  readonly expertShare: number;
  readonly windowShare: number;
  readonly window: number;
}

/**
 * Bandwidth of the link between GPUs as a share of that of the memory. NVLink 4 has 450 GB/s a direction beside the 3,350
 * GB/s of an H100, NVLink 3 has 300 beside 2,039. A layer has two all-reduces, each of 2 (G - 1) / G of its results in
 * 16 bits on G GPUs.
 */
const LINK = 0.13;
/** Bits below which only the experts of a mixture are quantised; other weights keep 16 bits. */
const FEW_BITS = 6;

/** @param layered True if GPUs hold different layers and work in turn, as in llama.cpp. More of them add only memory. */
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
  return {
    denseWeights: (denseParameters * denseBits) / 8 / bandwidth,
    experts: (expertParameters * weightBits) / 8 / bandwidth,
    arithmetic: (2 * (model.activeParameters - model.lookedUpParameters)) / flops,
    exchange:
      (4 * model.layers * model.hiddenSize * 2 * ((together - 1) / together)) /
      (accelerator.bandwidthBytesPerSecond * LINK),
    cache: (cacheBytes * cacheCopies) / bandwidth,
    scores: (4 * model.layers * model.attentionWidth) / flops16,
    attention: (2 * model.layers * model.attentionWidth) / flops16,
    layers: model.layers,
    gpus: together,
    expertShare: experts?.usedShare ?? 0,
    windowShare,
    window: model.window,
  };
}

function speedup({ speedup8, speedup4 }: AcceleratorFacts, weightBits: number): number {
  if (weightBits > 9) return 1;
  if (weightBits >= FEW_BITS) return speedup8;
  // without operations on 4 bits, weights are unpacked to 16
  return speedup4 > speedup8 ? speedup4 : 1;
}

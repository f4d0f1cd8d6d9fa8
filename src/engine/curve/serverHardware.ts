/** Hardware of one server of an engine, as far as the catalogs know GPU and model: what the token model starts from. */
import { findGpu } from '../catalog/catalog';
import { hasFirstScheduler } from '../catalog/vllmDefaults';
import type { Figure } from '../figure/figure';
import { gpusOfServer, serverBandwidth, tooManyGpus } from '../hardware/hardware';
import { cacheBits } from '../hardware/kvCache';
import { kvTokensOf } from '../hardware/memory';
import { modelOf } from '../hardware/modelOf';
import { weightsOf } from '../hardware/weights';
import type { Engine, Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { toTokenModel, type HardwareFacts } from './tokens/hardwareFacts';

export interface ServerHardware {
  readonly facts: HardwareFacts;
  /** Bytes that each token reads, and bytes per second; undefined unless GPU, model and quantization are known. */
  readonly sheet: { readonly weights: Figure; readonly bandwidth: Figure } | undefined;
}

/** Bits of a weight if nothing says otherwise. */
const PLAIN_BITS = 16;

/** @returns undefined if neither GPU nor model is known, or if servers share a GPU, which no data sheet is about. */
export const hardwareOf = memoize((engine: Engine): ServerHardware | undefined => {
  const { node } = engine;
  const gpus = node && tooManyGpus(engine) === undefined ? gpusOfServer(engine, node) : 1;
  if (!Number.isInteger(gpus)) return undefined;
  const accelerator = node?.gpu && findGpu(node.gpu.value);
  const found = modelOf(engine);
  const architecture = found && toTokenModel(found.model);
  if (!accelerator && !architecture) return undefined;
  const weights = weightsOf(engine);
  const bandwidth = serverBandwidth(engine);
  const facts = {
    accelerator,
    gpus,
    model: architecture,
    weightBits: weights?.bits.value ?? PLAIN_BITS,
    cacheBits: cacheBits(engine),
    kvTokens: kvTokensOf(engine),
    ...(engine.type?.value === 'vllm' &&
      hasFirstScheduler(engine.version?.value) && { hasFirstScheduler: true }),
  };
  const sheet =
    accelerator && architecture && weights && bandwidth
      ? { weights: weights.read, bandwidth }
      : undefined;
  return { facts, sheet };
});

/** Keys that an estimate from the data sheets needs. */
const KEYS_FOR_ESTIMATE = ['gpu', 'model', 'quantization', 'promptTokens', 'outputTokens'] as const;
export type KeyForEstimate = (typeof KEYS_FOR_ESTIMATE)[number];

/** Keys without which a scenario cannot be estimated from the data sheets: not stated, or not in the catalogs. */
export function missingForEstimate(
  engine: Engine,
  { promptTokens, outputTokens }: Workload,
): readonly KeyForEstimate[] {
  const facts = hardwareOf(engine)?.facts;
  const isKnown: Readonly<Record<KeyForEstimate, boolean>> = {
    gpu: facts?.accelerator !== undefined,
    model: facts?.model !== undefined,
    quantization: facts?.model === undefined || weightsOf(engine) !== undefined,
    promptTokens: promptTokens !== undefined,
    outputTokens: outputTokens !== undefined,
  };
  return KEYS_FOR_ESTIMATE.filter((key) => !isKnown[key]);
}

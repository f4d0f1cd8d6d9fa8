/**
 * Estimates the parameters of a server before it is measured: roofline times by factors fitted over many servers. The
 * logarithms are normal. Doubts that parameters share make them correlate: all work of the GPU may be slower, all
 * arithmetic, or all work of the host.
 */
import { traitsOf } from '../../catalog/data/engineTypes';
import type { EngineType } from '../../plan/plan';
import { factorize } from './denseAlgebra';
import type { AcceleratorFacts, HardwareFacts, ModelArchitecture } from './hardwareFacts';
import type { PriorFactors } from './priorFactors';
import { rooflineOf, type Roofline } from './roofline';
import { PARAMETERS, SIZE, type Parameter, type ServerShape } from './tokenModel';

export interface ServerPrior {
  /** Logarithms of the parameters. */
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly shape: Pick<ServerShape, 'expertShare' | 'windowShare' | 'window'>;
}

/** Stands in for an unknown GPU: the middle of those that people serve with. */
const TYPICAL_GPU: AcceleratorFacts = {
  vendor: 'nvidia',
  memoryBytes: Infinity,
  bandwidthBytesPerSecond: 2.5e12,
  flops16: 700e12,
  speedup8: 2,
  speedup4: 2,
};
/** Stands in for an unknown model. */
const TYPICAL_MODEL: ModelArchitecture = {
  parameters: 14e9,
  activeParameters: 14e9,
  lookedUpParameters: 0,
  layers: 40,
  hiddenSize: 5120,
  cachedNumbers: 2048,
  latentCache: false,
  attentionWidth: 5120,
  windowLayers: 0,
  window: 0,
  experts: undefined,
};

/**
 * Returns the prior of a server.
 * @param kvTokens Tokens that fit into the KV cache, if known; otherwise they follow from the memory.
 */
export function priorOf(
  facts: HardwareFacts | undefined,
  engine: EngineType,
  factors: PriorFactors,
  kvTokens?: number,
): ServerPrior {
  const accelerator = facts?.accelerator;
  const model = facts?.model;
  const known: HardwareFacts = facts ?? {
    accelerator,
    model,
    gpus: 1,
    weightBits: 16,
    cacheBits: 16,
  };
  const { splitsByLayers } = traitsOf(engine);
  const roofline = rooflineOf(
    known,
    accelerator ?? TYPICAL_GPU,
    model ?? TYPICAL_MODEL,
    splitsByLayers,
  );
  const fitted = fittedAs(known.hasFirstScheduler ? 'vllm.first' : engine, factors);
  const { gpus, kvTokens: room = Infinity } = known;
  const mean = meanOf({ roofline, software: fitted, accelerator, gpus, room }, factors);
  const covariance = covarianceOf(accelerator, model, fitted, factors);
  if (kvTokens !== undefined) {
    mean[CAPACITY] = Math.log(kvTokens);
    covariance[CAPACITY * SIZE + CAPACITY] = KNOWN_CAPACITY ** 2;
  } else if (!accelerator || !model) {
    mean[CAPACITY] = Math.log(1e12);
  }
  return {
    mean,
    covariance,
    shape: {
      expertShare: roofline.expertShare,
      windowShare: roofline.windowShare,
      window: roofline.window,
    },
  };
}

/** An engine type, or one before its host work was made much shorter. */
type Software = EngineType | 'vllm.first';

/** Engine whose factors count: `other`, with its wide doubt, if none were fitted for this one. */
function fittedAs(engine: Software, factors: PriorFactors): Software {
  return `sd.engine.${engine}` in factors ? engine : 'other';
}

const MICRO = 1e-6;
const NANO = 1e-9;
const CAPACITY = PARAMETERS.indexOf('capacity');
const HOST = PARAMETERS.indexOf('host');
/** Standard deviation of the logarithm of a stated capacity. Blocks are not full to their end, and contexts differ. */
const KNOWN_CAPACITY = 0.1;

interface Described {
  readonly roofline: Roofline;
  readonly software: Software;
  readonly accelerator: AcceleratorFacts | undefined;
  readonly gpus: number;
  /** Tokens that the KV cache has room for. */
  readonly room: number;
}

function meanOf(
  { roofline, software, accelerator, gpus, room }: Described,
  factors: PriorFactors,
): Float64Array {
  const of = (name: string): number => factors[name] ?? 0;
  const ofSoftware = (name: string): number => of(`${name}.${software}`);
  const ofVendor = (name: string): number =>
    accelerator ? of(`${name}.${accelerator.vendor}`) : 0;
  const isMany = roofline.gpus > 1;
  const ofMany = (name: string): number => (isMany ? of(name) : 0);
  // all that GPUs do, and all that the host does
  const device =
    ofSoftware('engine') +
    ofVendor('vendor') +
    ofVendor(`engine.${software}`) +
    (gpus > roofline.gpus ? ofVendor('layered') : 0);
  const host = ofSoftware('engineHost') + ofVendor('vendorHost');

  const weights = Math.log(roofline.denseWeights) + of('weights') + device;
  const experts = Math.log(Math.max(roofline.experts, 1e-30)) + of('experts') + device;
  const perLayer = Math.exp(ofMany('layersMany') + (isMany ? ofVendor('vendorMany') : 0));
  const always = Math.max(of('layersAlways') + ofMany('layersAlwaysMany'), 0);
  const layers = Math.log((roofline.layers * perLayer + always) * MICRO) + of('layers') + host;

  const mixture = roofline.experts > 0 ? of('mixtureArithmetic') : 0;
  const exchanged = roofline.exchange * Math.exp(of('exchange') + device);
  const computed = (factor: number): number =>
    Math.log(roofline.arithmetic * Math.exp(factor + mixture + device) + exchanged);

  const read = roofline.cache * Math.exp(of('cache'));
  const scored = roofline.scores * Math.exp(of('scores') + ofSoftware('scores'));
  const listed = NANO * Math.exp(of('cacheHost') + ofSoftware('cacheHost') + host);
  const bookkeeping = of('bookkeeping') + ofSoftware('bookkeeping') + ofMany('bookkeepingMany');

  const means: Readonly<Record<Parameter, number>> = {
    weights,
    layers,
    experts,
    arithmetic: computed(of('arithmetic') + ofVendor('vendorArithmetic')),
    bookkeeping: Math.log(MICRO) + bookkeeping + host,
    cache: Math.log((read + scored) * Math.exp(device) + listed),
    prefill: computed(of('prefill') + ofVendor('vendorPrefill')),
    attention: Math.log(roofline.attention) + of('attention') + device + ofVendor('vendorPrefill'),
    prefillBase:
      Math.log(Math.exp(weights) + Math.exp(layers) + Math.exp(experts)) + of('prefillBase'),
    host: Math.log(MICRO * 1000) + of('host') + host,
    capacity: Math.log(Math.min(Math.max(room, 1), 1e12)) + of('capacity'),
  };
  return Float64Array.from(PARAMETERS, (name) => means[name]);
}

/** Shares of the three common doubts that a parameter follows, 0 to 1. */
const SHARED: Readonly<
  Record<Parameter, readonly [device: number, arithmetic: number, host: number]>
> = {
  weights: [1, 0, 0],
  layers: [0, 0, 1],
  experts: [1, 0, 0],
  arithmetic: [1, 1, 0],
  bookkeeping: [0, 0, 1],
  cache: [1, 0, 0],
  prefill: [1, 1, 0],
  attention: [1, 1, 0],
  prefillBase: [0.5, 0, 0.5],
  host: [0, 0, 1],
  capacity: [0, 0, 0],
};

function covarianceOf(
  accelerator: AcceleratorFacts | undefined,
  model: ModelArchitecture | undefined,
  engine: Software,
  factors: PriorFactors,
): Float64Array {
  const sd = (name: string): number => Math.exp(factors[`sd.${name}`] ?? -Infinity);
  const stranger = sd(`vendor.${accelerator?.vendor ?? 'none'}`);
  const unknownGpu = accelerator ? 0 : sd('unknownGpu');
  const unknownModel = model ? 0 : sd('unknownModel');
  const device = Math.hypot(
    sd('device'),
    stranger,
    unknownGpu,
    unknownModel,
    sd(`engine.${engine}`),
  );
  const arithmetic = Math.hypot(sd('sharedArithmetic'), accelerator ? 0 : sd('unknownArithmetic'));
  const shared = [device, arithmetic, Math.hypot(sd('sharedHost'), unknownModel / 2)] as const;
  const covariance = new Float64Array(SIZE * SIZE);
  for (const [i, a] of PARAMETERS.entries()) {
    for (const [j, b] of PARAMETERS.entries()) {
      let sum = i === j ? sd(a) ** 2 + (unknownModel / 2) ** 2 : 0;
      for (let k = 0; k < 3; k++) {
        sum += (SHARED[a][k] ?? 0) * (SHARED[b][k] ?? 0) * (shared[k] ?? 0) ** 2;
      }
      covariance[i * SIZE + j] = sum;
    }
  }
  return covariance;
}

/** The prior of an offline batch: no server takes its requests in. */
export function withoutServer(prior: ServerPrior, factors: PriorFactors): ServerPrior {
  const mean = prior.mean.slice();
  mean[HOST] = (mean[HOST] ?? 0) + (factors.hostOffline ?? 0);
  return { ...prior, mean };
}

/** A reading of offline batches: the prior, and the logarithm of the odds that it holds. */
export interface LateStart {
  readonly prior: ServerPrior;
  readonly logOdds: number;
}

/**
 * Describes offline batches whose time includes the start of their run, such as compiling kernels, whatever the lengths.
 * @returns undefined for GPUs that no such batch was seen on.
 */
export function withLateStart(
  prior: ServerPrior,
  accelerator: AcceleratorFacts | undefined,
  factors: PriorFactors,
): LateStart | undefined {
  const logOdds = factors[`start.${accelerator?.vendor ?? 'none'}`];
  if (logOdds === undefined) return undefined;
  const mean = prior.mean.slice();
  const covariance = prior.covariance.slice();
  mean[HOST] = factors.start ?? 0;
  for (let i = 0; i < SIZE; i++) {
    covariance[HOST * SIZE + i] = 0;
    covariance[i * SIZE + HOST] = 0;
  }
  covariance[HOST * SIZE + HOST] = Math.exp(factors['sd.start'] ?? 0) ** 2;
  return { prior: { ...prior, mean, covariance }, logOdds };
}

/** Returns the lower Cholesky factor of a covariance. */
export function factorOf(covariance: Float64Array): Float64Array {
  const factor = covariance.slice();
  factorize(factor, SIZE);
  return factor;
}

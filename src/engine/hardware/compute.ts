/**
 * What the GPUs of a server can compute: 2 operations a parameter and token (Kaplan et al. 2020, "Scaling laws for neural
 * language models", section 2.1). The attention to other tokens is left out, so a server needs longer than this.
 */
import { findGpu } from '../catalog/catalog';
import type { Gpu } from '../catalog/data/gpus';
import type { Model } from '../catalog/data/models';
import type { Figure } from '../figure/figure';
import { catalogFigure, constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import type { Engine, Workload } from '../plan/plan';
import { memoize } from '../util/cache';
import { ceilForgiving } from '../util/rounding';
import { gpusOfServer, tooManyGpus } from './hardware';
import { lookedUpParameters } from './modelOf';
import { weightsOf } from './weights';

/** Prompt of a request, and the share of it that a prefix cache answers. */
export type Prompt = Pick<Workload, 'promptTokens' | 'cachedTokens'>;

/** Tokens of a prompt that are computed: those that no prefix cache answers. */
export function computedTokens({ promptTokens, cachedTokens }: Prompt): Figure | undefined {
  if (!promptTokens) return undefined;
  const tokens = statedFigure(promptTokens, 'tokens', 'promptTokens');
  if (!cachedTokens || cachedTokens.value === 0) return tokens;
  const cached = statedFigure(cachedTokens, 'share', 'cachedTokens');
  const left = tokens.value * (1 - cached.value);
  return deriveFigure('tokens.computed', left, 'tokens', { tokens, cached });
}

/** Least seconds until the first token of a prompt; undefined if model, quantization or GPU are not known. */
export function promptFloor(engine: Engine, prompt: Prompt): Figure | undefined {
  const known = computeOf(engine);
  const tokens = computedTokens(prompt);
  if (!known || !tokens) return undefined;
  const { parameters, atOnce: compute } = known;
  const seconds = (2 * parameters.value * tokens.value) / compute.value;
  return deriveFigure('floor.prompt', seconds, 's', { parameters, tokens, compute });
}

/** Most requests of so many tokens, prompt and answer, that one server can answer a second. */
export function throughputCeiling(engine: Engine, tokens: Figure): Figure | undefined {
  const known = computeOf(engine);
  if (!known || !(tokens.value > 0)) return undefined;
  const { parameters, share: compute } = known;
  const perSecond = compute.value / (2 * parameters.value * tokens.value);
  const inputs = { parameters, tokens, compute };
  return deriveFigure('ceiling.throughput', perSecond, 'requests/s', inputs);
}

interface Compute {
  /** Parameters that each token is computed with. */
  readonly parameters: Figure;
  /** Operations a second of a server while the others of its node are idle. */
  readonly atOnce: Figure;
  /** Operations a second of a server's own share. */
  readonly share: Figure;
}

const computeOf = memoize((engine: Engine): Compute | undefined => {
  const { node } = engine;
  const weights = weightsOf(engine);
  const accelerator = node?.gpu && findGpu(node.gpu.value);
  if (!node?.gpu || !accelerator || !weights || tooManyGpus(engine) !== undefined) return undefined;
  const one = operationsFigure(accelerator, weights.bits.value, node.gpu.value);
  const gpus = gpusOfServer(engine, node);
  return {
    parameters: computedParameters(weights.model),
    atOnce: ofGpus(one, ceilForgiving(gpus)),
    share: ofGpus(one, gpus),
  };
});

/** Without the table of input embeddings, which is looked up. */
function computedParameters(model: Model): Figure {
  const { name, activeParameters } = model;
  const active = catalogFigure(activeParameters, 'parameters', name);
  const looked = lookedUpParameters(model);
  if (looked === 0) return active;
  const lookedUp = catalogFigure(looked, 'parameters', name);
  const computed = activeParameters - looked;
  return deriveFigure('parameters.computed', computed, 'parameters', { active, lookedUp });
}

/** Tensor cores are at least twice as fast with 8 bits, if only with whole numbers. */
const LEAST_SPEEDUP = 2;
/** Weights of more bits are computed with 16 bits, and those of fewer than this may be computed with 4. */
const [EIGHT_BITS, SIX_BITS] = [9, 6];

/** Operations a second of one GPU, with operands of the width of the weights. */
function operationsFigure({ flops16, speedup8, speedup4 }: Gpu, bits: number, gpu: string): Figure {
  const dense = catalogFigure(flops16, 'operations/s', gpu);
  if (bits > EIGHT_BITS) return dense;
  const factor = Math.max(LEAST_SPEEDUP, bits < SIX_BITS ? speedup4 : speedup8);
  const speedup = constantFigure(factor, 'factor');
  return deriveFigure('compute.quantized', flops16 * factor, 'operations/s', { dense, speedup });
}

function ofGpus(one: Figure, count: number): Figure {
  if (count === 1) return one;
  const gpus = constantFigure(count, 'factor');
  return deriveFigure('compute.ofServer', one.value * count, 'operations/s', { one, gpus });
}

/** Bytes of a model's weights, and the part that one token reads: parameters × bits / 8, by part. */
import { findGpu } from '../catalog/catalog';
import { traitsOf } from '../catalog/data/engineTypes';
import type { Model } from '../catalog/data/models';
import { hasTritonExperts } from '../catalog/vllmDefaults';
import { findQuantization, type Quantization } from '../catalog/data/quantizations';
import type { Figure } from '../figure/figure';
import {
  catalogFigure,
  constantFigure,
  defaultFigure,
  deriveFigure,
  observedFigure,
} from '../figure/figures';
import { STATED } from '../figure/provenance';
import type { Engine, Stated } from '../plan/plan';
import { memoize } from '../util/cache';
import { gpusOfServer } from './hardware';
import { lookedUpParameters, modelOf } from './modelOf';
import {
  absorbedParameters,
  activeParts,
  allParts,
  bytesOf,
  expertPadding,
  PLAIN_BITS,
  routers,
  type WeightParts,
} from './weightParts';

export interface Weights {
  readonly model: Model;
  readonly quantization: Quantization;
  /** Bits of a weight that the quantization covers. */
  readonly bits: Figure;
  /** Bytes of all weights on all GPUs of a server: as it reports them, or by arithmetic. */
  readonly size: Figure;
  /**
   * Bytes that each token reads. A mixture of experts reads fewer. The input embeddings are left out, since a token
   * needs one row of them.
   */
  readonly read: Figure;
}

/** Weights of an engine's model; undefined if the model or its quantization is not known. Nothing is guessed. */
export const weightsOf = memoize((engine: Engine): Weights | undefined => {
  const found = modelOf(engine);
  if (!found) return undefined;
  const { model } = found;
  const known = quantizationOf(engine, found.quantization);
  if (!known) return undefined;
  const { quantization, bits } = known;
  return {
    model,
    quantization,
    bits,
    size: sizeOf(engine, model, known),
    read: readFigure(model, known),
  };
});

interface Known {
  readonly quantization: Quantization;
  readonly bits: Figure;
}

function sizeOf(engine: Engine, model: Model, { quantization, bits }: Known): Figure {
  const { weightsMemoryBytes, node, type } = engine;
  const isSplit = traitsOf(type?.value).splitsByLayers;
  const gpus = node && !isSplit ? Math.max(1, gpusOfServer(engine, node)) : 1;
  if (weightsMemoryBytes) return reportedSize(weightsMemoryBytes, gpus);
  const parts = allParts(model, quantization);
  const padding = paddingOf(engine, model, quantization);
  const encoders = isSplit ? 0 : (model.encoderParameters ?? 0) * gpus;
  const again = isSplit ? NONE : keptAgain(engine, model, quantization, gpus);
  const quantized = parts.quantized * padding + again.quantized;
  const bytes = bytesOf({ quantized, plain: parts.plain + encoders + again.plain }, bits.value);
  const further = again.quantized + again.plain;
  if (parts.plain === 0 && encoders === 0 && further === 0) {
    const parameters = catalogFigure(model.parameters, 'parameters', model.name);
    return deriveFigure('weights.size', bytes, 'bytes', { parameters, bits });
  }
  return deriveFigure('weights.parts', bytes, 'bytes', {
    ...partsFigures(model, parts, bits),
    ...(padding > 1 && { padding: constantFigure(padding, 'factor') }),
    ...(encoders > 0 && { encoders: catalogFigure(encoders, 'parameters', model.name) }),
    ...(further > 0 && { again: catalogFigure(further, 'parameters', model.name) }),
  });
}

/** Factor by which vLLM's kernels widen experts. */
function paddingOf({ type, version, node }: Engine, model: Model, quantization: Quantization) {
  if (type?.value !== 'vllm') return 1;
  const gpu = node?.gpu && findGpu(node.gpu.value);
  return expertPadding(model, quantization, hasTritonExperts(version?.value, gpu));
}

const NONE: WeightParts = { quantized: 0, plain: 0 };

/**
 * Parameters that a server keeps more than once: further GPUs routers and ways into a latent, and vLLM ways out of it
 * in 16 bits beside those with fewer.
 */
function keptAgain(
  { type }: Engine,
  model: Model,
  { covers }: Quantization,
  gpus: number,
): WeightParts {
  const inRouters = routers(model) * (gpus - 1);
  const replicated = (model.replicatedParameters ?? 0) * (gpus - 1);
  const others = Math.max(0, replicated - inRouters);
  if (covers === 'all') return { quantized: others + inRouters, plain: 0 };
  if (covers !== 'layers') return { quantized: 0, plain: others + inRouters };
  const absorbed = type?.value === 'vllm' ? absorbedParameters(model) : 0;
  return { quantized: others, plain: inRouters + absorbed };
}

/** Servers report the weights of one GPU; those that give GPUs layers of their own report all. */
function reportedSize(stated: Stated<number>, gpus: number): Figure {
  const one = observedFigure(stated, 'bytes', 'measured');
  if (gpus === 1) return one;
  const count = constantFigure(gpus, 'factor');
  return deriveFigure('weights.reported', one.value * gpus, 'bytes', { one, gpus: count });
}

function readFigure(model: Model, { quantization, bits }: Known): Figure {
  const parts = activeParts(model, quantization);
  const bytes = bytesOf(parts, bits.value);
  if (parts.plain > 0) {
    return deriveFigure(
      'weights.readParts',
      bytes,
      'bytes/token',
      partsFigures(model, parts, bits),
    );
  }
  const { name, activeParameters } = model;
  const active = catalogFigure(activeParameters, 'parameters', name);
  const looked = lookedUpParameters(model);
  if (looked === 0) {
    return deriveFigure('weights.size', bytes, 'bytes/token', { parameters: active, bits });
  }
  const lookedUp = catalogFigure(looked, 'parameters', name);
  return deriveFigure('weights.read', bytes, 'bytes/token', { active, lookedUp, bits });
}

function partsFigures({ name }: Model, { quantized, plain }: WeightParts, bits: Figure) {
  return {
    quantized: catalogFigure(quantized, 'parameters', name),
    bits,
    plain: catalogFigure(plain, 'parameters', name),
    plainBits: constantFigure(PLAIN_BITS, 'bits'),
  };
}

/** Quantization of an engine: from the plan, from the model's name, or the usual one of the engine's type. */
function quantizationOf(engine: Engine, named: string | undefined): Known | undefined {
  const { quantization: written, model, type } = engine;
  const stated = written ?? (named === undefined ? undefined : model && { ...model, value: named });
  if (stated) {
    const quantization = findQuantization(stated.value);
    if (quantization === undefined || stated.path === undefined) return undefined;
    const bits: Figure = {
      value: quantization.bits,
      unit: 'bits',
      bound: 'exact',
      provenance: STATED,
      derivation: { kind: 'stated', path: stated.path },
    };
    return { quantization, bits };
  }
  const usual = traitsOf(type?.value).usualQuantization;
  const quantization = usual === undefined ? undefined : findQuantization(usual);
  return (
    quantization && { quantization, bits: defaultFigure(quantization.bits, 'bits', 'quantization') }
  );
}

/** What the weights of an engine's model take, and what of them a token reads: parameters × bits / 8. */
import { findModel } from '../catalog/catalog';
import type { Model } from '../catalog/data/models';
import { bitsPerWeight } from '../catalog/data/quantizations';
import type { Figure } from '../figure/figure';
import { catalogFigure, defaultFigure, deriveFigure } from '../figure/figures';
import { memoize } from '../util/memoize';
import type { Engine, EngineType } from '../plan/plan';
import { STATED } from '../figure/provenance';

interface Weights {
  readonly model: Model;
  /** Bytes of all weights. */
  readonly size: Figure;
  /**
   * Bytes that each token reads: fewer for a mixture of experts, and without the input embeddings, of which a token
   * needs one row.
   */
  readonly read: Figure;
}

/** Undefined where the model or its quantization is not known: nothing is guessed. */
export const weightsOf = memoize((engine: Engine): Weights | undefined => {
  const found = engine.model && findModel(engine.model.value);
  if (!found) return undefined;
  const { model } = found;
  const bits = bitsOf(engine, found.quantization);
  if (!bits) return undefined;
  return { model, size: sizeFigure(model, model.parameters, bits), read: readFigure(model, bits) };
});

function sizeFigure({ name }: Model, parameters: number, bits: Figure): Figure {
  return deriveFigure('weights.size', (parameters * bits.value) / 8, 'bytes', {
    parameters: catalogFigure(parameters, 'parameters', name),
    bits,
  });
}

function readFigure(model: Model, bits: Figure): Figure {
  const { name, activeParameters, lookedUpParameters } = model;
  if (lookedUpParameters === 0) return sizeFigure(model, activeParameters, bits);
  const parameters = activeParameters - lookedUpParameters;
  return deriveFigure('weights.read', (parameters * bits.value) / 8, 'bytes', {
    active: catalogFigure(activeParameters, 'parameters', name),
    lookedUp: catalogFigure(lookedUpParameters, 'parameters', name),
    bits,
  });
}

/** As the plan says, as the model's name says, or what the engine's type serves unless told otherwise. */
function bitsOf(engine: Engine, named: string | undefined): Figure | undefined {
  const { quantization, model, type } = engine;
  const stated =
    quantization ?? (named === undefined ? undefined : model && { ...model, value: named });
  if (stated) {
    const value = bitsPerWeight(stated.value);
    return value === undefined || stated.path === undefined
      ? undefined
      : {
          value,
          unit: 'bits',
          bound: 'exact',
          provenance: STATED,
          derivation: { kind: 'stated', path: stated.path },
        };
  }
  const usual = type && USUAL[type.value];
  const value = usual === undefined ? undefined : bitsPerWeight(usual);
  return value === undefined ? undefined : defaultFigure(value, 'bits', 'quantization');
}

/** What is served where nobody says: Ollama's library has Q4_K_M, the others load the published 16 bits. */
export const USUAL: Readonly<Partial<Record<EngineType, string>>> = {
  ollama: 'Q4_K_M',
  vllm: 'bf16',
  sglang: 'bf16',
  tgi: 'bf16',
  'tensorrt-llm': 'bf16',
};

/** Bytes of a model's weights, and the part that one token reads: parameters × bits / 8. */
import { findModel } from '../catalog/catalog';
import type { Model } from '../catalog/data/models';
import { traitsOf } from '../catalog/data/engineTypes';
import { bitsPerWeight } from '../catalog/data/quantizations';
import type { Figure } from '../figure/figure';
import { catalogFigure, defaultFigure, deriveFigure } from '../figure/figures';
import { memoize } from '../util/cache';
import type { Engine } from '../plan/plan';
import { STATED } from '../figure/provenance';

interface Weights {
  readonly model: Model;
  readonly bits: Figure;
  /** Bytes of all weights. */
  readonly size: Figure;
  /**
   * Bytes that each token reads. A mixture of experts reads fewer. The input embeddings are left out, since a token
   * needs one row of them.
   */
  readonly read: Figure;
}

/** Weights of an engine's model; undefined if the model or its quantization is not known. Nothing is guessed. */
export const weightsOf = memoize((engine: Engine): Weights | undefined => {
  const found = engine.model && findModel(engine.model.value);
  if (!found) return undefined;
  const { model } = found;
  const bits = bitsOf(engine, found.quantization);
  if (!bits) return undefined;
  return {
    model,
    bits,
    size: sizeFigure(model, model.parameters, bits),
    read: readFigure(model, bits),
  };
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

/** Bits of a weight: from the plan, from the model's name, or the usual quantization of the engine's type. */
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
  const usual = traitsOf(type?.value).usualQuantization;
  const value = usual === undefined ? undefined : bitsPerWeight(usual);
  return value === undefined ? undefined : defaultFigure(value, 'bits', 'quantization');
}

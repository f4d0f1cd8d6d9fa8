/** Model of an engine: as the plan writes it, or from the catalog. */
import { findModel, type FoundModel } from '../catalog/catalog';
import type { Model } from '../catalog/data/models';
import { traitsOf } from '../catalog/data/engineTypes';
import type { Engine, EngineType } from '../plan/plan';
import { memoize } from '../util/cache';

export interface EngineModel {
  readonly model: Model;
  /** Quantization that the model's name ends with, or that it has on this type of engine; undefined for 16 bits. */
  readonly quantization: string | undefined;
}

/** @returns undefined if neither the plan nor the catalog says what the model is like. */
export const modelOf = memoize((engine: Engine): EngineModel | undefined => {
  const { architecture, model, type } = engine;
  if (architecture) {
    return {
      model: { ...architecture, name: model?.value ?? engine.name },
      quantization: architecture.publishedAs,
    };
  }
  const found = model && findModel(model.value);
  return found && { model: found.model, quantization: quantizationAs(found, type?.value) };
});

/** Quantization of a model of the catalog on a type of server, by its name; undefined for 16 bits. */
export function quantizationAs(
  { model, quantization, onOllama }: FoundModel,
  type: EngineType | undefined,
): string | undefined {
  const implied = traitsOf(type).hasOwnFiles ? onOllama : undefined;
  return quantization ?? implied ?? model.publishedAs;
}

/** Parameters of the table of input embeddings, of which a token needs one row; 0 if it is the output layer too. */
export function lookedUpParameters({ tiedEmbeddings, vocabulary, hiddenSize }: Model): number {
  return tiedEmbeddings ? 0 : vocabulary * hiddenSize;
}

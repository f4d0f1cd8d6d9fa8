/**
 * Chooses the options that make a server serve the plan's model in the plan's quantization, as far as possible.
 * Otherwise a result is not of the plan's engine.
 */
import { findModel, quantizationInName } from '../../engine/catalog/catalog';
import { traitsOf } from '../../engine/catalog/data/engineTypes';
import { bitsPerWeight } from '../../engine/catalog/data/quantizations';
import { quantizationAs } from '../../engine/hardware/modelOf';
import type { Engine, EngineType } from '../../engine/plan/plan';

interface ServedModel {
  /** As the server calls it; undefined where the plan names none. */
  readonly name: string | undefined;
  /** Name that the plan uses, if `name` is the catalog's repository for it. */
  readonly namedInPlan: string | undefined;
  /** Quantization that the server applies to 16-bit weights on request. */
  readonly quantization: 'fp8' | undefined;
  /** Quantization that the plan states, if neither an option nor the model's name provides it. */
  readonly toEnsure: string | undefined;
}

export function servedModel({ model, type, quantization }: Engine): ServedModel {
  const planned = model?.value;
  const repository = planned === undefined ? undefined : repositoryFor(planned, type?.value);
  const name = repository ?? planned;
  const wanted = quantization?.value ?? (repository && planned && quantizationInName(planned));
  const asItIs = name && quantizationOf(name, type?.value);
  const isServed = wanted === undefined || isSame(wanted, asItIs);
  const isMade = !isServed && isSame(wanted, 'fp8') && canQuantize(name, type?.value);
  return {
    name,
    namedInPlan: repository && planned,
    quantization: isMade ? 'fp8' : undefined,
    toEnsure: isServed || isMade ? undefined : wanted,
  };
}

/** Finds the repository for servers that load from Hugging Face. Ollama's names do not work there. */
function repositoryFor(name: string, type: EngineType | undefined): string | undefined {
  if (!traitsOf(type).loadsRepositories || name.includes('/')) return undefined;
  return findModel(name)?.model.name;
}

/** What a server makes of a name without being told more; undefined where nobody knows. */
function quantizationOf(name: string, type: EngineType | undefined): string | undefined {
  const found = findModel(name);
  const named = found ? quantizationAs(found, type) : quantizationInName(name);
  return named ?? traitsOf(type).usualQuantization;
}

/** Tells if two quantizations are equal. `bf16` and `fp16` are both weights as published. */
function isSame(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const bits = [bitsPerWeight(a), bitsPerWeight(b)];
  return keyOf(a) === keyOf(b) || (bits[0] === 16 && bits[1] === 16);
}

function keyOf(quantization: string): string {
  return quantization.toLowerCase().replaceAll('-', '_');
}

/** Servers leave weights that are quantised already as they are. */
function canQuantize(name: string | undefined, type: EngineType | undefined): boolean {
  const isPublishedIn16Bits = name !== undefined && isSame('bf16', quantizationOf(name, type));
  return isPublishedIn16Bits && traitsOf(type).quantizesToFp8;
}

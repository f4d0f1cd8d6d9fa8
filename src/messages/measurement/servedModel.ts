/**
 * What a server is started with so that it serves the plan's model in the plan's quantization, as far as that can be
 * said: a result is of the plan's engine only then.
 */
import { findModel, quantizationInName } from '../../engine/catalog/catalog';
import { bitsPerWeight } from '../../engine/catalog/data/quantizations';
import type { Engine, EngineType } from '../../engine/plan/plan';
import { USUAL } from '../../engine/hardware/weights';

interface ServedModel {
  /** As the server calls it; undefined where the plan names none. */
  readonly name: string | undefined;
  /** What the plan calls it, where `name` is the catalog's repository for that. */
  readonly namedInPlan: string | undefined;
  /** That the server makes of weights in 16 bits when it is told to. */
  readonly quantization: 'fp8' | undefined;
  /** That the plan states, where no option brings it about and the model's name does not either. */
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

/** Ollama's names are of no use to servers that load from Hugging Face. */
function repositoryFor(name: string, type: EngineType | undefined): string | undefined {
  if (!loadsRepositories(type) || name.includes('/')) return undefined;
  return findModel(name)?.model.name;
}

export function loadsRepositories(type: EngineType | undefined): boolean {
  return type === 'vllm' || type === 'sglang' || type === 'tgi' || type === 'tensorrt-llm';
}

/** What a server makes of a name without being told more; undefined where nobody knows. */
function quantizationOf(name: string, type: EngineType | undefined): string | undefined {
  return findModel(name)?.quantization ?? quantizationInName(name) ?? (type && USUAL[type]);
}

/** `bf16` and `fp16` are weights as they were published. */
function isSame(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const bits = [bitsPerWeight(a), bitsPerWeight(b)];
  return keyOf(a) === keyOf(b) || (bits[0] === 16 && bits[1] === 16);
}

function keyOf(quantization: string): string {
  return quantization.toLowerCase().replaceAll('-', '_');
}

/** vLLM, SGLang and TGI quantise to fp8 while they load; weights that are quantised already are left as they are. */
function canQuantize(name: string | undefined, type: EngineType | undefined): boolean {
  const isPublishedIn16Bits = name !== undefined && isSame('bf16', quantizationOf(name, type));
  return isPublishedIn16Bits && (type === 'vllm' || type === 'sglang' || type === 'tgi');
}

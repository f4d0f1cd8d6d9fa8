/** Writes the GPU memory of a server as JSON: null if model, quantization or memory are not known. */
import type { ScenarioAssessment } from '../../engine/assess/assessment';
import { figureJson, figureOrNull } from './figureJson';

export function memoryJson({ memory }: ScenarioAssessment) {
  if (!memory) return null;
  return {
    weights: figureJson(memory.weights),
    kvPerSlot: figureOrNull(memory.kvPerSlot),
    kv: figureOrNull(memory.kv),
    needed: figureJson(memory.needed),
    memory: figureJson(memory.memory),
    overhead: figureJson(memory.overhead),
    usable: figureJson(memory.usable),
    margin: figureJson(memory.margin),
    fits: memory.fit === 'fits',
    fit: memory.fit,
    largestParallel: figureOrNull(memory.largestParallel),
    largestContext: figureOrNull(memory.largestContext),
  };
}

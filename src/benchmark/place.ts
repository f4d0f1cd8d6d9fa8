/** Finds the engine that a place in a plan belongs to, and whether the place is among its observations. */
import type { PlanDocument } from '../plan/document';
import type { YamlEntry, YamlNode } from '../plan/yamlTree';

export interface EnginePlace {
  readonly engine: string;
  readonly isInObservations: boolean;
}

export function enginePlaceAt(
  { tree }: Pick<PlanDocument, 'tree'>,
  offset: number,
): EnginePlace | undefined {
  const engines = entryAt(tree, offset);
  if (engines?.key !== 'engines') return undefined;
  const engine = entryAt(engines.value, offset);
  if (engine?.value.kind !== 'map') return undefined;
  const field = entryAt(engine.value, offset);
  return { engine: engine.key, isInObservations: field?.key === 'observations' };
}

/** Returns the last key that begins before the offset; blank lines behind it belong to it. */
function entryAt(node: YamlNode | undefined, offset: number): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.written.filter(({ keyRange }) => keyRange.start <= offset).at(-1);
}

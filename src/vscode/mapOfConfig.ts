/** Reads a `config.json` and writes its architecture as the map of a model: loads when a model is imported. */
import { MAX_CONFIG_BYTES, readConfig } from '../engine/catalog/readConfig';
import { modelMap } from '../plan/modelMap';

export { MAX_CONFIG_BYTES };

/** Returns undefined for what is not the `config.json` of a language model. */
export function mapOfConfig(text: string, indent: number): string | undefined {
  const model = readConfig(text);
  return typeof model === 'string' ? undefined : modelMap(model, indent);
}

/** Writes an architecture as the map that a plan has for `model`. */
import type { Architecture } from '../engine/plan/architecture';

/** Returns lines of YAML, each indented by so many blanks; the first is `model:`. */
export function modelMap(model: Architecture, indent: number): string {
  const { parameters, activeParameters, contextTokens, experts, windows, states } = model;
  const lines = [
    ...entries({
      parameters,
      activeParameters: activeParameters === parameters ? undefined : activeParameters,
      layers: model.layers,
      hiddenSize: model.hiddenSize,
      vocabulary: model.vocabulary,
      tiedEmbeddings: model.tiedEmbeddings ? 'true' : undefined,
      heads: model.heads,
      kvHeads: model.latent === undefined ? model.kvHeads : undefined,
      headSize: model.headSize,
      feedForward: model.feedForward > 0 ? model.feedForward : undefined,
      context: contextTokens,
      latent: model.latent,
      quantization: model.publishedAs,
    }),
    ...flow('experts', experts),
    ...flow('windows', windows),
    ...flow('states', states),
    ...entries({
      replicatedParameters: model.replicatedParameters,
      encoderParameters: model.encoderParameters,
    }),
  ];
  const blanks = ' '.repeat(indent);
  return [`${blanks}model:`, ...lines.map((line) => `${blanks}  ${line}`)].join('\n');
}

function entries(map: Readonly<Record<string, number | string | undefined>>): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  );
}

function flow(key: string, map: object | undefined): readonly string[] {
  if (!map) return [];
  const inner = entries(map as Readonly<Record<string, number | undefined>>);
  return [`${key}: { ${inner.join(', ')} }`];
}

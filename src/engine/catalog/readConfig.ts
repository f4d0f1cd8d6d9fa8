/**
 * Reads the `config.json` of a model, as published on Hugging Face. Parameters are counted from the sizes: matrices only,
 * since norms and biases are below a thousandth.
 */
import type { Architecture } from '../plan/architecture';
import { indexerBytes, replicatedOf, windowsOf } from './config/attention';
import { encoderParameters } from './config/encoder';
import { countParameters } from './config/parameters';
import { publishedAs } from './config/publishedAs';
import { parseSection, type Section } from './config/section';
import { contextOf, isTied, sizesOf } from './config/sizes';

/** Text of a `config.json` beyond this is no such file. */
export const MAX_CONFIG_BYTES = 1_000_000;

export type ConfigProblem = 'not-json' | 'no-architecture' | 'implausible';

/** @returns What is wrong with the text, if it is no `config.json` of a language model. */
export function readConfig(text: string): Architecture | ConfigProblem {
  const config = parseSection(text);
  if (!config) return 'not-json';
  const inner = config.map('text_config') ?? config.map('llm_config') ?? config;
  const sizes = sizesOf(inner);
  if (!sizes || isBeyondUs(inner)) return 'no-architecture';
  const found = countParameters(inner, sizes);
  const encoder = encoderParameters(config);
  const architecture: Architecture = {
    ...found,
    layers: sizes.layers,
    hiddenSize: sizes.hidden,
    vocabulary: sizes.vocabulary,
    tiedEmbeddings: isTied(config, inner),
    heads: sizes.heads,
    kvHeads: inner.number('num_global_key_value_heads') ?? sizes.kvHeads,
    headSize: inner.number('global_head_dim') ?? sizes.headSize,
    contextTokens: contextOf(inner),
    publishedAs: publishedAs(config, inner),
    latent: sizes.latent,
    ...replicatedOf(inner, sizes, found.experts),
    indexerBytes: indexerBytes(inner),
    windows: windowsOf(inner, sizes),
    ...(encoder > 0 && { encoderParameters: encoder }),
  };
  return isPlausible(architecture) ? architecture : 'implausible';
}

/**
 * Tells if layers differ one by one, as in pruned models, or if their keys and values are compressed over tokens
 * (DeepSeek V4): no figure is better than a wrong one.
 */
function isBeyondUs(config: Section): boolean {
  return (
    config.list('block_configs') !== undefined ||
    config.list('num_key_value_heads_per_layer') !== undefined ||
    config.list('compress_ratios') !== undefined
  );
}

/** Limits beyond which a number is a slip: no model comes near. */
function isPlausible({ parameters, layers, hiddenSize, headSize, vocabulary }: Architecture) {
  const sizes = [layers, hiddenSize, headSize, vocabulary];
  return (
    sizes.every((size) => Number.isInteger(size) && size > 0) &&
    layers <= 2000 &&
    hiddenSize <= 1e6 &&
    vocabulary <= 1e7 &&
    parameters > 1e5 &&
    parameters < 1e14
  );
}

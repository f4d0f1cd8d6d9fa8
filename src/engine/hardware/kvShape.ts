/** Bytes of keys and values by architecture: what grows with each token, and what a request takes once. */
import type { Architecture } from '../plan/architecture';

export interface KvShape {
  /** Layers that keep all tokens, and bytes of a token in all of them, on all GPUs of a server. */
  readonly layers: number;
  readonly perToken: number;
  /** Bytes of a token in layers with a window, and tokens that they keep. */
  readonly windowPerToken: number;
  readonly window: number;
  /** Bytes of a request's states. */
  readonly states: number;
  /** Times that each number is kept: GPUs that work together and are more than KV heads keep the same ones. */
  readonly copies: number;
}

/**
 * @param bits Bits of a cached number.
 * @param together GPUs that share each layer.
 */
export function kvShapeOf(model: Architecture, bits: number, together: number): KvShape {
  const { layers, kvHeads, headSize, latent, indexerBytes = 0, windows, states } = model;
  const full = layers - (windows?.layers ?? 0) - (states?.layers ?? 0);
  // latent attention has one head
  const copies = latent === undefined ? copiesOf(kvHeads, together) : together;
  const numbers = latent ?? 2 * kvHeads * headSize;
  const windowHeads = windows?.kvHeads ?? kvHeads;
  const windowNumbers = 2 * windowHeads * (windows?.headSize ?? headSize);
  return {
    layers: full,
    perToken: full * ((numbers * bits) / 8 + indexerBytes) * copies,
    windowPerToken:
      (windows?.layers ?? 0) * ((windowNumbers * bits) / 8) * copiesOf(windowHeads, together),
    window: windows?.tokens ?? 0,
    states: (states?.layers ?? 0) * (states?.bytes ?? 0),
    copies,
  };
}

function copiesOf(heads: number, together: number): number {
  return Math.max(1, together / heads);
}

/** Bytes that a request of so many tokens takes once. Some servers keep a batch of prompt beyond a window. */
export function fixedBytes(shape: KvShape, tokens: number, beyond = 0): number {
  return shape.windowPerToken * Math.min(tokens, shape.window + beyond) + shape.states;
}

/** Bytes of a request of so many tokens. */
export function requestBytes(shape: KvShape, tokens: number, beyond = 0): number {
  return shape.perToken * tokens + fixedBytes(shape, tokens, beyond);
}

/** Tokens of one request that fit into so many bytes: the inverse of `requestBytes`. */
export function tokensThatFit(shape: KvShape, bytes: number): number {
  const room = Math.max(0, bytes - shape.states);
  const { perToken, windowPerToken, window } = shape;
  const short = room / (perToken + windowPerToken);
  if (short <= window || windowPerToken === 0) return short;
  return perToken > 0 ? (room - windowPerToken * window) / perToken : Infinity;
}

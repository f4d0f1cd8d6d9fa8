/**
 * Room for the KV cache of one server, in bytes of all its GPUs. The plan's memory check and the token model's limit on
 * running requests both use it.
 */
import { traitsOf } from '../catalog/data/engineTypes';
import { vllmDefaults } from '../catalog/vllmDefaults';
import type { Architecture } from '../plan/architecture';
import { reservedOf, type ServerSetup } from './reserved';

export interface KvRoomInput extends ServerSetup {
  readonly model: Architecture;
  /** Bytes of all GPUs of the server. */
  readonly memoryBytes: number;
  /** Share of the memory that it takes, if the plan states it. */
  readonly memoryShare?: number | undefined;
}

export interface KvRoom {
  /** Share of the memory that the server takes; undefined if it takes what it needs. */
  readonly share: number | undefined;
  /** Bytes for activations, CUDA graphs and processes within that share, or within the memory. */
  readonly reserved: number;
  /** Bytes for weights and KV cache. */
  readonly usable: number;
  /** Bytes by which that may be off, up or down: 80% of servers are within. */
  readonly margin: number;
}

/**
 * Part of the memory, and of what is reserved, that estimates are off by. It is from vLLM's logs: `npm run bench:memory`.
 */
const [OFF_MEMORY, OFF_RESERVED] = [0.012, 0.15];

export function kvRoom(input: KvRoomInput): KvRoom {
  const { memoryBytes, memoryShare, engine, gpus } = input;
  const traits = traitsOf(engine);
  const share = memoryShare ?? defaultShare(input);
  const { activations, graphs, process } = reservedOf(input.model, input);
  const within = share === undefined || traits.shareHasActivations;
  const each = within ? activations + graphs + process : 0;
  const reserved = each * Math.max(1, Math.ceil(gpus - 1e-9));
  const taken = memoryBytes * (share ?? 1);
  return {
    share,
    reserved,
    usable: Math.max(0, taken - reserved),
    margin: OFF_MEMORY * memoryBytes + OFF_RESERVED * reserved,
  };
}

function defaultShare({ engine, version, gpu, context }: KvRoomInput): number | undefined {
  if (engine === 'vllm') return vllmDefaults(version, gpu, context).memoryShare;
  return traitsOf(engine).memoryShare;
}

/** An engine as a plan would describe it, for benchmarks whose files name its parts. */
import type { Architecture } from '../../src/engine/plan/architecture';
import type { Engine, EngineType, KvCacheFormat } from '../../src/engine/plan/plan';

interface Parts {
  readonly type: EngineType;
  readonly version?: string | undefined;
  readonly model: string;
  readonly quantization?: string | undefined;
  readonly gpu: string;
  readonly gpus: number;
  readonly memoryShare?: number | undefined;
  readonly context?: number | undefined;
  readonly batchedTokens?: number | undefined;
  readonly kvCache?: KvCacheFormat | undefined;
  readonly architecture?: Architecture | undefined;
}

export function engineFor(parts: Parts): Engine {
  const { type, version, model, quantization, gpu, gpus, architecture } = parts;
  const { memoryShare, context, batchedTokens, kvCache } = parts;
  return {
    name: 'engine',
    path: '/engines/engine',
    type: { value: type, path: '/engines/engine/type' },
    node: {
      name: 'node',
      path: '/nodes/node',
      gpu: { value: gpu, path: '/nodes/node/gpu' },
      gpus: { value: gpus, path: '/nodes/node/gpus' },
      memoryBytes: undefined,
      bandwidthBytesPerSecond: undefined,
      startupSeconds: { value: 0, path: undefined },
      price: undefined,
    },
    nodePath: '/engines/engine/node',
    servers: { value: 1, path: undefined },
    gpusPerServer: undefined,
    model: { value: model, path: '/engines/engine/model' },
    quantization: stated(quantization, 'quantization'),
    contextTokens: stated(context, 'context'),
    speculative: undefined,
    maxQueue: undefined,
    latencyFollows: { value: 'load', path: undefined },
    version: stated(version, 'version'),
    memoryShare: stated(memoryShare, 'memoryShare'),
    batchedTokens: stated(batchedTokens, 'batchedTokens'),
    kvCache: stated(kvCache, 'kvCache'),
    architecture,
    observations: [],
  };
}

function stated<T>(value: T | undefined, key: string) {
  return value === undefined ? undefined : { value, path: `/engines/engine/${key}` };
}

/** Formulas of memory and of the hardware floor: see `formulas.ts` for the placeholders. */
import type { InputsOf } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import type { Templates } from './formulaTemplate';
import { byDefault } from './formulaWords';

type MemoryCode = Extract<
  FormulaCode,
  | `weights.${string}`
  | `kv.${string}`
  | `memory.${string}`
  | `hardware.${string}`
  | `floor.${string}`
  | `ceiling.${string}`
  | `compute.${string}`
  | 'parameters.computed'
  | `tokens.${string}`
  | 'parallel.largest'
  | 'context.largest'
>;

export const MEMORY_TEMPLATES = {
  'weights.size': ({ bits }) => `{parameters} × {bits}${byDefault(bits)} / 8 = {=} of weights`,
  'weights.read': ({ bits }) =>
    `({active} − {lookedUp} of input embeddings) × {bits}${byDefault(bits)} / 8 = {=} read`,
  'kv.perToken': () =>
    '2 × {layers#} layers × {kvHeads#} KV heads × {headSize#} × {bytes#} bytes = {=} a token',
  'kv.perSlot': ({ tokens }) => `{tokens}${byDefault(tokens)} × {perToken} = {=} a slot`,
  'kv.perSlotWindowed': ({ tokens }) =>
    `{tokens}${byDefault(tokens)} × {perToken}, no more than {window} in {windowLayers#} of {layers#} layers = {=} a slot`,
  'kv.longest': () => '{tokens} × {perToken} = {=} for a request of that length',
  'kv.longestWindowed': () =>
    '{tokens} × {perToken}, no more than {window} in {windowLayers#} of {layers#} layers = {=} for a request of that length',
  'kv.total': () => '{parallel} × {kvPerSlot} = {=} of KV cache',
  'memory.needed': () => '{weights} of weights + {kv} of KV cache = {=}',
  'memory.usableShare': () =>
    '{memory} × {share} (default of `--gpu-memory-utilization`) = {=} usable',
  'memory.usable': () => '{memory} − {overhead} for CUDA = {=} usable',
  'memory.left': () => '{memory} − {usable} = {=} left free',
  'hardware.ofNode': () => '{gpus#} × {one} = {=} a node',
  'hardware.ofServer': ({ gpus }) =>
    `{whole} × {own#} of {gpus#} ${gpus.value === 1 ? 'GPU' : 'GPUs'} = {=} a server`,
  'tokens.perRequest': () => '{promptTokens} of prompt + {outputTokens} of answer = {=}',
  'tokens.computed': () => '{tokens} × (1 − {cached} from the cache) = {=} to compute',
  'tokens.limited': () => '{tokens}, but no more than {most} = {=}',
  'parallel.largest': (inputs) => {
    if (isTooHeavy(inputs)) return TOO_HEAVY;
    return inputs.kvLongest
      ? '{weights} of weights + {kvLongest} for one request of `context` exceed {usable}: {=}'
      : '({usable} − {weights}) / {kvPerSlot}, rounded down = {=}';
  },
  'context.largest': (inputs) =>
    isTooHeavy(inputs)
      ? TOO_HEAVY
      : `({usable} − {weights})${inputs.parallel ? ' / {parallel}' : ''} / {perToken}, ${inputs.ofModel ? 'but the model takes no more than {ofModel}' : 'rounded down'} = {=}`,
  'floor.token': () => '{weights} / {bandwidth} = {=} a token',
  'floor.answer': () => '{tokens} × {token} = {=}',
  'floor.prompt': () => '2 × {parameters} × {tokens} / {compute} = {=}',
  'ceiling.throughput': () => '{compute} / (2 × {parameters} × {tokens}) = {=} a server',
  'ceiling.ofServers': () => '{servers} × {ofServer} = {=}',
  'parameters.computed': () => '{active} − {lookedUp} of input embeddings = {=}',
  'compute.quantized': () => '{dense} × {speedup} with fewer bits = {=} a GPU',
  'compute.ofServer': () => '{gpus#} × {one} = {=} a server',
} satisfies Templates<MemoryCode>;

/** Weights that leave nothing for slots. */
function isTooHeavy({ weights, usable }: InputsOf<'parallel.largest'>): boolean {
  return weights.value > usable.value;
}

const TOO_HEAVY = '{weights} of weights exceed {usable}: {=}';

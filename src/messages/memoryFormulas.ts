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
  'weights.parts': ({ bits, padding, encoders, again }) =>
    `{quantized} × {bits}${byDefault(bits)} / 8${padding ? ' × {padding} for the kernel' : ''} + ${encoders ? '({plain} + {encoders} of encoders)' : '{plain}'} × {plainBits} / 8${again ? ', and {again} kept more than once' : ''} = {=} of weights`,
  'weights.readParts': ({ bits }) =>
    `{quantized} × {bits}${byDefault(bits)} / 8 + {plain} × {plainBits} / 8 = {=} read`,
  'weights.reported': () => '{gpus#} GPUs × {one} that the server reports = {=} of weights',
  'kv.perToken': ({ copies }) =>
    `2 × {layers#} layers × {kvHeads#} KV heads × {headSize#} × {bytes#} bytes${copies ? ' × {copies#}, as each GPU needs a head' : ''} = {=} a token`,
  'kv.perTokenLatent': ({ copies }) =>
    `{layers#} layers × {numbers#} latent numbers × {bytes#} bytes${copies ? ' × {copies#} GPUs, as each keeps all' : ''} = {=} a token`,
  'kv.perSlot': ({ tokens }) => `{tokens}${byDefault(tokens)} × {perToken} = {=} a slot`,
  'kv.perSlotFixed': ({ tokens }) =>
    `{tokens}${byDefault(tokens)} × {perToken} + {fixed} in layers with a window or a state = {=} a slot`,
  'kv.longest': () => '{tokens} × {perToken} = {=} for a request of that length',
  'kv.longestFixed': () =>
    '{tokens} × {perToken} + {fixed} in layers with a window or a state = {=} for a request of that length',
  'kv.total': () => '{parallel} × {kvPerSlot} = {=} of KV cache',
  'memory.needed': () => '{weights} of weights + {kv} of KV cache = {=}',
  'memory.usableShare': ({ share, reserved, aside }) =>
    `{memory} for programs × {share}${byDefault(share)}${reserved.value > 0 ? ' − {reserved} for activations, CUDA graphs and processes' : ''}${aside ? ' − {aside} of `reservedMemory`' : ''} = {=} usable`,
  'memory.usable': ({ aside }) =>
    `{memory} for programs − {overhead} for activations and processes${aside ? ' − {aside} of `reservedMemory`' : ''} = {=} usable`,
  'memory.reported': () =>
    '{weights} of weights + {tokens} that the server reports × {perToken} = {=} usable',
  'memory.left': () => '{memory} for programs − {usable} = {=} left free',
  'hardware.ofNode': () => '{gpus#} × {one} = {=} a node',
  'hardware.ofServer': ({ gpus }) =>
    `{whole} × {own#} of {gpus#} ${gpus.value === 1 ? 'GPU' : 'GPUs'} = {=} a server`,
  'tokens.perRequest': () => '{promptTokens} of prompt + {outputTokens} of answer = {=}',
  'tokens.computed': () => '{tokens} × (1 − {cached} from the cache) = {=} to compute',
  'tokens.limited': () => '{tokens}, but no more than {most} = {=}',
  'parallel.largest': (inputs) => {
    if (isTooHeavy(inputs)) return TOO_HEAVY;
    return inputs.kvLongest
      ? '{weights} of weights + {kvLongest} for one request of `context` exceed {usable} − {margin} to be sure: {=}'
      : (`({usable} − {weights}${inputs.margin.value > 0 ? ' − {margin} to be sure' : ''}) / {kvPerSlot}, rounded down = {=}` as const);
  },
  'context.largest': (inputs) =>
    isTooHeavy(inputs)
      ? TOO_HEAVY
      : `({usable} − {weights}${inputs.margin.value > 0 ? ' − {margin} to be sure' : ''})${inputs.parallel ? ' / {parallel}' : ''} / {perToken}, ${inputs.ofModel ? 'but the model takes no more than {ofModel}' : 'rounded down'} = {=}`,
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
function isTooHeavy({ weights, usable, margin }: InputsOf<'parallel.largest'>): boolean {
  return weights.value > usable.value - margin.value;
}

const TOO_HEAVY = '{weights} of weights exceed {usable} − {margin} to be sure: {=}';

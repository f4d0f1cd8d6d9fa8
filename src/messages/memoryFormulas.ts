/** Formulas of memory and of the hardware floor: see `formulas.ts` for the placeholders. */
import type { Figure, InputsOf } from '../engine/figure/figure';
import type { FormulaCode } from '../engine/figure/formulas';
import { t, type Templates } from './formulaTemplate';

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
  'weights.size': () => t('{parameters} × {bits?} / 8 = {=} of weights'),
  'weights.read': () => t('({active} − {lookedUp} of input embeddings) × {bits?} / 8 = {=} read'),
  'weights.parts': ({ padding, encoders, again }) =>
    `{quantized} × {bits?} / 8${padding ? t(' × {padding} for the kernel') : ''} + ${encoders ? t('({plain} + {encoders} of encoders)') : '{plain}'} × {plainBits} / 8${again ? t(', and {again} kept more than once = {=} of weights') : t(' = {=} of weights')}`,
  'weights.readParts': () => t('{quantized} × {bits?} / 8 + {plain} × {plainBits} / 8 = {=} read'),
  'weights.reported': () => t('{gpus#} GPUs × {one} that the server reports = {=} of weights'),
  'kv.perToken': ({ copies }) =>
    copies
      ? t(
          '2 × {layers#} layers × {kvHeads#} KV heads × {headSize#} × {bytes#} bytes × {copies#}, as each GPU needs a head = {=} a token',
        )
      : t(
          '2 × {layers#} layers × {kvHeads#} KV heads × {headSize#} × {bytes#} bytes = {=} a token',
        ),
  'kv.perTokenLatent': ({ copies }) =>
    copies
      ? t(
          '{layers#} layers × {numbers#} latent numbers × {bytes#} bytes × {copies#} GPUs, as each keeps all = {=} a token',
        )
      : t('{layers#} layers × {numbers#} latent numbers × {bytes#} bytes = {=} a token'),
  'kv.perSlot': () => t('{tokens?} × {perToken} = {=} a slot'),
  'kv.perSlotFixed': () =>
    t('{tokens?} × {perToken} + {fixed} in layers with a window or a state = {=} a slot'),
  'kv.longest': () => t('{tokens} × {perToken} = {=} for a request of that length'),
  'kv.longestFixed': () =>
    t(
      '{tokens} × {perToken} + {fixed} in layers with a window or a state = {=} for a request of that length',
    ),
  'kv.total': () => t('{parallel} × {kvPerSlot} = {=} of KV cache'),
  'memory.needed': () => t('{weights} of weights + {kv} of KV cache = {=}'),
  'memory.usableShare': ({ reserved, aside }) =>
    `${t('{memory} for programs × {share?}')}${reserved.value > 0 ? t(' − {reserved} for activations, CUDA graphs and processes') : ''}${usableWithout(aside)}`,
  'memory.usable': ({ aside }) =>
    `${t('{memory} for programs − {overhead} for activations and processes')}${usableWithout(aside)}`,
  'memory.reported': () =>
    t('{weights} of weights + {tokens} that the server reports × {perToken} = {=} usable'),
  'memory.left': () => t('{memory} for programs − {usable} = {=} left free'),
  'hardware.ofNode': () => t('{gpus#} × {one} = {=} a node'),
  'hardware.ofServer': ({ gpus }) =>
    gpus.value === 1
      ? t('{whole} × {own#} of {gpus#} GPU = {=} a server')
      : t('{whole} × {own#} of {gpus#} GPUs = {=} a server'),
  'tokens.perRequest': () => t('{promptTokens} of prompt + {outputTokens} of answer = {=}'),
  'tokens.computed': () => t('{tokens} × (1 − {cached} from the cache) = {=} to compute'),
  'tokens.limited': () => t('{tokens}, but no more than {most} = {=}'),
  'parallel.largest': (inputs) => {
    if (isTooHeavy(inputs)) return tooHeavy();
    return inputs.kvLongest
      ? t(
          '{weights} of weights + {kvLongest} for one request of `context` exceed {usable} − {margin} to be sure: {=}',
        )
      : (`({usable} − {weights}${toBeSure(inputs)}) / {kvPerSlot}${t(', rounded down = {=}')}` as const);
  },
  'context.largest': (inputs) =>
    isTooHeavy(inputs)
      ? tooHeavy()
      : `({usable} − {weights}${toBeSure(inputs)})${inputs.parallel ? ' / {parallel}' : ''} / {perToken}${inputs.ofModel ? t(', but the model takes no more than {ofModel} = {=}') : t(', rounded down = {=}')}`,
  'floor.token': () => t('{weights} / {bandwidth} = {=} a token'),
  'floor.answer': () => '{tokens} × {token} = {=}',
  'floor.prompt': () => '2 × {parameters} × {tokens} / {compute} = {=}',
  'ceiling.throughput': () => t('{compute} / (2 × {parameters} × {tokens}) = {=} a server'),
  'ceiling.ofServers': () => '{servers} × {ofServer} = {=}',
  'parameters.computed': () => t('{active} − {lookedUp} of input embeddings = {=}'),
  'compute.quantized': () => t('{dense} × {speedup} with fewer bits = {=} a GPU'),
  'compute.ofServer': () => t('{gpus#} × {one} = {=} a server'),
} satisfies Templates<MemoryCode>;

/** Weights that leave nothing for slots. */
function isTooHeavy({ weights, usable, margin }: InputsOf<'parallel.largest'>): boolean {
  return weights.value > usable.value - margin.value;
}

function tooHeavy() {
  return t('{weights} of weights exceed {usable} − {margin} to be sure: {=}');
}

function toBeSure({ margin }: InputsOf<'parallel.largest'>) {
  return margin.value > 0 ? t(' − {margin} to be sure') : '';
}

function usableWithout(aside: Figure | undefined) {
  return aside ? t(' − {aside} of `reservedMemory` = {=} usable') : t(' = {=} usable');
}

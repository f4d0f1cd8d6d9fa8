/** Defines `engines.<name>.model` as a map: the architecture of a model that no catalog has. */
import * as limits from './limitsOfFields';
import { count, truth, word } from './scalars';
import type { Fields } from './shape';

const size = (...accepted: [string, ...string[]]) =>
  count('a number', 'none', limits.MODEL_SIZE, accepted);
const parameters = (...accepted: [string, ...string[]]) =>
  count('a number of parameters', 'none', limits.PARAMETERS, accepted);

export const EXPERTS = {
  count: { shape: size('128'), required: true, meaning: 'Experts of a layer.' },
  used: {
    shape: size('8'),
    required: true,
    meaning: 'Experts that one token uses, without those that all tokens share.',
  },
  size: {
    shape: size('768'),
    meaning: 'Width of one expert (`moe_intermediate_size`). Without it: that of the parameters.',
  },
  parameters: {
    shape: parameters('29B'),
    required: true,
    meaning: 'Parameters of all experts of all layers, without those that all tokens share.',
  },
} as const satisfies Fields;

export const WINDOWS = {
  layers: { shape: size('20'), required: true, meaning: 'Layers that have the window.' },
  tokens: { shape: size('1024'), required: true, meaning: 'Tokens that they keep.' },
  kvHeads: {
    shape: size('8'),
    meaning: 'KV heads of these layers. Without it: that of the other layers.',
  },
  headSize: {
    shape: size('128'),
    meaning: 'Numbers in a key of one of their heads. Without it: that of the other layers.',
  },
} as const satisfies Fields;

export const STATES = {
  layers: { shape: size('48'), required: true, meaning: 'Layers that have a state.' },
  bytes: {
    shape: size('3211264', '3M'),
    required: true,
    meaning: 'Bytes of one layer’s state for a request.',
  },
} as const satisfies Fields;

export const MODEL = {
  name: { shape: word('our-model'), meaning: 'A name for people.' },
  parameters: { shape: parameters('32.8B'), required: true, meaning: 'All of its parameters.' },
  activeParameters: {
    shape: parameters('3.3B'),
    meaning: 'Parameters that one token is computed with. Without it: all.',
  },
  layers: {
    shape: size('64'),
    required: true,
    alsoCalled: ['numhiddenlayers'],
    meaning: 'Layers of the model.',
  },
  hiddenSize: {
    shape: size('5120'),
    meaning: 'Numbers between two layers. Without it: `heads` × `headSize`.',
  },
  vocabulary: {
    shape: size('151936', '128k'),
    alsoCalled: ['vocabsize'],
    meaning: 'Words of its tokenizer. Without it: 131072.',
  },
  tiedEmbeddings: {
    shape: truth(),
    alsoCalled: ['tiewordembeddings'],
    default: 'false',
    meaning: 'The output layer is the table of input embeddings.',
  },
  heads: {
    shape: size('64'),
    alsoCalled: ['numattentionheads'],
    meaning: 'Query heads. Without it: `kvHeads`.',
  },
  kvHeads: {
    shape: size('8'),
    alsoCalled: ['numkeyvalueheads'],
    meaning: 'Heads of keys and values. Not needed with `latent`.',
  },
  headSize: {
    shape: size('128'),
    alsoCalled: ['headdim'],
    meaning: 'Numbers in a key, and in a value, of one head. Without it: 128.',
  },
  feedForward: {
    shape: size('25600'),
    alsoCalled: ['intermediatesize'],
    meaning: 'Width of a dense feed-forward layer. Without it: 3.5 × `hiddenSize`, 0 with experts.',
  },
  context: {
    shape: size('131072', '128k'),
    alsoCalled: ['maxpositionembeddings'],
    meaning: 'Longest request that it is made for, in tokens.',
  },
  latent: {
    shape: size('576'),
    meaning:
      'Numbers that a layer caches for a token with latent attention (MLA), instead of heads.',
  },
  quantization: {
    shape: word('fp8', 'mxfp4'),
    meaning: 'How its weights are published, if the engine does not say. Without it: 16 bits.',
  },
  experts: {
    shape: { kind: 'map', noun: 'the experts', fields: EXPERTS },
    meaning: 'Experts of a mixture.',
  },
  windows: {
    shape: { kind: 'map', noun: 'the windows', fields: WINDOWS },
    meaning: 'Layers that keep the last tokens only.',
  },
  states: {
    shape: { kind: 'map', noun: 'the states', fields: STATES },
    meaning: 'Layers of linear attention or of a state space, without keys and values.',
  },
  replicatedParameters: {
    shape: parameters('1.4B'),
    meaning:
      'Parameters that each GPU of a server keeps whole, such as ways into a latent. Without it: 0.',
  },
  encoderParameters: {
    shape: parameters('0.4B'),
    meaning: 'Parameters of encoders for images and sound, beside `parameters`. Without it: 0.',
  },
} as const satisfies Fields;

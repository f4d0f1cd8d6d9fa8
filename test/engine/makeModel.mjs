#!/usr/bin/env node
// Writes a valid GGUF v3 file: llama architecture, SPM tokenizer, seeded random weights.
// node makeModel.mjs OUT [--layers 12] [--dim 768] [--ff 2048] [--heads 12] [--kv-heads 4] [--ctx 4096] [--type q8_0|q4_0|f16] [--seed 1]
// The words of the answers come from the vocabulary below; control and byte tokens have zero rows in
// output.weight, so greedy sampling never takes one: each generated token is text, and EOS never comes.
import { openSync, writeSync, closeSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WORDS = (
  'the of and to in is that it was for on are as with his they at be this from have or by one had not but what all were when we ' +
  'there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like ' +
  'him see time could no make than first been its who now people my made over did down only way find use may water long little very after words ' +
  'called just where most know get through back much before go good new write our used me man too any day same right look think also around'
).split(' ');

export function vocabulary() {
  const tokens = ['<unk>', '<s>', '</s>'],
    types = [2, 3, 3],
    scores = [0, 0, 0];
  for (let b = 0; b < 256; b++) {
    tokens.push(`<0x${b.toString(16).toUpperCase().padStart(2, '0')}>`);
    types.push(6);
    scores.push(0);
  }
  const seen = new Set();
  const add = (piece) => {
    if (!seen.has(piece)) {
      seen.add(piece);
      tokens.push(piece);
      types.push(1);
      scores.push(-tokens.length);
    }
  };
  add('\u2581');
  for (const c of 'abcdefghijklmnopqrstuvwxyz') add('\u2581' + c);
  // Every prefix of every word, so that SPM's pairwise merges (letter by letter) arrive at the word.
  for (const w of WORDS) for (let n = 2; n <= w.length; n++) add('\u2581' + w.slice(0, n));
  for (let c = 33; c < 127; c++) add(String.fromCharCode(c));
  add('\n');
  while (tokens.length % 32) {
    tokens.push(`<pad${tokens.length}>`);
    types.push(5);
    scores.push(0);
  } // 5: unused
  return { tokens, types, scores, words: WORDS };
}

const TYPES = {
  f32: [0, 1, 4],
  f16: [1, 1, 2],
  bf16: [30, 1, 2],
  q4_0: [2, 32, 18],
  q8_0: [8, 32, 34],
}; // ggml id, block, bytes
const HALF = (x) => {
  // float to half; normal numbers only, enough for scales
  const f = new Float32Array([x]),
    u = new Uint32Array(f.buffer)[0];
  return ((u >>> 16) & 0x8000) | ((((u >>> 23) & 255) - 112) << 10) | ((u >>> 13) & 0x3ff);
};

export function makeGguf(path, o = {}) {
  const {
    layers = 12,
    dim = 768,
    ff = 2048,
    heads = 12,
    kvHeads = 4,
    ctx = 4096,
    type = 'q8_0',
    seed = 1,
  } = o;
  const v = vocabulary(),
    vocab = v.tokens.length,
    headDim = dim / heads,
    kvDim = headDim * kvHeads;
  const head = [];
  const u32 = (n) => {
    const b = Buffer.alloc(4);
    b.writeUInt32LE(n);
    head.push(b);
  };
  const u64 = (n) => {
    const b = Buffer.alloc(8);
    b.writeBigUInt64LE(BigInt(n));
    head.push(b);
  };
  const f32 = (n) => {
    const b = Buffer.alloc(4);
    b.writeFloatLE(n);
    head.push(b);
  };
  const str = (s) => {
    const b = Buffer.from(s);
    u64(b.length);
    head.push(b);
  };
  const kv = [
    ['general.architecture', 's', 'llama'],
    ['general.name', 's', `random-llama-${layers}x${dim}`],
    ['general.file_type', 'u', { f32: 0, f16: 1, q4_0: 2, q8_0: 7, bf16: 32 }[type]],
    ['llama.vocab_size', 'u', vocab],
    ['llama.block_count', 'u', layers],
    ['llama.context_length', 'u', ctx],
    ['llama.embedding_length', 'u', dim],
    ['llama.feed_forward_length', 'u', ff],
    ['llama.attention.head_count', 'u', heads],
    ['llama.attention.head_count_kv', 'u', kvHeads],
    ['llama.rope.dimension_count', 'u', headDim],
    ['llama.rope.freq_base', 'f', 10000],
    ['llama.attention.layer_norm_rms_epsilon', 'f', 1e-5],
    ['tokenizer.ggml.model', 's', 'llama'],
    ['tokenizer.ggml.tokens', 'as', v.tokens],
    ['tokenizer.ggml.scores', 'af', v.scores],
    ['tokenizer.ggml.token_type', 'ai', v.types],
    ['tokenizer.ggml.bos_token_id', 'u', 1],
    ['tokenizer.ggml.eos_token_id', 'u', 2],
    ['tokenizer.ggml.unknown_token_id', 'u', 0],
    ['tokenizer.ggml.add_bos_token', 'b', true],
    ['tokenizer.ggml.add_space_prefix', 'b', true],
    [
      'tokenizer.chat_template',
      's',
      "{% for m in messages %}{{ m['role'] + ' ' + m['content'] + '\\n' }}{% endfor %}",
    ],
  ];
  const tensors = [
    ['token_embd.weight', [dim, vocab], type],
    ['output_norm.weight', [dim], 'f32'],
    ['output.weight', [dim, vocab], type],
  ];
  for (let l = 0; l < layers; l++) {
    const b = `blk.${l}.`;
    tensors.push(
      [b + 'attn_norm.weight', [dim], 'f32'],
      [b + 'attn_q.weight', [dim, dim], type],
      [b + 'attn_k.weight', [dim, kvDim], type],
      [b + 'attn_v.weight', [dim, kvDim], type],
      [b + 'attn_output.weight', [dim, dim], type],
      [b + 'ffn_norm.weight', [dim], 'f32'],
      [b + 'ffn_gate.weight', [dim, ff], type],
      [b + 'ffn_up.weight', [dim, ff], type],
      [b + 'ffn_down.weight', [ff, dim], type],
    );
  }
  head.push(Buffer.from('GGUF'));
  u32(3);
  u64(tensors.length);
  u64(kv.length);
  for (const [key, t, x] of kv) {
    str(key);
    if (t === 's') {
      u32(8);
      str(x);
    } else if (t === 'u') {
      u32(4);
      u32(x);
    } else if (t === 'f') {
      u32(6);
      f32(x);
    } else if (t === 'b') {
      u32(7);
      head.push(Buffer.from([x ? 1 : 0]));
    } else {
      u32(9);
      u32({ as: 8, af: 6, ai: 5 }[t]);
      u64(x.length);
      for (const e of x) ({ as: str, af: f32, ai: u32 })[t](e);
    }
  }
  let at = 0;
  for (const t of tensors) {
    const [, shape, ty] = t,
      [id, block, bytes] = TYPES[ty];
    str(t[0]);
    u32(shape.length);
    shape.forEach(u64);
    u32(id);
    u64(at);
    t.push((shape.reduce((a, b) => a * b, 1) / block) * bytes);
    at += Math.ceil(t[3] / 32) * 32;
  }
  const fd = openSync(path, 'w');
  const pad = (n) => Buffer.alloc((32 - (n % 32)) % 32);
  const header = Buffer.concat(head);
  writeSync(fd, header);
  writeSync(fd, pad(header.length));
  let s = seed >>> 0 || 1; // xorshift32
  const fill = (buf) => {
    const w = new Uint32Array(buf.buffer, buf.byteOffset, buf.length >>> 2);
    for (let i = 0; i < w.length; i++) {
      s ^= s << 13;
      s >>>= 0;
      s ^= s >>> 17;
      s ^= s << 5;
      s >>>= 0;
      w[i] = s;
    }
  };
  for (const [name, shape, ty, size] of tensors) {
    const buf = Buffer.from(new ArrayBuffer(Math.ceil(size / 32) * 32));
    const std = 1 / Math.sqrt(shape[0]);
    if (shape.length === 1) for (let i = 0; i < shape[0]; i++) buf.writeFloatLE(1, i * 4);
    else {
      fill(buf);
      const [, block, bytes] = TYPES[ty];
      if (ty === 'f32') {
        const w = new Uint32Array(buf.buffer);
        const e = Math.floor(Math.log2(std)) + 127;
        for (let i = 0; i < w.length; i++) w[i] = (w[i] & 0x807fffff) | (e << 23);
      } else if (ty === 'bf16') {
        const h = new Uint16Array(buf.buffer);
        const e = Math.floor(Math.log2(std)) + 127;
        for (let i = 0; i < h.length; i++) h[i] = (h[i] & 0x807f) | (e << 7);
      } else if (ty === 'f16') {
        const h = new Uint16Array(buf.buffer);
        const e = Math.floor(Math.log2(std)) + 15;
        for (let i = 0; i < h.length; i++) h[i] = (h[i] & 0x83ff) | (e << 10);
      } else {
        const scale = HALF(std / (ty === 'q8_0' ? 73.9 : 4.6));
        for (let i = 0; i < size; i += bytes) buf.writeUInt16LE(scale, i);
      }
      if (name === 'output.weight')
        v.types.forEach((t, i) => {
          if (t !== 1) {
            const row = (shape[0] / block) * bytes;
            buf.fill(0, i * row, (i + 1) * row);
          }
        });
    }
    writeSync(fd, buf.subarray(0, size));
    writeSync(fd, pad(size));
  }
  closeSync(fd);
  return {
    path,
    bytes: statSync(path).size,
    vocab,
    parameters: tensors.reduce((n, t) => n + t[1].reduce((a, b) => a * b, 1), 0),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [out, ...rest] = process.argv.slice(2),
    o = {};
  for (let i = 0; i < rest.length; i += 2) {
    const k = rest[i].slice(2).replace(/-(.)/g, (_, c) => c.toUpperCase());
    o[k] = k === 'type' ? rest[i + 1] : Number(rest[i + 1]);
  }
  const t = Date.now();
  console.log(JSON.stringify({ ...makeGguf(out, o), seconds: (Date.now() - t) / 1000 }));
}

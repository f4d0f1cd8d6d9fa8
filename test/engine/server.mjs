#!/usr/bin/env node
// An OpenAI-compatible server around a real llama.cpp (node-llama-cpp), with Ollama's slots and queue and vLLM's metrics.
// MODEL=x.gguf PORT=0 NUM_PARALLEL=8 MAX_QUEUE=512 CONTEXT=512 THREADS=1 node server.mjs     prints {"port":N} when it listens
import { setImmediate } from 'node:timers';
import { createServer } from 'node:http';
import { getLlama, LlamaLogLevel } from 'node-llama-cpp';

const env = (name, value) => Number(process.env[name] ?? value);
const P = env('NUM_PARALLEL', 8),
  MAX_QUEUE = env('MAX_QUEUE', 512),
  CONTEXT = env('CONTEXT', 512),
  THREADS = env('THREADS', 1);
const NAME = process.env.MODEL_NAME ?? 'random-llama';

const llama = await getLlama({
  gpu: false,
  build: 'never',
  skipDownload: true,
  maxThreads: THREADS,
  progressLogs: false,
  logLevel: LlamaLogLevel.error,
});
const model = await llama.loadModel({ modelPath: process.env.MODEL, gpuLayers: 0, useMmap: true });

// Continuous batching. node-llama-cpp decodes in a loop for as long as it finds a sequence that wants its next token, holding
// the context's lock. Left alone it (1) starts a step before the last sequence has asked, so that 2 sequences take turns
// instead of sharing a step, and (2) keeps a new request from clearing its sequence until all others are done. So nobody asks
// for its next token, and no prompt begins, before all of the step have their tokens and the loop has ended (a macrotask
// later): then all ask together, and their tokens and the new prompts are one step.
// A step takes PACE_MS + PACE_SEQ_MS for each sequence in it, if the engine is faster: with a tiny model its times are then a
// GPU's in shape, known, and repeatable on a loaded machine. 0 and 0: as fast as the engine is.
const PACE = env('PACE_MS', 0),
  PACE_SEQ = env('PACE_SEQ_MS', 0);
// A timer is late by about a millisecond. A step that begins so late ends when it would have.
const LATE_MS = 5;
let inStep = 0,
  together = [],
  stepTo = 0,
  isDue = false;
const arrived = () => {
  inStep--;
  due();
};
/** Waits for the next step. */
const nextStep = () =>
  new Promise((go) => {
    together.push(go);
    due();
  });
const due = () => {
  if (inStep > 0 || isDue) return;
  isDue = true;
  const rest = stepTo - performance.now();
  if (rest > 0.5) setTimeout(release, rest);
  else setImmediate(release);
};
const release = () => {
  isDue = false;
  if (stepTo - performance.now() > 0.5) return due();
  const all = together;
  together = [];
  inStep = all.length;
  for (const go of all) go();
};
const steps = { count: 0, sequences: 0, tokens: 0 };
const itemPrioritizationStrategy = ({ items, size }) => {
  // first come, first served
  let left = size;
  const batch = [];
  for (const item of items) {
    const n = Math.min(item.tokens.length, left);
    if (n > 0) {
      batch.push({ item, processAmount: n });
      left -= n;
    }
  }
  const now = performance.now();
  const begin = now - stepTo < LATE_MS ? stepTo : now;
  stepTo = begin + PACE + PACE_SEQ * batch.length;
  steps.count++;
  steps.sequences += batch.length;
  steps.tokens += size - left;
  return batch;
};
const context = await model.createContext({
  sequences: P,
  contextSize: CONTEXT,
  batchSize: Math.max(512, P),
  threads: THREADS,
  batching: { itemPrioritizationStrategy },
});
const free = Array.from({ length: P }, () => context.getSequence({ contextShift: { size: 1 } }));
const waiting = [];

// Metrics, named as vLLM names them.
const SECONDS = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80,
];
const TOKENS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const histogram = (name, help, le) => ({
  name,
  help,
  le,
  n: le.map(() => 0),
  sum: 0,
  count: 0,
  add(v) {
    this.sum += v;
    this.count++;
    le.forEach((b, i) => {
      if (v <= b) this.n[i]++;
    });
  },
});
const H = {
  ttft: histogram('time_to_first_token_seconds', 'Time to first token.', SECONDS),
  tpot: histogram('time_per_output_token_seconds', 'Time per output token.', SECONDS),
  e2e: histogram('e2e_request_latency_seconds', 'End to end request latency.', SECONDS),
  queue: histogram('request_queue_time_seconds', 'Time spent waiting.', SECONDS),
  prompt: histogram('request_prompt_tokens', 'Prefill tokens.', TOKENS),
  generation: histogram('request_generation_tokens', 'Generation tokens.', TOKENS),
};
const counters = { prompt_tokens_total: 0, generation_tokens_total: 0, request_success_total: 0 };
const metrics = () => {
  const l = `{model_name="${NAME}"`,
    out = [];
  const one = (name, type, v, extra = '') =>
    out.push(`# TYPE vllm:${name} ${type}`, `vllm:${name}${l}${extra}} ${v}`);
  one('num_requests_running', 'gauge', P - free.length);
  one('num_requests_waiting', 'gauge', waiting.length);
  one('prompt_tokens_total', 'counter', counters.prompt_tokens_total);
  one('generation_tokens_total', 'counter', counters.generation_tokens_total);
  one(
    'request_success_total',
    'counter',
    counters.request_success_total,
    ',finished_reason="length"',
  );
  for (const h of Object.values(H)) {
    out.push(`# HELP vllm:${h.name} ${h.help}`, `# TYPE vllm:${h.name} histogram`);
    h.le.forEach((b, i) => out.push(`vllm:${h.name}_bucket${l},le="${b}"} ${h.n[i]}`));
    out.push(
      `vllm:${h.name}_bucket${l},le="+Inf"} ${h.count}`,
      `vllm:${h.name}_sum${l}} ${h.sum}`,
      `vllm:${h.name}_count${l}} ${h.count}`,
    );
  }
  out.push(
    '# TYPE real_engine:steps counter',
    `real_engine:steps ${steps.count}`,
    `real_engine:step_sequences ${steps.sequences}`,
    `real_engine:step_tokens ${steps.tokens}`,
  );
  const cpu = process.cpuUsage();
  out.push(`process_cpu_seconds_total ${(cpu.user + cpu.system) / 1e6}`);
  return out.join('\n') + '\n';
};

function dispatch() {
  while (free.length && waiting.length) void serve(free.shift(), waiting.shift());
}

async function serve(seq, job) {
  const started = performance.now();
  let n = 0,
    first = 0,
    last = 0,
    isAsking = false;
  try {
    await seq.clearHistory();
    if (job.gone) return;
    await nextStep();
    isAsking = true;
    for await (const token of seq.evaluate(job.tokens, {
      temperature: job.temperature,
      seed: job.seed,
      yieldEogToken: true,
    })) {
      last = performance.now();
      isAsking = false;
      arrived();
      if (++n === 1) {
        first = last;
        H.ttft.add((first - job.arrived) / 1000);
      }
      const eog = !job.ignoreEos && model.isEogToken(token);
      const stop = n >= job.max || eog || job.gone;
      if (!job.gone && !eog) job.onToken(model.detokenize([token]));
      if (stop) {
        job.finish = eog ? 'stop' : 'length';
        break;
      }
      await nextStep();
      isAsking = true;
    }
    if (job.gone) return;
    H.queue.add((started - job.arrived) / 1000);
    H.e2e.add((last - job.arrived) / 1000);
    if (n > 1) H.tpot.add((last - first) / 1000 / (n - 1));
    H.prompt.add(job.tokens.length);
    H.generation.add(n);
    counters.prompt_tokens_total += job.tokens.length;
    counters.generation_tokens_total += n;
    counters.request_success_total++;
    job.onEnd(n);
  } catch (error) {
    job.onError(error);
  } finally {
    if (isAsking) arrived();
    free.push(seq);
    dispatch();
  }
}

const json = (res, status, body) => {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
};
const fail = (res, status, message, type = 'invalid_request_error') =>
  json(res, status, { error: { message, type, code: status } });

async function complete(req, res, chat) {
  let text = '';
  for await (const part of req) text += part;
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return fail(res, 400, 'the body is no JSON');
  }
  const said = chat ? body.messages?.map((m) => `${m.role} ${m.content}\n`).join('') : body.prompt;
  if (typeof said !== 'string')
    return fail(res, 400, chat ? 'messages is missing' : 'prompt has to be a text');
  const tokens = [model.tokens.bos, ...model.tokenize(said)],
    max = body.max_completion_tokens ?? body.max_tokens ?? 16;
  if (!(max >= 1) || tokens.length + max > CONTEXT)
    return fail(res, 400, `This model's maximum context length is ${CONTEXT} tokens`);
  if (!free.length && waiting.length >= MAX_QUEUE)
    return fail(
      res,
      503,
      'server busy, please try again. maximum pending requests exceeded',
      'server_error',
    );
  const id = `${chat ? 'chatcmpl' : 'cmpl'}-${Math.random().toString(36).slice(2)}`,
    created = Math.floor(Date.now() / 1000);
  const wrap = (choices, usage) => ({
    id,
    object: chat ? (body.stream ? 'chat.completion.chunk' : 'chat.completion') : 'text_completion',
    created,
    model: NAME,
    choices,
    ...(usage && { usage }),
  });
  const sse = (o) => res.write(`data: ${typeof o === 'string' ? o : JSON.stringify(o)}\n\n`);
  let answer = '';
  const job = {
    arrived: performance.now(),
    tokens,
    max,
    temperature: body.temperature ?? 0,
    seed: body.seed,
    ignoreEos: body.ignore_eos ?? false,
    gone: false,
    onToken(t) {
      if (!body.stream) {
        answer += t;
        return;
      }
      if (!res.headersSent)
        res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
      sse(
        wrap([
          { index: 0, ...(chat ? { delta: { content: t } } : { text: t }), finish_reason: null },
        ]),
      );
    },
    onEnd(n) {
      const usage = {
        prompt_tokens: tokens.length,
        completion_tokens: n,
        total_tokens: tokens.length + n,
      };
      if (!body.stream)
        return json(
          res,
          200,
          wrap(
            [
              {
                index: 0,
                ...(chat ? { message: { role: 'assistant', content: answer } } : { text: answer }),
                finish_reason: job.finish,
              },
            ],
            usage,
          ),
        );
      sse(
        wrap([{ index: 0, ...(chat ? { delta: {} } : { text: '' }), finish_reason: job.finish }]),
      );
      if (body.stream_options?.include_usage) sse(wrap([], usage));
      sse('[DONE]');
      res.end();
    },
    onError(e) {
      if (res.headersSent) res.destroy();
      else fail(res, 500, String(e?.message ?? e), 'server_error');
    },
  };
  res.on('close', () => {
    if (!res.writableFinished) {
      job.gone = true;
      const i = waiting.indexOf(job);
      if (i >= 0) waiting.splice(i, 1);
    }
  });
  waiting.push(job);
  dispatch();
}

const server = createServer((req, res) => {
  const path = req.url.split('?')[0];
  if (req.method === 'POST' && path === '/v1/chat/completions')
    return void complete(req, res, true);
  if (req.method === 'POST' && path === '/v1/completions') return void complete(req, res, false);
  if (path === '/v1/models')
    return json(res, 200, {
      object: 'list',
      data: [{ id: NAME, object: 'model', owned_by: 'test', max_model_len: CONTEXT }],
    });
  if (path === '/metrics') {
    res.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
    return res.end(metrics());
  }
  if (path === '/health') return json(res, 200, { status: 'ok' });
  return fail(res, 404, 'not found');
});
server.requestTimeout = 0;
server.keepAliveTimeout = 60000;
server.listen(env('PORT', 0), '127.0.0.1', () =>
  console.log(JSON.stringify({ port: server.address().port, parallel: P })),
);
process.on('SIGTERM', () => process.exit(0));

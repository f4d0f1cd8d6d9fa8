/**
 * What each server calls its metrics. Names of several versions stand side by side, the newest first; a counter ends in
 * `_total` or not, as its library writes it. Sources: vLLM `vllm/v1/metrics/loggers.py`, SGLang
 * `srt/metrics/collector.py` and "Production Metrics", TGI `router/src/server.rs` and "Metrics", llama.cpp
 * `tools/server/README.md`, "GET /metrics".
 */
import type { EngineType } from '../engine/plan/plan';

/** Times and lengths of single requests. */
export const HISTOGRAMS = [
  'latency',
  'ttft',
  /** Time per output token, one for each request. */
  'tpot',
  /** Time from one token to the next, one for each token. */
  'itl',
  /** Time per token with the first one in it, which a plan has no field for. */
  'timePerToken',
  'promptTokens',
  'outputTokens',
] as const;
export type HistogramRole = (typeof HISTOGRAMS)[number];

export const COUNTERS = [
  /** Requests that ended. */
  'requests',
  /** Requests that failed, if `requests` counts them too. */
  'failed',
  /** Requests that failed, if `requests` does not count them. */
  'failedBeside',
  'promptTotal',
  'outputTotal',
  /** Tokens of prompts that the prefix cache answered, and those it was asked for. */
  'cacheHits',
  'cacheQueries',
  /** Seconds that slots spent on prompts and on answers, summed over requests. */
  'promptSeconds',
  'outputSeconds',
] as const;
export type CounterRole = (typeof COUNTERS)[number];

export const GAUGES = ['running', 'waiting'] as const;
export type GaugeRole = (typeof GAUGES)[number];

/** A counter, or those of its series that have one of the values in a label. */
export interface CounterName {
  readonly name: string;
  readonly only?: { readonly label: string; readonly values: readonly string[] };
}

export interface ServerMetrics {
  readonly type: EngineType;
  readonly title: string;
  /** What all names begin with, and what operators put in front of it. */
  readonly prefixes: readonly string[];
  readonly histograms: Readonly<Partial<Record<HistogramRole, readonly string[]>>>;
  readonly counters: Readonly<Partial<Record<CounterRole, readonly CounterName[]>>>;
  readonly gauges: Readonly<Record<GaugeRole, readonly string[]>>;
}

function counters(...names: readonly string[]): readonly CounterName[] {
  return names.flatMap((name) => [{ name: `${name}_total` }, { name }]);
}

/** Reasons of vLLM's for an end that is no answer. */
const NO_ANSWER = { label: 'finished_reason', values: ['abort', 'error'] };

const VLLM: ServerMetrics = {
  type: 'vllm',
  title: 'vLLM',
  // KServe puts its name in front, and Ray knows no colons
  prefixes: ['vllm:', 'kserve_vllm:', 'ray_vllm_'],
  histograms: {
    latency: ['e2e_request_latency_seconds'],
    ttft: ['time_to_first_token_seconds'],
    tpot: ['request_time_per_output_token_seconds'],
    itl: ['inter_token_latency_seconds', 'time_per_output_token_seconds'],
    promptTokens: ['request_prompt_tokens'],
    outputTokens: ['request_generation_tokens'],
  },
  counters: {
    requests: counters('request_success'),
    failed: counters('request_success').map((each) => ({ ...each, only: NO_ANSWER })),
    promptTotal: counters('prompt_tokens'),
    outputTotal: counters('generation_tokens'),
    cacheHits: counters('prefix_cache_hits', 'gpu_prefix_cache_hits'),
    cacheQueries: counters('prefix_cache_queries', 'gpu_prefix_cache_queries'),
  },
  gauges: { running: ['num_requests_running'], waiting: ['num_requests_waiting'] },
};

const SGLANG: ServerMetrics = {
  type: 'sglang',
  title: 'SGLang',
  prefixes: ['sglang:', 'sglang_'],
  histograms: {
    latency: ['e2e_request_latency_seconds'],
    ttft: ['time_to_first_token_seconds'],
    itl: ['inter_token_latency_seconds', 'time_per_output_token_seconds'],
    promptTokens: ['prompt_tokens_histogram'],
    outputTokens: ['generation_tokens_histogram'],
  },
  counters: {
    requests: counters('num_requests'),
    failedBeside: counters('num_aborted_requests'),
    promptTotal: counters('prompt_tokens'),
    outputTotal: counters('generation_tokens'),
    cacheHits: counters('cached_tokens'),
    cacheQueries: counters('prompt_tokens'),
  },
  gauges: { running: ['num_running_reqs'], waiting: ['num_queue_reqs'] },
};

const TGI: ServerMetrics = {
  type: 'tgi',
  title: 'TGI',
  prefixes: ['tgi_'],
  histograms: {
    latency: ['request_duration', 'request_duration_seconds'],
    timePerToken: ['request_mean_time_per_token_duration'],
    promptTokens: ['request_input_length'],
    outputTokens: ['request_generated_tokens'],
  },
  counters: {
    requests: counters('request_success'),
    failedBeside: counters('request_failure'),
  },
  gauges: { running: ['batch_current_size'], waiting: ['queue_size'] },
};

/** It counts no requests, and keeps no histograms. */
const LLAMA_CPP: ServerMetrics = {
  type: 'llama.cpp',
  title: 'llama.cpp',
  prefixes: ['llamacpp:', 'llamacpp_'],
  histograms: {},
  counters: {
    promptTotal: counters('prompt_tokens'),
    outputTotal: counters('tokens_predicted'),
    promptSeconds: counters('prompt_seconds'),
    outputSeconds: counters('tokens_predicted_seconds'),
  },
  gauges: { running: ['requests_processing'], waiting: ['requests_deferred'] },
};

/** A new server is one entry here. */
export const SERVERS: readonly ServerMetrics[] = [VLLM, SGLANG, TGI, LLAMA_CPP];

/** Labels that name a server among others of its kind: their values tell how many there are. */
export const MODEL_LABEL = 'model_name';

/** Ends of a histogram's series. */
export const HISTOGRAM_SUFFIXES = ['_bucket', '_sum', '_count'] as const;

/**
 * Writes a run of `vllm bench serve` (docs.vllm.ai, CLI reference). With a fixed number in flight, requests are sent
 * as fast as the limit allows. With a rate they arrive randomly: its burstiness of 1 is a Poisson process. Only the
 * server then limits them, and their lengths vary evenly around the mean. It prints the whole latency (E2EL) only on
 * request.
 */
import { traitsOf } from '../../engine/catalog/data/engineTypes';
import { numberOf } from '../../engine/plan/percentiles';
import { PERCENTILES } from '../../engine/plan/plan';
import { ADDRESS, type Setup } from './setup';
import { commandLines, shellWord } from './shell';

export function vllmBenchCommand(setup: Setup): string {
  const { model, promptTokens, outputTokens, requests, inFlight, arrivals, type } = setup;
  const { benchesAsChat } = traitsOf(type);
  return commandLines('vllm bench serve', [
    ...(benchesAsChat
      ? ['--backend openai-chat', '--endpoint /v1/chat/completions']
      : ['--backend openai']),
    `--base-url ${ADDRESS}`,
    `--model ${shellWord(model)}`,
    '--dataset-name random',
    `--random-input-len ${promptTokens ?? 'PROMPT_TOKENS'}`,
    `--random-output-len ${outputTokens ?? 'OUTPUT_TOKENS'}`,
    benchesAsChat ? undefined : '--ignore-eos',
    `--num-prompts ${requests}`,
    arrivals ? `--request-rate ${arrivals.ratePerSecond}` : `--max-concurrency ${inFlight}`,
    arrivals && `--random-range-ratio ${rangeRatio(arrivals.lengthCv)}`,
    '--percentile-metrics ttft,tpot,e2el',
    `--metric-percentiles ${PERCENTILES.map(numberOf).join(',')}`,
  ]);
}

/**
 * Returns r from the variation cv. Uniform lengths from (1 - r) to (1 + r) times the mean vary by r / sqrt(3). r is
 * below 1.
 */
export function rangeRatio(cv: number): number {
  return Math.min(0.99, Number((cv * Math.sqrt(3)).toFixed(2)));
}

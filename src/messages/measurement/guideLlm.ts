/**
 * Writes a GuideLLM run with a fixed number of requests in flight, or with random arrivals at a rate (a Poisson
 * process). It works with any server that has OpenAI's interface. Its options since version 0.7 are `kind=...` with
 * fields. Earlier versions had `--target` and `--rate-type`.
 */
import { traitsOf } from '../../engine/catalog/data/engineTypes';
import { ADDRESS, type Setup } from './setup';
import { commandLines, shellWord } from './shell';

export function guideLlmCommand(setup: Setup): string {
  const { model, tokenizer, promptTokens, outputTokens, inFlight, arrivals, seconds, type } = setup;
  // it asks `/health` first
  const unchecked = traitsOf(type).hasHealthCheck ? {} : { validate_backend: false };
  const backend = { kind: 'openai_http', target: ADDRESS, model, ...unchecked };
  const tokens = `prompt_tokens=${promptTokens ?? 'PROMPT_TOKENS'},output_tokens=${outputTokens ?? 'OUTPUT_TOKENS'}`;
  const load = arrivals
    ? `kind=poisson,rate=${arrivals.ratePerSecond}`
    : `kind=concurrent,streams=${inFlight}`;
  return commandLines('guidellm run', [
    `--backend ${shellWord(fieldsText(backend))}`,
    `--profile ${load},warmup=0.1`,
    `--constraint kind=max_duration,seconds=${seconds}`,
    `--data kind=synthetic_text,${tokens}${spreadOfLengths(setup)}`,
    tokenizer &&
      `--tokenizer ${shellWord(fieldsText({ kind: 'huggingface_auto', model: tokenizer }))}`,
  ]);
}

/** Returns the spread of answer lengths: answers of one length wait less than varied ones. */
function spreadOfLengths({ arrivals, outputTokens }: Setup): string {
  if (!arrivals || outputTokens === undefined || arrivals.lengthCv === 0) return '';
  return `,output_tokens_stdev=${deviationOf(arrivals.lengthCv, outputTokens)},output_tokens_min=1`;
}

/** Standard deviation of lengths in whole tokens. */
export function deviationOf(cv: number, tokens: number): number {
  return Math.max(1, Math.round(cv * tokens));
}

/** Returns `kind=...,key=value`, or JSON if a value has characters that would end it. */
function fieldsText(fields: Readonly<Record<string, string | boolean>>): string {
  const entries = Object.entries(fields);
  const isPlain = entries.every(([, value]) => /^[\w./:@+-]+$/.test(String(value)));
  if (!isPlain) return JSON.stringify(fields);
  return entries.map(([key, value]) => `${key}=${String(value)}`).join(',');
}

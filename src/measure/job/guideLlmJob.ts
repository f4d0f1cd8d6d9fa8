/**
 * Measures by GuideLLM, with the options of version 0.7 (its CLI migration guide, and `docs/guides` of that version):
 * `--profile`, `--data`, `--constraint`, `--output` and `--metrics`, each with a `kind`.
 */
import type { LengthAsked } from '../lengths';
import type { JobAsked } from './jobAsked';
import { KEY_VARIABLE, type JobParts } from './jobParts';

const IMAGE = 'ghcr.io/vllm-project/guidellm:v0.7.3';
/** User of the image (its Containerfile). */
const USER = 1001;
const TOKENIZER = 'TOKENIZER';

export function guideLlmParts(asked: JobAsked): JobParts {
  const { base, model, seconds } = asked;
  // a server may call its model anything: only such a name can be a repository
  const isRepository = model.includes('/');
  const backend = { kind: 'openai_http', target: base, model, api_key: `$(${KEY_VARIABLE})` };
  const tokenizer = { kind: 'huggingface_auto', model: TOKENIZER };
  const args = [
    'run',
    ...option('backend', { ...backend, validate_backend: false }),
    ...option('profile', profileOf(asked)),
    ...option('data', dataOf(asked)),
    ...option('constraint', { kind: 'max_duration', seconds }),
    ...(isRepository ? [] : option('tokenizer', tokenizer)),
    ...option('metrics', { kind: 'generative', sample_size: 0 }),
    ...option('output', { kind: 'json', path: '/results/guidellm.json' }),
    '--disable-console-interactive',
  ];
  return {
    image: IMAGE,
    user: USER,
    measure: [{ name: 'guidellm', args, env: [{ name: 'HF_HOME', value: '/results/cache' }] }],
    files: {},
    results: '/results/guidellm.json',
    notes: [
      'GuideLLM loads the tokenizer of the model from Hugging Face, so the pod needs a way there.',
      ...(isRepository
        ? []
        : [
            `Replace ${TOKENIZER} by the repository of the model, such as Qwen/Qwen2.5-7B-Instruct.`,
          ]),
    ],
  };
}

function option(name: string, fields: object): readonly string[] {
  return [`--${name}`, JSON.stringify(fields)];
}

/** The first tenth of a load is dropped. */
const WARM_UP = 0.1;

function profileOf({ loads }: JobAsked): object {
  const rates = loads.flatMap((load) => (load.kind === 'rate' ? [load.perSecond] : []));
  const streams = loads.flatMap((load) => (load.kind === 'users' ? [load.users] : []));
  return rates.length > 0
    ? { kind: 'poisson', rate: rates, warmup: WARM_UP }
    : { kind: 'concurrent', streams, warmup: WARM_UP };
}

function dataOf({ promptTokens, outputTokens }: JobAsked): object {
  return {
    kind: 'synthetic_text',
    ...lengthFields('prompt_tokens', promptTokens),
    ...lengthFields('output_tokens', outputTokens),
  };
}

/** Its lengths are normal between the least and the most. */
function lengthFields(name: string, { mean, cv }: LengthAsked): Readonly<Record<string, number>> {
  const tokens = Math.max(1, Math.round(mean));
  if (cv <= 0) return { [name]: tokens };
  const deviation = Math.max(1, Math.round(cv * tokens));
  return {
    [name]: tokens,
    [`${name}_stdev`]: deviation,
    [`${name}_min`]: 1,
    [`${name}_max`]: tokens + 5 * deviation,
  };
}

/** Which figures of a tool's output make the observation, in one sentence. */
import { t } from '@vscode/l10n';
import { isMedian } from '../../engine/plan/percentiles';
import { PERCENTILES, type Percentile } from '../../engine/plan/plan';
import { quote } from '../findings/words';
import { fenceCode, listWords } from '../markdown';
import { deviationOf } from './guideLlm';
import type { Setup } from './setup';
import type { Tool } from './tool';
import { rangeRatio } from './vllmBench';

const [LOWEST] = PERCENTILES;
const HIGHEST = PERCENTILES.reduce((_, last) => last);

/**
 * Output figures of each tool. GuideLLM's time per output token includes the first token. `tpot` of the plan is its
 * inter-token latency.
 */
const FIGURES: Readonly<Record<Tool, () => string>> = {
  'vllm bench serve': () =>
    t`Mean E2EL as \`latency\`, Request throughput as \`throughput\`, Mean TTFT as \`ttft\`, Mean TPOT as \`tpot\`, and ${LOWEST.toUpperCase()} to ${HIGHEST.toUpperCase()} E2EL as ${fenceCode(LOWEST)} to ${fenceCode(HIGHEST)} (its times are in ms)`,
  GuideLLM: () =>
    t`the mean request latency (in s) as \`latency\`, its percentiles (in the JSON report) as ${fenceCode(LOWEST)} to ${fenceCode(HIGHEST)}, requests per second as \`throughput\`, the mean TTFT as \`ttft\` and the mean ITL as \`tpot\` (both in ms)`,
  k6: () =>
    t`\`http_req_duration\` as \`latency\` (avg), ${listWords(PERCENTILES.map(k6Words))}, and the rate of \`http_reqs\` as \`throughput\`; no request may have failed (\`http_req_failed\`)`,
};

/** k6 calls the median `med`. */
function k6Words(percentile: Percentile): string {
  return fenceCode(percentile) + (isMedian(percentile) ? ' (med)' : '');
}

export function copyText(tool: Tool, setup: Setup): string {
  return [
    t`Copy to an observation with ${conditionsOf(tool, setup)}: ${FIGURES[tool]()}.`,
    ...modelSentences(setup),
    ...(setup.arrivals ? [waitingSentence()] : []),
  ].join(' ');
}

/** Says what the command leaves open about the planned engine. */
function modelSentences(setup: Setup): readonly string[] {
  const { model, modelInPlan, quantizationToEnsure: quantization } = setup;
  return [
    ...(modelInPlan === undefined
      ? []
      : [t`By the catalog ${fenceCode(model)} is the repository of ${quote(modelInPlan)}.`]),
    ...(quantization === undefined
      ? []
      : [
          t`The plan’s quantization is ${quote(quantization)}, which this command does not see to: serve the model in it, or the result is not of this engine.`,
        ]),
  ];
}

/** Explains that such figures include queueing, and what they decide. */
function waitingSentence(): string {
  return t`They have the waiting of one server in them: what keeps to the target here, several with least-busy routing keep to as well, and the verdict is verified.`;
}

function conditionsOf(tool: Tool, setup: Setup): string {
  const { parallel, servers, promptTokens, outputTokens } = setup;
  const cv = lengthCv(tool, setup);
  // without the lengths the observation would be less well known
  const fields = [
    'source: measured',
    `parallel: ${parallel}`,
    ...(servers > 1 ? ['nodes: 1'] : []),
    ...loadFields(tool, setup),
    ...lengthField('promptTokens', promptTokens, tool === 'vllm bench serve' ? cv : 0),
    ...lengthField('outputTokens', outputTokens, cv),
  ];
  const conditions = `\`${fields.join(', ')}\``;
  return servers > 1 ? `${conditions} ${ofAllServers(servers)}` : conditions;
}

/** Returns `(of both servers of the node together; …)`. */
function ofAllServers(servers: number): string {
  return servers === 2
    ? t`(of both servers of the node together; \`throughput\` is ${servers} times that of the one)`
    : t`(of all ${servers} servers of the node together; \`throughput\` is ${servers} times that of the one)`;
}

/** Returns the field of a length: a number, or a map if lengths vary. */
function lengthField(key: string, tokens: number | undefined, cv: number): readonly string[] {
  if (tokens === undefined) return [];
  return [`${key}: ${cv === 0 ? tokens : `{ mean: ${tokens}, cv: ${Number(cv.toFixed(2))} }`}`];
}

/** Variation of the answers that a command asks for. That of vLLM varies prompts too, and that of k6 nothing. */
function lengthCv(tool: Tool, { arrivals, outputTokens }: Setup): number {
  if (!arrivals || !outputTokens || arrivals.lengthCv === 0 || tool === 'k6') return 0;
  return tool === 'GuideLLM'
    ? deviationOf(arrivals.lengthCv, outputTokens) / outputTokens
    : rangeRatio(arrivals.lengthCv) / Math.sqrt(3);
}

function loadFields(tool: Tool, { arrivals, inFlight, servers }: Setup): readonly string[] {
  if (!arrivals) return [`users: ${inFlight * servers}`];
  const { users, ratePerSecond } = arrivals;
  if (tool !== 'k6' || !users) return [`rate: ${roundedRate(ratePerSecond * servers)}/s`];
  return [`users: ${users.count * servers}`, `thinkTime: ${users.thinkTimeSeconds}s`];
}

function roundedRate(perSecond: number): number {
  return Number(perSecond.toPrecision(6));
}

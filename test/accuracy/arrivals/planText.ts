/** Writes a question as the plan that somebody with the same knowledge would write. */
import { readPlan } from '../../../src/plan/readPlan';
import { METRICS, type ArrivalCase, type ClosedPoint, type Metric } from './arrivalCase';

/** Shares of the truth that limits are set at: the first is to be missed, the second to be met. */
export const LIMITS = { missed: 0.8, met: 1.25 } as const;
export type Limit = keyof typeof LIMITS;

const KEYS: Readonly<Record<Metric, string>> = {
  mean: 'latency',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  ttft: 'ttft',
  tpot: 'tpot',
};

export function targetName(metric: Metric, limit: Limit): string {
  return `${metric}-${limit}`;
}

export function planText(question: ArrivalCase): string {
  const { lengths, load, routing, type, parallel, observed, nodes } = question;
  return [
    'version: 1',
    `workload: ${flow([load, ...lengthKeys(lengths), ...burstinessKey(question)])}`,
    `policy: { routing: ${routing} }`,
    'targets:',
    ...targets(question).map((target) => `  ${target}`),
    'nodes: { n: {} }',
    'engines:',
    '  e:',
    `    type: ${type}`,
    '    node: n',
    ...engineKeys(question).map((key) => `    ${key}`),
    '    observations:',
    ...observed.map((point) => `      - ${observation(point, parallel)}`),
    `scenarios: { s: { engine: e, parallel: ${parallel}, nodes: ${nodes} } }`,
    '',
  ].join('\n');
}

function targets({ truth }: ArrivalCase): readonly string[] {
  return METRICS.flatMap((metric) => {
    const seconds = truth[metric];
    if (seconds === undefined) return [];
    return (['missed', 'met'] as const).map((limit) => {
      const limitSeconds = number(seconds * LIMITS[limit]);
      return `${targetName(metric, limit)}: { ${KEYS[metric]}: <${limitSeconds}s }`;
    });
  });
}

function observation(point: ClosedPoint, parallel: number): string {
  const { latency, ttft, tpot, throughputPerSecond, p95, requests } = point;
  return flow([
    'source: measured',
    `parallel: ${parallel}`,
    `users: ${point.users}`,
    ...key('latency', latency, 's'),
    ...key('throughput', throughputPerSecond, '/s'),
    ...key('p95', p95, 's'),
    ...key('ttft', ttft, 's'),
    ...key('tpot', tpot, 's'),
    ...key('promptTokens', point.promptTokens),
    ...key('outputTokens', point.outputTokens),
    ...key('requests', requests),
  ]);
}

function lengthKeys({ promptTokens, outputTokens, promptCv, outputCv }: ArrivalCase['lengths']) {
  return [
    ...lengthKey('promptTokens', promptTokens, promptCv),
    ...lengthKey('outputTokens', outputTokens, outputCv),
    ...(takesLengthCv() ? [] : key('serviceCv', outputCv)),
  ];
}

function lengthKey(name: string, mean: number | undefined, cv: number | undefined) {
  if (mean === undefined || cv === undefined || !takesLengthCv()) return key(name, mean);
  return [`${name}: { mean: ${number(mean)}, cv: ${number(cv)} }`];
}

function burstinessKey({ arrivalScv }: ArrivalCase): readonly string[] {
  return isKnown('workload: { rate: 1/s, burstiness: 2 }') ? key('burstiness', arrivalScv) : [];
}

function engineKeys({ prefill, kvTokens }: ArrivalCase): readonly string[] {
  const takes = (entry: string): boolean =>
    isKnown(`nodes: { n: {} }\nengines: { e: { node: n, ${entry} } }`);
  return [
    ...(prefill && takes(`prefill: ${prefill}`) ? [`prefill: ${prefill}`] : []),
    ...(kvTokens && takes('kvTokens: 1000') ? [`kvTokens: ${kvTokens}`] : []),
  ];
}

function takesLengthCv(): boolean {
  return isKnown('workload: { rate: 1/s, outputTokens: { mean: 9, cv: 1 } }');
}

/** Tells if the format has what a piece of a plan says. */
const isKnown = (() => {
  const known = new Map<string, boolean>();
  return (piece: string): boolean => {
    const { problems } = readPlan(`version: 1\n${piece}\n`);
    // a piece lacks other sections
    const found = known.get(piece) ?? problems.every(({ code }) => code === 'plan.missing-key');
    known.set(piece, found);
    return found;
  };
})();

function key(name: string, value: number | undefined, unit = ''): readonly string[] {
  return value === undefined ? [] : [`${name}: ${number(value)}${unit}`];
}

function flow(entries: readonly string[]): string {
  return `{ ${entries.join(', ')} }`;
}

/** Plain digits, which every quantity takes: no exponent. */
function number(value: number): string {
  return value.toFixed(9).replace(/\.?0+$/, '');
}

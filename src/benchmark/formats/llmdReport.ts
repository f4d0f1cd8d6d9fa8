/**
 * Reads llm-d's benchmark report, versions 0.1 and 0.2, as YAML or JSON: one run a report. Each statistic names its
 * unit. Where GuideLLM made the load, time per output token includes the first token.
 */
import { t } from '@vscode/l10n';
import { readYaml } from '../../plan/yamlReader';
import type { YamlNode } from '../../plan/yamlTree';
import { dayOfSeconds, dayOfText } from '../dates';
import { lengthOf, scaled, secondsOfUnit, timesOf } from '../figures';
import { hasKeys, listAt, numberAt, textAt, valueAt, type Json } from '../json';
import { loadOf } from '../load';
import { remark, type Remark } from '../remarks';
import { NO_TIMES, type Length, type Run, type Times } from '../run';
import type { Source } from '../source';
import type { Format } from './format';

export const LLMD_REPORT: Format = {
  title: 'llm-d benchmark report',
  matches: (source) => reportsOf(source).length > 0,
  read: (source) => ({ runs: reportsOf(source).map(readRun), remarks: [] }),
};

/** Reports are a few pages long; a longer text is none. */
const LONGEST_YAML = 1_000_000;
const LOOKS_SO = /^version:\s*['"]?0\.\d/m;

function reportsOf({ text, documents }: Source): readonly Json[] {
  const found = documents.filter(isReport);
  if (found.length > 0 || text.length > LONGEST_YAML || !LOOKS_SO.test(text)) return found;
  if (!/^[ \t]*request_latency:/m.test(text)) return [];
  const { root } = readYaml(text);
  const json = root && toJson(root);
  return json !== undefined && isReport(json) ? [json] : [];
}

function isReport(json: Json): boolean {
  return hasKeys(latencyOf(json), 'request_latency');
}

function performanceOf(json: Json): Json | undefined {
  return valueAt(json, 'results', 'request_performance', 'aggregate') ?? valueAt(json, 'metrics');
}

function latencyOf(json: Json): Json | undefined {
  return valueAt(performanceOf(json), 'latency');
}

/** Turns YAML into JSON. The plan's reader leaves scalars as texts. */
function toJson(node: YamlNode): Json {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value)]));
    case 'list':
      return node.items.map(({ value }) => toJson(value));
    case 'scalar':
      return node.text;
    case 'nothing':
      return null;
  }
}

function readRun(json: Json): Run {
  const performance = performanceOf(json);
  const latency = readTimes(json, 'request_latency');
  const requests = numberAt(performance, 'requests', 'total');
  const throughputPerSecond =
    numberAt(performance, 'throughput', 'requests_per_sec') ??
    numberAt(performance, 'throughput', 'request_rate', 'mean');
  const found = loadOf({
    ...askedOf(json),
    requests,
    throughputPerSecond,
    latencySeconds: latency.mean,
  });
  const { servers, remarks } = serversOf(json);
  const incomplete = numberAt(performance, 'requests', 'incomplete') ?? 0;
  const isGuideLlm = toolOf(json).toLowerCase().includes('guidellm');
  return {
    tool: `llm-d, ${toolOf(json)}`,
    version: textAt(json, 'scenario', 'load', 'standardized', 'tool_version'),
    date:
      dayOfText(textAt(json, 'run', 'time', 'start')) ??
      dayOfSeconds(numberAt(json, 'metrics', 'time', 'start')),
    model: modelOf(json),
    load: found.load,
    servers,
    requests,
    errors: numberAt(performance, 'requests', 'failures'),
    throughputPerSecond,
    latency,
    ttft: readTimes(json, 'time_to_first_token'),
    tpot: readTimes(json, isGuideLlm ? 'inter_token_latency' : 'time_per_output_token'),
    promptTokens: readLength(performance, 'input_length'),
    outputTokens: readLength(performance, 'output_length'),
    remarks: [
      ...found.remarks,
      ...remarks,
      ...(incomplete > 0 ? [remark('incomplete', { count: incomplete })] : []),
      ...(isGuideLlm ? [] : [remark('itl', {})]),
      remark('no-field', { what: [t`token throughput`, t`observability`, t`other percentiles`] }),
    ],
  };
}

function readTimes(json: Json, key: string): Times {
  const all = valueAt(latencyOf(json), key);
  const factor = secondsOfUnit(textAt(all, 'units'));
  return factor === undefined
    ? NO_TIMES
    : timesOf((statistic) => scaled(numberAt(all, statistic), factor));
}

function readLength(performance: Json | undefined, key: string): Length | undefined {
  const all = valueAt(performance, 'requests', key);
  return lengthOf(numberAt(all, 'mean'), numberAt(all, 'stddev'), {
    p50: numberAt(all, 'p50'),
    p95: numberAt(all, 'p95'),
  });
}

function toolOf(json: Json): string {
  const load = valueAt(json, 'scenario', 'load');
  return textAt(load, 'standardized', 'tool') ?? textAt(load, 'name') ?? 'unknown tool';
}

function askedOf(json: Json): {
  readonly concurrency: number | undefined;
  readonly ratePerSecond: number | undefined;
  readonly arrivals: 'random' | 'unknown';
} {
  const load = valueAt(json, 'scenario', 'load');
  const standardized = valueAt(load, 'standardized');
  const isRandom = textAt(load, 'native', 'config', 'load', 'type') === 'poisson';
  return {
    concurrency: numberAt(standardized, 'concurrency') ?? numberAt(load, 'args', 'max_concurrency'),
    ratePerSecond: numberAt(standardized, 'rate_qps') ?? numberAt(load, 'args', 'qps_values'),
    arrivals: isRandom ? 'random' : 'unknown',
  };
}

function enginesOf(json: Json): readonly Json[] {
  return listAt(json, 'scenario', 'stack')
    .flatMap((each) => valueAt(each, 'standardized') ?? [])
    .filter((each) => textAt(each, 'kind') === 'inference_engine');
}

function modelOf(json: Json): string | undefined {
  const [engine] = enginesOf(json);
  return textAt(engine, 'model', 'name') ?? textAt(json, 'scenario', 'model', 'name');
}

/** Counts servers. Where prefill and decode are apart, no number of servers says what made the figures. */
function serversOf(json: Json): {
  readonly servers: number | undefined;
  readonly remarks: readonly Remark[];
} {
  const engines = enginesOf(json);
  const roles = [
    ...engines.map((each) => textAt(each, 'role')),
    ...listAt(json, 'scenario', 'host', 'type'),
  ];
  if (roles.some((role) => role === 'prefill' || role === 'decode')) {
    return { servers: undefined, remarks: [remark('disaggregated', {})] };
  }
  const replicas = engines.map((each) => numberAt(each, 'replicas') ?? 1);
  const servers = replicas.reduce((sum, each) => sum + each, 0) || roles.length;
  return { servers: servers > 0 ? servers : undefined, remarks: [] };
}

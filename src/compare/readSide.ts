/** Reads one side of a comparison: the output of a benchmark tool, or the observations of an engine in a plan. */
import { t } from '@vscode/l10n';
import { enginesOf, readFiles, type BenchmarkText } from '../benchmark/importRuns';
import type { Run, Times } from '../benchmark/run';
import { observationsYaml } from '../benchmark/yamlText';
import { PERCENTILES, type Engine, type Observation, type Reading } from '../engine/plan/plan';
import { predictRun } from '../measure/predictRun';
import type { PlanFiles } from '../plan/planFiles';
import { readPlan } from '../plan/readPlan';
import type { Side } from './side';

/** `engines` if the problem is a choice among them. */
export type SideReading =
  Side | { readonly problem: string; readonly engines?: readonly string[] | undefined };

/** Reads what a benchmark tool wrote. */
export function readBenchmarkSide(name: string, text: BenchmarkText['text']): SideReading {
  const { files, added } = readFiles([{ file: name, text }]);
  const remarks = files.flatMap((file) => [...file.remarks, ...file.runs.flatMap((r) => r.words)]);
  if (added.length === 0) return { problem: remarks[0] ?? t`There is no run in it.` };
  // a plan that knows nothing but these runs has the curve through them
  const plan = `version: 1\nnodes: { n: {} }\nengines:\n  e:\n    node: n\n${indented(observationsYaml(added))}`;
  const read = readPlan(plan).plan;
  const [engine] = read.engines;
  return {
    name,
    runs: added.map(({ run }) => run),
    remarks: [...new Set(remarks)],
    predict: (run) => engine && predictRun(read, engine, run),
  };
}

function indented(yaml: string): string {
  return yaml.replaceAll(/^(?=.)/gm, '    ');
}

/** @param named Engine of the plan; undefined if the plan has one only. */
export function readPlanSide(
  name: string,
  text: string,
  named: string | undefined,
  files?: PlanFiles,
): SideReading {
  const document = readPlan(text, files);
  const engines = enginesOf(document);
  const [only, ...others] = engines;
  if (named === undefined && others.length > 0) {
    const names = engines.map((each) => `${name}#${each}`).reduce((a, b) => t`${a} or ${b}`);
    return { problem: t`The plan has several engines. Name one: ${names}.`, engines };
  }
  const { plan } = document;
  const engine = plan.engines.find((each) => each.name === (named ?? only));
  if (!engine) {
    return {
      problem:
        named === undefined ? t`The plan has no engine.` : t`The plan has no engine ${named}.`,
    };
  }
  const runs = engine.observations.filter(isMeasured).map(runOf);
  if (runs.length === 0)
    return { problem: t`The engine ${engine.name} has no measured observation.` };
  return {
    name: engines.length > 1 ? `${name}#${engine.name}` : name,
    runs,
    remarks: guesses(engine, runs.length),
    predict: (run) => predictRun(plan, engine, run),
  };
}

/** An estimate or a guess has no noise: nobody ran it. */
function isMeasured({ source }: Observation): boolean {
  return source.value === 'measured' || source.value === 'reported';
}

function guesses({ observations }: Engine, measured: number): readonly string[] {
  const count = observations.length - measured;
  if (count === 0) return [];
  return [
    count === 1
      ? t`${count} estimate or guess is left out.`
      : t`${count} estimates or guesses are left out.`,
  ];
}

function runOf(observation: Observation): Run {
  const { users, thinkTimeSeconds, ratePerSecond, servers, nodes, requests, errors } = observation;
  return {
    tool: observation.name ?? 'an observation',
    date: observation.date?.value,
    load: users
      ? {
          kind: 'users',
          users: users.value,
          ...(thinkTimeSeconds.value > 0 && { thinkTimeSeconds: thinkTimeSeconds.value }),
        }
      : ratePerSecond
        ? { kind: 'rate', perSecond: ratePerSecond.value }
        : { kind: 'unstated' },
    servers: servers?.value ?? nodes.value,
    requests: requests?.value,
    errors: errors?.value,
    throughputPerSecond: exact(observation.throughputPerSecond),
    latency: timesOf(observation.latencySeconds, (p) => observation.percentileSeconds[p]),
    ttft: timesOf(observation.ttftSeconds, (p) => observation.tokenPercentileSeconds[`ttft.${p}`]),
    tpot: timesOf(observation.tpotSeconds, (p) => observation.tokenPercentileSeconds[`tpot.${p}`]),
    promptTokens: lengthOf(observation.promptTokens?.value, observation.promptTokensCv?.value),
    outputTokens: lengthOf(observation.outputTokens?.value, observation.outputTokensCv?.value),
    remarks: [],
  };
}

function lengthOf(mean: number | undefined, cv: number | undefined): Run['promptTokens'] {
  return mean === undefined ? undefined : { mean, ...(cv !== undefined && { cv }) };
}

function timesOf(
  mean: Reading | undefined,
  at: (percentile: (typeof PERCENTILES)[number]) => Reading | undefined,
): Times {
  const all = [['mean', mean] as const, ...PERCENTILES.map((each) => [each, at(each)] as const)];
  return Object.fromEntries(
    all.flatMap(([key, reading]) => {
      const value = exact(reading);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A bound tells no difference. */
function exact(reading: Reading | undefined): number | undefined {
  return reading?.bound === 'exact' && !reading.approximate ? reading.value : undefined;
}

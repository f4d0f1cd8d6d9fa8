/** Runs `capacity-plan measure`: loads an endpoint, and writes what it measured as observations. */
import { readFiles, type Import } from '../benchmark/importRuns';
import type { Run } from '../benchmark/run';
import { observationsYaml } from '../benchmark/yamlText';
import { assess } from '../engine/assess/assess';
import { compareRun, comparisonLine } from '../measure/compareRun';
import { Stop } from '../measure/host';
import { progressLine } from '../measure/measureText';
import { outcomeOf, type Outcome } from '../measure/outcome';
import { plannedLengths, plannedLoads } from '../measure/planned';
import { predictRun } from '../measure/predictRun';
import { sweep, Unmeasurable, type Progress, type SweepResult } from '../measure/sweep';
import { httpHost, KeyRefused, servedModels, type Endpoint } from '../network/httpHost';
import type { Io } from './commandIo';
import { EXIT, Failure, messageOf, type ExitCode } from './failure';
import { addToPlan, loadPlan, remarkLines, type OpenPlan } from './intoPlan';
import { printJob } from './measuring/printJob';
import { measureOptions, type MeasureOptions } from './measuring/measureOptions';

export async function measureCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = measureOptions(args);
  const endpoint = { base: options.base, key: process.env[options.keyVariable] };
  const plan = options.into ? await loadPlan(options.into, options.engine, io) : undefined;
  if (options.job) return printJob(options.job, options, plan, io);
  const stop = new Stop();
  const stopOnce = (): void => stop.ask();
  process.once('SIGINT', stopOnce);
  try {
    const model = options.model ?? (await onlyModel(endpoint, options, stop));
    const result = await measureAll(options, endpoint, model, plan, stop, io);
    return await finish(result, options, model, plan, io);
  } finally {
    process.off('SIGINT', stopOnce);
  }
}

async function onlyModel(
  endpoint: Endpoint,
  { keyVariable }: MeasureOptions,
  stop: Stop,
): Promise<string> {
  const models = await servedModels(endpoint, stop).catch((error: unknown) => {
    const hint =
      error instanceof KeyRefused
        ? `. Put the right one into ${keyVariable}, or another variable of --key-env`
        : '';
    throw new Failure(`cannot measure ${endpoint.base}: ${messageOf(error)}${hint}`, 'input');
  });
  const [only, ...others] = models;
  if (only !== undefined && others.length === 0) return only;
  const names = models.map((name) => JSON.stringify(name)).join(', ');
  throw new Failure(`name the model with --model${names === '' ? '' : `: ${names}`}`, 'usage');
}

async function measureAll(
  options: MeasureOptions,
  endpoint: Endpoint,
  model: string,
  plan: OpenPlan | undefined,
  stop: Stop,
  io: Io,
): Promise<SweepResult> {
  const lengths = plannedLengths(plan?.document.plan.workload);
  const asked = {
    ...options,
    host: httpHost(endpoint),
    model,
    loads: options.loads ?? (plan && plannedLoads(assess(plan.document.plan), plan.engine)),
    promptTokens: options.promptTokens ?? lengths.promptTokens,
    outputTokens: options.outputTokens ?? lengths.outputTokens,
  };
  try {
    return await sweep(asked, stop, progressPrinter(io));
  } catch (error) {
    if (!(error instanceof Unmeasurable)) throw error;
    throw new Failure(`cannot measure ${endpoint.base}: ${error.message}`, 'input');
  }
}

/** Prints how it goes on, a line every few seconds. */
function progressPrinter(io: Io): (progress: Progress) => void {
  let last = performance.now();
  return (progress) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    io.writeError(`${progressLine(progress)}\n`);
  };
}

const EVERY_MS = 5000;

const EXITS: Readonly<Record<Outcome['kind'], ExitCode>> = {
  whole: EXIT.ok,
  partial: EXIT.found,
  stopped: EXIT.found,
  lost: EXIT.failed,
};

async function finish(
  result: SweepResult,
  { servers, parallel }: MeasureOptions,
  model: string,
  plan: OpenPlan | undefined,
  io: Io,
): Promise<ExitCode> {
  const date = new Date().toISOString().slice(0, 10);
  const facts = { version: io.toolVersion(), date, model, servers, parallel };
  const { runs, words, kind } = outcomeOf(result, facts);
  if (words !== undefined) io.writeError(`${words}\n`);
  if (runs.length === 0) return EXITS[kind];
  compare(runs, plan, io);
  const texts = [{ file: undefined, text: { measured: runs } }];
  const say = ({ files }: Import): void =>
    files.flatMap(remarkLines).forEach((line) => io.writeError(`${line}\n`));
  if (plan) {
    await addToPlan(plan, texts, io, say);
  } else {
    const imported = readFiles(texts);
    say(imported);
    io.writeOut(observationsYaml(imported.added));
  }
  return EXITS[kind];
}

/** Says what was measured beside what the plan predicted, before the plan knows it. */
function compare(runs: readonly Run[], plan: OpenPlan | undefined, io: Io): void {
  const read = plan?.document.plan;
  const engine = read?.engines.find(({ name }) => name === plan?.engine);
  for (const run of runs) {
    const predicted = read && engine && predictRun(read, engine, run);
    io.writeError(`${comparisonLine(compareRun(run, predicted))}\n`);
  }
}

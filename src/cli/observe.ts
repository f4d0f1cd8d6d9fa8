/** Runs `capacity-plan observe`: production metrics as observations, and how far production drifted from the plan. */
import { readFiles, type Import } from '../benchmark/importRuns';
import { observationsYaml } from '../benchmark/yamlText';
import type { Engine } from '../engine/plan/plan';
import { Stop } from '../measure/host';
import { comparerOf, driftTimeOf, type Compare } from '../production/compareRuns';
import {
  chooseLevels,
  ENOUGH_REQUESTS,
  hasEnoughRequests,
  type WindowRun,
} from '../production/levels';
import { runOfWindow } from '../production/runOfWindow';
import type { ProductionWindow } from '../production/windowOf';
import type { Io } from './commandIo';
import { EXIT, Failure, type ExitCode } from './failure';
import { addToPlan, loadPlan, remarkLines, type OpenPlan } from './intoPlan';
import { observeOptions, type ObserveOptions } from './observing/observeOptions';
import {
  driftLine,
  fewRequestsLine,
  observedLine,
  problemWords,
  sinceLine,
  uncountedWords,
} from './observing/observeText';
import { NotObservable, readSource, type SourceReading } from './observing/readSource';

export async function observeCommand(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = observeOptions(args);
  const { source, wanted, keyVariable } = options;
  const key = keyVariable === undefined ? undefined : keyOf(keyVariable);
  const plan = options.plan ? await loadPlan(options.plan, options.engine, io) : undefined;
  const stop = new Stop();
  const stopOnce = (): void => stop.ask();
  process.once('SIGINT', stopOnce);
  try {
    const preferred = plan && engineOf(plan)?.type?.value;
    const asked = { source, wanted: { ...wanted, preferred }, key };
    const reading = await readSource(asked, stop, io);
    return await report(reading, options, plan, io);
  } catch (error) {
    if (error instanceof NotObservable) return await report(error.reading, options, plan, io);
    throw error;
  } finally {
    process.off('SIGINT', stopOnce);
  }
}

function keyOf(variable: string): string {
  const key = process.env[variable];
  if (key !== undefined && key !== '') return key;
  throw new Failure(`the environment variable ${variable} of --key-env is not set`, 'usage');
}

async function report(
  reading: SourceReading,
  options: ObserveOptions,
  plan: OpenPlan | undefined,
  io: Io,
): Promise<ExitCode> {
  if (reading.kind !== 'windows') throw new Failure(problemWords(reading), 'input');
  const runs = readRuns(reading.windows, options, reading.place);
  const compare = plan && comparerFor(plan, io);
  const drift = compare && driftTimeOf(runs, compare);
  const left = runs.filter((each) => !hasEnoughRequests(each)).length;
  if (left > 0 && runs.length > 1) io.writeError(`${fewRequestsLine(left, runs.length)}\n`);
  // before the drift the servers were others, or had others to serve
  const current = drift ? runs.filter(({ window }) => window.end > drift.since) : runs;
  const levels = levelsOf(current);
  if (levels.length === 0) throw new Failure(`${reading.place}: ${FEW_REQUESTS}`, 'input');
  const drifts = levels.map((level) => {
    const comparison = compare?.(level.run);
    const lines = [observedLine(level, comparison), driftLine(comparison)];
    for (const line of lines) if (line !== undefined) io.writeError(`${line}\n`);
    return comparison?.drift === 'slower' || comparison?.drift === 'faster';
  });
  const [first] = levels;
  if (drift && first && runs.length > 1) io.writeError(`${sinceLine(drift, first.window)}\n`);
  await write(levels, options, plan, io);
  const hasDrift = drift !== undefined || (runs.length === 1 && drifts.includes(true));
  if (reading.isCutShort) io.writeError('Stopped early: this is what was seen until then.\n');
  return hasDrift && options.failsOnDrift ? EXIT.found : EXIT.ok;
}

const FEW_REQUESTS = `no part of the time has ${ENOUGH_REQUESTS} requests: choose another --window`;

function readRuns(
  windows: readonly ProductionWindow[],
  { told }: ObserveOptions,
  place: string,
): readonly WindowRun[] {
  const readings = windows.map((window) => ({ window, reading: runOfWindow(window, told) }));
  const runs = readings.flatMap(({ window, reading }) =>
    reading.kind === 'run' ? [{ window, run: reading.run }] : [],
  );
  if (runs.length > 0) return runs;
  const uncounted = readings.find(({ reading }) => reading.kind === 'uncounted');
  if (uncounted) throw new Failure(uncountedWords(uncounted.window), 'usage');
  const hasNoTimes = readings.some(({ reading }) => reading.kind === 'no-times');
  throw new Failure(
    hasNoTimes
      ? `${place} counts requests, but has no times of them`
      : `no request ended in the time: ${place} was idle, or --window is too short`,
    'input',
  );
}

function engineOf({ document, engine }: OpenPlan): Engine | undefined {
  return document.plan.engines.find(({ name }) => name === engine);
}

function comparerFor(plan: OpenPlan, io: Io): Compare | undefined {
  const { document, engine, file } = plan;
  const spec = engineOf(plan);
  const compare = spec && comparerOf(document.plan, spec);
  if (!compare) {
    io.writeError(`${file}: engine ${engine} has no benchmark to compare production with\n`);
  }
  return compare;
}

/** A single window is written however few requests it has: the plan says so where it matters. */
function levelsOf(runs: readonly WindowRun[]): ReturnType<typeof chooseLevels> {
  const levels = chooseLevels(runs);
  const [only] = runs;
  return levels.length === 0 && only && runs.length === 1 ? [{ ...only, level: 'only' }] : levels;
}

async function write(
  levels: readonly WindowRun[],
  { writes }: ObserveOptions,
  plan: OpenPlan | undefined,
  io: Io,
): Promise<void> {
  const texts = [{ file: undefined, text: { measured: levels.map(({ run }) => run) } }];
  const say = ({ files }: Import): void =>
    files.flatMap(remarkLines).forEach((line) => io.writeError(`${line}\n`));
  if (plan && writes) {
    await addToPlan(plan, texts, io, say);
    return;
  }
  const imported = readFiles(texts);
  say(imported);
  if (!plan) io.writeOut(observationsYaml(imported.added));
}

/** Answers what VS Code asks before and after it measures: loads, how long they take, and how far predictions were off. */
import { t } from '@vscode/l10n';
import {
  answerImport,
  enginesOf,
  noEngine,
  unwritable,
  type ImportAnswer,
} from '../benchmark/importRuns';
import type { Run } from '../benchmark/run';
import type { Analysis } from '../lint/analysis';
import { compareRun, type ComparedRun } from './compareRun';
import { expectedSeconds } from './expectedSeconds';
import { plannedLengths, plannedLoads, type LengthsAsked } from './planned';
import { predictRun } from './predictRun';
import { ignoresEnd } from './job/jobAsked';
import { LADDER, type LoadAsked } from './loads';

/** What a person changed of what the plan asks for. */
export interface Changed extends Partial<LengthsAsked> {
  readonly loads?: readonly LoadAsked[];
}

export interface Measurement extends LengthsAsked {
  readonly engine: string;
  /** Model of the engine, as the plan names it. */
  readonly model: string | undefined;
  /** Undefined for 1, 2, 4, … users until the server answers no more for it. */
  readonly loads: readonly LoadAsked[] | undefined;
  /** Servers of the engine on a node. */
  readonly servers: number;
  /** What a Kubernetes job must know of the server: see `JobAsked`. */
  readonly ignoresEnd: boolean;
  /** How long all loads take, at most. */
  readonly seconds: number;
}

/** `choose` if the plan has several engines and none is named. */
export type MeasurementAnswer =
  | { readonly kind: 'choose'; readonly engines: readonly string[] }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'ready'; readonly measurement: Measurement };

export function answerMeasurement(
  { document, assessment }: Analysis,
  named: string | undefined,
  changed: Changed,
): MeasurementAnswer {
  if (!assessment) return { kind: 'failed', problem: unwritable('unreadable') };
  const engines = enginesOf(document);
  const [only, ...others] = engines;
  if (only === undefined) return { kind: 'failed', problem: noEngine() };
  if (named === undefined && others.length > 0) return { kind: 'choose', engines };
  const { plan } = document;
  const engine = plan.engines.find(({ name }) => name === (named ?? only));
  if (!engine) {
    return {
      kind: 'failed',
      problem: t`The plan has no engine ${named ?? only} that can be read.`,
    };
  }
  const lengths = { ...plannedLengths(plan.workload), ...lengthsIn(changed) };
  const loads = changed.loads ?? plannedLoads(assessment, engine.name);
  const seconds = (loads ?? LADDER).map((load) => expectedSeconds(plan, engine, load, lengths));
  return {
    kind: 'ready',
    measurement: {
      ...lengths,
      engine: engine.name,
      model: engine.model?.value,
      loads,
      servers: engine.servers.value,
      ignoresEnd: ignoresEnd(engine.type?.value),
      seconds: seconds.reduce((sum, each) => sum + each, 0),
    },
  };
}

function lengthsIn({ promptTokens, outputTokens }: Changed): Partial<LengthsAsked> {
  return { ...(promptTokens && { promptTokens }), ...(outputTokens && { outputTokens }) };
}

export interface MeasuredAnswer {
  readonly compared: readonly ComparedRun[];
  readonly imported: ImportAnswer;
}

/** Compares runs with the plan as it is, and says what they would add to it. */
export function answerMeasured(
  { document }: Analysis,
  named: string,
  runs: readonly Run[],
): MeasuredAnswer {
  const { plan } = document;
  const engine = plan.engines.find(({ name }) => name === named);
  const predicted = (run: Run) => engine && predictRun(plan, engine, run);
  return {
    compared: runs.map((run) => compareRun(run, predicted(run))),
    imported: answerImport(document, named, [{ file: undefined, text: { measured: runs } }]),
  };
}

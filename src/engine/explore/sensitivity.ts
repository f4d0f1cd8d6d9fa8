/**
 * Finds what moves the nodes and the cost of a scenario most. Each entry is exact: the scenario is assessed on changed
 * inputs, with its ceilings and searches. Nothing is sampled or linearized. Views request it; it is not computed while
 * a plan is typed.
 */
import { assessEngine } from '../assess/assess';
import { assessScenario } from '../assess/assessScenario';
import type { Assessment, ScenarioAssessment } from '../assess/assessment';
import { citeChanges, type ChangedInput } from '../figure/changedInput';
import type { Figure } from '../figure/figure';
import { LEVERS, leverChanges, type Lever, type LeverChange } from './levers';
import { memoize } from '../util/cache';
import type { Plan } from '../plan/plan';
import { nearlyEqual } from '../util/rounding';

export interface SensitivityEntry {
  readonly lever: Lever;
  readonly direction: LeverChange['direction'];
  /** Value that is moved; the latency at the operating point if that is moved. */
  readonly value: BeforeAfter;
  readonly nodes: BeforeAfter;
  /** Cost per hour; undefined if the node has no price. */
  readonly costPerHour: BeforeAfter | undefined;
  readonly costPerMonth: BeforeAfter | undefined;
  /** Scenario assessed with the change. */
  readonly assessed: ScenarioAssessment;
}

export interface BeforeAfter {
  readonly before: Figure;
  /** Figure after the change; its derivation shows what was changed. */
  readonly after: Figure;
}

/**
 * Entries of every lever in both directions. The largest effect on cost comes first, or on nodes without a price. Empty
 * for a scenario that is not sized. Computed once for an assessment of a scenario.
 */
export function sensitivityOf(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): readonly SensitivityEntry[] {
  return everyEntry(entriesOf(assessment)(scenario));
}

/**
 * Strongest lever. Skips the others if one that relieves the servers saves cost. That halves the work, which is
 * noticeable on a hover with a search for `parallel` and percentiles.
 */
export function strongestLeverOf(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): SensitivityEntry | undefined {
  const { changes, entryOf: assessed } = entriesOf(assessment)(scenario);
  const relieved = changes.filter(isRelief).flatMap((change) => assessed(change) ?? []);
  const saving = strongestLever(relieved.sort(compareEffect));
  return saving && effectOf(saving) < 0
    ? saving
    : strongestLever(sensitivityOf(assessment, scenario));
}

interface LazyEntries {
  readonly changes: readonly LeverChange[];
  /** Entry of a change, assessed at its first use. */
  readonly entryOf: (change: LeverChange) => SensitivityEntry | undefined;
}

const entriesOf = memoize(({ plan }: Assessment) =>
  memoize((scenario: ScenarioAssessment): LazyEntries => ({
    changes: leverChanges(scenario.spec),
    entryOf: memoize((change: LeverChange) => assessChange(plan, scenario, change)),
  })),
);

const everyEntry = memoize(({ changes, entryOf }: LazyEntries): readonly SensitivityEntry[] =>
  changes.flatMap((change) => entryOf(change) ?? []).sort(compareEffect),
);

/** Tells if a change makes fewer nodes enough; the price is a lever of another kind. */
function isRelief({ lever, direction }: LeverChange): boolean {
  if (lever === 'price') return false;
  return direction === (lever === 'thinkTime' ? 'more' : 'less');
}

/**
 * Lever that a person could pull: the entry that saves most, or the one that costs most if none saves. The price is
 * left out, since it always moves the cost by its own share.
 */
export function strongestLever(entries: readonly SensitivityEntry[]): SensitivityEntry | undefined {
  const moving = entries.filter(
    (entry) => entry.lever !== 'price' && !entry.assessed.overloaded && movesAnything(entry),
  );
  return moving.find((entry) => effectOf(entry) < 0) ?? moving[0];
}

/** Tells if nodes or cost differ from before. */
export function movesAnything(entry: SensitivityEntry): boolean {
  const { before, after } = entry.costPerHour ?? entry.nodes;
  return !nearlyEqual(before.value, after.value);
}

function assessChange(
  plan: Plan,
  before: ScenarioAssessment,
  change: LeverChange,
): SensitivityEntry | undefined {
  const { lever, direction, scenario, inputs } = change;
  const engine =
    scenario.engine === before.spec.engine ? before.engine : assessEngine(scenario.engine);
  const assessed = assessScenario(plan, scenario, engine, before.search);
  const nodes = compare(before.nodes, assessed.nodes, inputs);
  const value = change.stated
    ? changedValue(change.stated, inputs)
    : compare(before.latency, assessed.latency, inputs);
  if (!nodes || !value) return undefined;
  return {
    lever,
    direction,
    value,
    nodes,
    costPerHour: compare(before.cost?.perHour, assessed.cost?.perHour, inputs),
    costPerMonth: compare(before.cost?.perMonth, assessed.cost?.perMonth, inputs),
    assessed,
  };
}

function changedValue(before: Figure, inputs: readonly ChangedInput[]): BeforeAfter | undefined {
  const [input] = inputs;
  return input && compare(before, { ...before, value: input.after }, inputs);
}

function compare(
  before: Figure | undefined,
  after: Figure | undefined,
  inputs: readonly ChangedInput[],
): BeforeAfter | undefined {
  return before && after && { before, after: citeChanges(after, inputs) };
}

/** Orders entries by effect, the largest first. Ties follow the order of the levers, savings before rises. */
function compareEffect(a: SensitivityEntry, b: SensitivityEntry): number {
  const [effectA, effectB] = [effectOf(a), effectOf(b)];
  if (!nearlyEqual(Math.abs(effectA), Math.abs(effectB))) {
    return Math.abs(effectB) - Math.abs(effectA);
  }
  return LEVERS.indexOf(a.lever) - LEVERS.indexOf(b.lever) || effectA - effectB;
}

function effectOf({ costPerHour, nodes }: SensitivityEntry): number {
  const { before, after } = costPerHour ?? nodes;
  return after.value - before.value;
}

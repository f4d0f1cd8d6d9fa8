/**
 * Scales a workload to more or less than today's peak: in later months, or at an hour of the day. Its users change, or
 * its rate at the peak; think time and token lengths stay.
 */
import { assessScenario } from './assessScenario';
import type { ScenarioAssessment } from './assessment';
import type { Figure } from '../figure/figure';
import { deriveFigure } from '../figure/figures';
import type { KeyPath, Plan, Stated, Workload } from '../plan/plan';
import { worseOf } from '../figure/provenance';
import type { NodesForTarget } from '../search/nodesForBand';
import { createAnswers } from '../util/cache';
import { ceilForgiving } from '../util/rounding';
import { peakRateFigure, usersFigure } from '../fleet/workload';

/** Largest load, in users or requests a second, as in the format. */
export const MAX_LOAD = 1e9;

/** Least load: a shrinking load never ends, and a rate of 0 has no latency. */
const LEAST_ASKED = 1e-9;

/** Load of today's peak: users, or arrivals a second. */
export function loadToday(workload: Workload): Figure {
  return workload.kind === 'closed' ? usersFigure(workload) : peakRateFigure(workload);
}

/** Load after so many months of growth; users are whole. 100 users at 10 % a month are 121 after two months. */
export function loadAfter(workload: Workload, growth: Figure, months: Figure): Figure {
  const today = loadToday(workload);
  if (months.value === 0) return today; // exact however uncertain the growth is
  const factor = (1 + growth.value) ** months.value;
  const grown = Math.max(LEAST_ASKED, today.value * factor);
  return workload.kind === 'closed'
    ? deriveFigure('users.grown', wholeUsers(grown), 'users', { users: today, growth, months })
    : deriveFigure('rate.grown', grown, 'requests/s', { rate: today, growth, months });
}

/** Whole users, rounded up, at least one. Near the maximum, the tolerated rounding is itself a user. */
function wholeUsers(grown: number): number {
  return grown >= MAX_LOAD ? MAX_LOAD : Math.max(1, ceilForgiving(grown));
}

/** Load as a share of today's; users are whole. */
export function loadAtHour(workload: Workload, share: Figure): Figure {
  const today = loadToday(workload);
  const asked = today.value * share.value;
  return workload.kind === 'closed'
    ? deriveFigure('users.atHour', ceilForgiving(asked), 'users', { users: today, share })
    : deriveFigure('rate.atHour', asked, 'requests/s', { rate: today, share });
}

/**
 * Assesses the scenario at a load, with the slots that it has today: servers are not reconfigured.
 * @param nodes Fixed nodes; undefined to size it.
 * @param near The scenario at nearly the same load, if it is known: its nodes are where the search for these starts.
 */
export function assessAt(
  plan: Plan,
  { spec: scenario, engine, parallel }: Pick<ScenarioAssessment, 'spec' | 'engine' | 'parallel'>,
  workload: Workload,
  asked: Figure,
  nodes: Stated<number> | undefined,
  near?: ScenarioAssessment,
): ScenarioAssessment {
  const slots = { value: parallel.value, path: scenario.parallel.path };
  const scaled = withAsked(workload, asked.value);
  const spec = { ...scenario, workload: scaled, parallel: slots, nodes };
  return assessScenario(plan, spec, engine, near && searchAt(near, asked.value));
}

/** What the search of a scenario would find at another load if each node carried as much. */
function searchAt({ spec, search }: ScenarioAssessment, asked: number): NodesForTarget | undefined {
  if (!search || !spec.workload) return undefined;
  const factor = asked / loadToday(spec.workload).value;
  const { nodes, isBounded, expected } = search;
  return {
    nodes: Math.ceil(nodes * factor),
    isBounded,
    expected: expected === undefined ? undefined : Math.ceil(expected * factor),
  };
}

/** A figure of `assessAt`, whose formula derives the load instead of citing today's. */
export function traceLoad(figure: Figure, workload: Workload, asked: Figure): Figure {
  const path = pathOfAsked(workload);
  return path === undefined ? figure : replaceStated(figure, path, asked, new Map());
}

/** The same object for the same load, so that scenarios alike share what is known of it. */
function withAsked(workload: Workload, value: number): Workload {
  return scaledFrom([workload], value, () => copyWithAsked(workload, value));
}

const scaledFrom = createAnswers<number, Workload>();

function copyWithAsked(workload: Workload, value: number): Workload {
  return workload.kind === 'closed'
    ? { ...workload, users: { ...workload.users, value } }
    : {
        ...workload,
        ratePerSecond: { ...workload.ratePerSecond, value },
        peakFactor: { value: 1, path: undefined },
      };
}

function pathOfAsked(workload: Workload): KeyPath | undefined {
  return workload.kind === 'closed' ? workload.users.path : workload.ratePerSecond.path;
}

/**
 * Replaces today's load in a derivation.
 * @param known Figures that have been replaced already: formulas share their inputs.
 */
function replaceStated(
  figure: Figure,
  path: KeyPath,
  by: Figure,
  known: Map<Figure, Figure>,
): Figure {
  const { derivation } = figure;
  if (derivation.kind === 'stated') return derivation.path === path ? by : figure;
  if (derivation.kind !== 'formula') return figure;
  const done = known.get(figure);
  if (done) return done;
  const before = Object.entries(derivation.inputs);
  const after = before.map(
    ([name, input]) => [name, replaceStated(input, path, by, known)] as const,
  );
  const isSame = after.every(([, input], index) => input === before[index]?.[1]);
  const replaced: Figure = isSame
    ? figure
    : {
        ...figure,
        provenance: worseOf(figure.provenance, by.provenance),
        derivation: { ...derivation, inputs: Object.fromEntries(after) },
      };
  known.set(figure, replaced);
  return replaced;
}

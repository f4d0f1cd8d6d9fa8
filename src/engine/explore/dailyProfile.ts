/**
 * Computes a day of a scenario with three ways to run its fleet. The load of an hour is constant and changes at the
 * full hour. Each hour has the nodes that the scenario is sized to for its load, at least one serving, and never more
 * than at the peak. A node is paid from the moment it is requested.
 *
 * - fixed: the nodes of the peak, all day.
 * - scheduled: knows the day. A node that an hour needs is requested `startup` before it. At time t, as many run as
 *   the highest load from t to t + startup needs.
 * - autoscaled: knows the load but not the clock. The next hour's load could come at any moment, and a new node takes
 *   `startup`. So each hour runs enough nodes to cover the highest load until a new node is ready. That is the next
 *   hour's load, and later ones if `startup` is above one hour.
 */
import type { Assessment, ScenarioAssessment } from '../assess/assessment';
import { joinBounds } from '../figure/bounds';
import { HOURS_PER, priceOf } from '../fleet/cost';
import type { Figure, InputsOf } from '../figure/figure';
import { constantFigure, deriveFigure, statedFigure } from '../figure/figures';
import { memoize } from '../util/cache';
import type { DailyProfile, NodeType, Plan, Workload } from '../plan/plan';
import { combineProvenance, withCaveats } from '../figure/provenance';
import { assessAt, loadAtHour, traceLoad } from '../assess/scaledWorkload';

export interface HourOfDay {
  /** Hour of the day, 0 to 23. */
  readonly hour: number;
  readonly share: Figure;
  /** Users, or arrivals a second. */
  readonly asked: Figure;
  readonly nodes: Figure;
}

export interface FleetDay {
  readonly nodeHours: Figure;
  /** Cost per day; undefined without a price, as is the cost per month (730 h). */
  readonly costPerDay: Figure | undefined;
  readonly costPerMonth: Figure | undefined;
}

export interface ScenarioDay {
  readonly scenario: ScenarioAssessment;
  readonly startup: Figure;
  readonly hours: readonly HourOfDay[];
  readonly fixed: FleetDay;
  readonly scheduled: FleetDay;
  readonly autoscaled: FleetDay;
}

/** Day of a scenario; undefined if the workload has no profile, or the scenario no nodes; computed once. */
export function dayOf(
  assessment: Assessment,
  scenario: ScenarioAssessment,
): ScenarioDay | undefined {
  return dayIn(assessment)(scenario);
}

const dayIn = memoize(({ plan }: Assessment) =>
  memoize((scenario: ScenarioAssessment) => computeDay(plan, scenario)),
);

const HOURS = 24;

function computeDay(plan: Plan, scenario: ScenarioAssessment): ScenarioDay | undefined {
  const { workload } = scenario.spec;
  const { node } = scenario.engine.spec;
  const { nodes: peak } = scenario;
  if (!workload?.profile || !node || !peak) return undefined;
  const hours = assessHours(plan, scenario, workload, workload.profile, peak);
  const startup = statedFigure(node.startupSeconds, 's', 'startup');
  const known = [...hours.map(({ nodes }) => nodes), startup];
  const all = { bound: known.map(({ bound }) => bound).reduce(joinBounds) };
  const [lowest, highest] = rangeOf(hours, peak);
  const needed = hours.map(({ nodes }) => nodes.value);
  const fleet = <Code extends `nodeHours.${'fixed' | 'scheduled' | 'autoscaled'}`>(
    formula: Code,
    nodeHours: number,
    inputs: InputsOf<Code>,
    rests: readonly Figure[],
    { bound } = all,
  ): FleetDay =>
    payFor(
      deriveFigure(formula, nodeHours, 'node-hours', inputs, bound, combineProvenance(rests)),
      node,
    );
  const perDay = constantFigure(HOURS, 'factor');
  const changing = { lowest, highest, startup };
  return {
    scenario,
    startup,
    hours,
    fixed: fleet(
      'nodeHours.fixed',
      peak.value * HOURS,
      { nodes: peak, hours: perDay },
      [peak],
      peak,
    ),
    scheduled: fleet(
      'nodeHours.scheduled',
      scheduledHours(needed, startup.value / 3600),
      changing,
      known,
    ),
    autoscaled: fleet(
      'nodeHours.autoscaled',
      autoscaledHours(needed, startup.value / 3600),
      changing,
      known,
    ),
  };
}

/**
 * Node-hours of a day with every node requested `ahead` hours before the hour that needs it.
 * @param needed Nodes of each hour.
 */
export function scheduledHours(needed: readonly number[], ahead: number): number {
  const whole = Math.floor(ahead);
  const rest = ahead - whole;
  return sum(
    needed.map(
      (_, hour) =>
        (1 - rest) * highestFrom(needed, hour, whole) + rest * highestFrom(needed, hour, whole + 1),
    ),
  );
}

/** Node-hours of a day with the nodes of the highest load within `ahead` hours, in every hour. */
export function autoscaledHours(needed: readonly number[], ahead: number): number {
  return sum(needed.map((_, hour) => highestFrom(needed, hour, Math.ceil(ahead))));
}

/** Nodes of an autoscaled fleet in each hour: those of the heaviest hour within the start-up time. */
export function autoscaledNodes({ hours, startup }: ScenarioDay): readonly Figure[] {
  const after = Math.min(Math.ceil(startup.value / 3600), hours.length - 1);
  return hours.map(({ nodes }, hour) => {
    let heaviest = nodes;
    for (let step = 1; step <= after; step++) {
      const next = hours[(hour + step) % hours.length]?.nodes;
      if (next && next.value > heaviest.value) heaviest = next;
    }
    return heaviest;
  });
}

function assessHours(
  plan: Plan,
  scenario: ScenarioAssessment,
  workload: Workload,
  profile: DailyProfile,
  peak: Figure,
): readonly HourOfDay[] {
  const sized = new Map<number, ScenarioAssessment>();
  let before = scenario;
  return profile.shares.map((stated, hour) => {
    const plain = statedFigure(stated, 'share', 'profile');
    const share: Figure =
      profile.shape === undefined
        ? plain
        : { ...plain, provenance: withCaveats(plain.provenance, ['typical-profile']) };
    const asked = loadAtHour(workload, share);
    if (asked.value <= 0) return { hour, share, asked, nodes: oneServing(scenario, asked, peak) };
    const then =
      sized.get(asked.value) ?? assessAt(plan, scenario, workload, asked, undefined, before);
    sized.set(asked.value, then);
    before = then;
    const { nodes } = then;
    const enough = nodes && nodes.value <= peak.value ? traceLoad(nodes, workload, asked) : peak;
    return { hour, share, asked, nodes: enough };
  });
}

/** One serving node at zero load, plus the spare ones. */
function oneServing({ spec: scenario }: ScenarioAssessment, asked: Figure, peak: Figure): Figure {
  const spare = statedFigure(scenario.policy.spare, 'nodes', 'spare');
  const provenance = combineProvenance([spare, asked]);
  const nodes = Math.min(peak.value, 1 + spare.value);
  return deriveFigure('nodes.noLoad', nodes, 'nodes', { spare }, 'exact', provenance);
}

function rangeOf(hours: readonly HourOfDay[], peak: Figure): readonly [Figure, Figure] {
  let lowest = peak;
  let highest: Figure | undefined;
  for (const { nodes } of hours) {
    if (nodes.value < lowest.value) lowest = nodes;
    if (!highest || nodes.value > highest.value) highest = nodes;
  }
  return [lowest, highest ?? peak];
}

/** Most nodes of an hour and of so many hours after it; the day repeats. */
function highestFrom(needed: readonly number[], hour: number, after: number): number {
  let highest = 0;
  for (let step = 0; step <= Math.min(after, needed.length - 1); step++) {
    highest = Math.max(highest, needed[(hour + step) % needed.length] ?? 0);
  }
  return highest;
}

function payFor(nodeHours: Figure, node: NodeType): FleetDay {
  const price = priceOf(node);
  if (!price || typeof price.unit !== 'object') {
    return { nodeHours, costPerDay: undefined, costPerMonth: undefined };
  }
  const { currency } = price.unit;
  const { bound } = nodeHours;
  const costPerDay = deriveFigure(
    'cost.perDayOfNodeHours',
    nodeHours.value * price.value,
    { currency, per: 'day' },
    { nodeHours, price },
    bound,
  );
  const days = constantFigure(HOURS_PER.month / HOURS_PER.day, 'factor');
  const costPerMonth = deriveFigure(
    'cost.perMonthOfDays',
    costPerDay.value * days.value,
    { currency, per: 'month' },
    { perDay: costPerDay, days },
    bound,
  );
  return { nodeHours, costPerDay, costPerMonth };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

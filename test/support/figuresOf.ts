/** Collects every figure that the engine makes of a plan, with those that each was computed from. */
import type { Assessment, ScenarioAssessment } from '../../src/engine/assess/assessment';
import { dayOf } from '../../src/engine/explore/dailyProfile';
import { growthOf } from '../../src/engine/explore/growth';
import { sensitivityOf } from '../../src/engine/explore/sensitivity';
import { tradeOffs } from '../../src/engine/explore/series';
import type { Figure } from '../../src/engine/figure/figure';
import { answerFloor, tokenFloor } from '../../src/engine/hardware/floor';
import { nextMeasurements } from '../../src/engine/recommend/nextMeasurements';
import { claimsBeyondHardware } from '../../src/engine/observation/hardwareClaims';
import { reconcilingThinkTime } from '../../src/engine/observation/meanLatency';
import { recommend } from '../../src/engine/recommend/recommend';

export function figuresOf(assessment: Assessment): ReadonlySet<Figure> {
  const found = new Set<Figure>();
  const add = (figure: Figure): void => {
    if (found.has(figure)) return;
    found.add(figure);
    const { derivation } = figure;
    if (derivation.kind === 'formula') Object.values(derivation.inputs).forEach(add);
  };
  for (const figure of [...ofPlan(assessment), ...assessment.scenarios.flatMap(ofScenario)]) {
    if (figure) add(figure);
  }
  return found;
}

type Found = readonly (Figure | undefined)[];

function ofPlan(assessment: Assessment): Found {
  const { plan, engines, scenarios } = assessment;
  const outputTokens = plan.workload?.outputTokens;
  const options = recommend(assessment).flatMap(({ byEngine }) =>
    byEngine.flatMap(({ recommendation: r }) =>
      r.kind === 'option' ? r.option : (r.nearest ?? []),
    ),
  );
  return [
    ...engines.flatMap(({ spec: engine, observations, curve }) => [
      ...observations.flatMap(valuesOf),
      ...observations.map(({ observation }) => reconcilingThinkTime(observation)),
      ...observations.flatMap((observed) =>
        claimsBeyondHardware(engine, observed, plan.workload).flatMap(valuesOf),
      ),
      ...curve.points.map(({ latency }) => latency),
      tokenFloor(engine),
      outputTokens && answerFloor(engine, outputTokens),
    ]),
    ...options.flatMap(({ nodes, latency, slotsThatFit }) => [nodes, latency, slotsThatFit]),
    ...nextMeasurements(assessment).map(({ valuePerMonth }) => valuePerMonth),
    ...[...tradeOffs(assessment).values()].flat().flatMap(valuesOf),
    ...scenarios.flatMap((scenario) => ofChange(assessment, scenario)),
  ];
}

function ofChange(assessment: Assessment, scenario: ScenarioAssessment): Found {
  const growth = growthOf(assessment, scenario);
  const day = dayOf(assessment, scenario);
  return [
    ...sensitivityOf(assessment, scenario).flatMap(({ value, nodes, costPerHour }) =>
      [value, nodes, costPerHour].flatMap((each) => each?.after),
    ),
    growth?.cost,
    growth?.keptCost,
    growth?.growthPerMonth,
    growth?.breaks?.month,
    ...(growth?.months ?? []).flatMap(valuesOf),
    ...(day?.hours ?? []).flatMap(valuesOf),
    ...[day?.fixed, day?.scheduled, day?.autoscaled].flatMap((each) =>
      each ? valuesOf(each) : [],
    ),
  ];
}

function ofScenario(assessed: ScenarioAssessment): Found {
  const { cost, memory, verdicts } = assessed;
  const band = assessed.band;
  return [
    assessed.parallel,
    assessed.nodes,
    assessed.servingNodes,
    assessed.slots,
    assessed.load,
    assessed.queueDepth,
    assessed.utilisation,
    assessed.latency,
    assessed.waiting,
    assessed.throughput,
    band?.low,
    cost?.perHour,
    cost?.perDay,
    cost?.perYear,
    cost?.per1000Requests,
    cost?.perMillionOutputTokens,
    cost?.perUserMonth,
    ...(memory ? valuesOf(memory) : []),
    ...verdicts.flatMap(({ objectives }) =>
      objectives.flatMap(({ figure, proofFigure }) => [figure, proofFigure]),
    ),
  ];
}

/** Returns the record's values that are figures. */
function valuesOf(record: object): Found {
  return Object.values(record).filter(isFigure);
}

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'derivation' in value;
}

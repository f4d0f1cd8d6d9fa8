/** Writes growth and a day of a scenario as JSON: null if its workload has neither. */
import type { Assessment, ScenarioAssessment } from '../../engine/assess/assessment';
import { dayOf, type FleetDay } from '../../engine/explore/dailyProfile';
import { growthOf } from '../../engine/explore/growth';
import { figureJson, figureOrNull } from './figureJson';

export function growthJson(assessment: Assessment, scenario: ScenarioAssessment) {
  const growth = growthOf(assessment, scenario);
  if (!growth) return null;
  const { breaks } = growth;
  return {
    growthPerMonth: figureJson(growth.growthPerMonth),
    horizon: figureJson(growth.horizon),
    /** Month in which today's nodes no longer suffice, or null if they last. */
    breaks: breaks
      ? {
          month: figureJson(breaks.month),
          because: breaks.because,
          asked: figureJson(breaks.asked),
        }
      : null,
    cost: figureOrNull(growth.cost),
    keptCost: figureOrNull(growth.keptCost),
    months: growth.months.map(({ month, asked, nodes, costPerHour, costPerMonth }) => ({
      month,
      asked: figureJson(asked),
      nodes: figureJson(nodes),
      costPerHour: figureOrNull(costPerHour),
      costPerMonth: figureOrNull(costPerMonth),
    })),
  };
}

export function dayJson(assessment: Assessment, scenario: ScenarioAssessment) {
  const day = dayOf(assessment, scenario);
  if (!day) return null;
  return {
    startup: figureJson(day.startup),
    fixed: fleetJson(day.fixed),
    scheduled: fleetJson(day.scheduled),
    autoscaled: fleetJson(day.autoscaled),
    hours: day.hours.map(({ hour, share, asked, nodes }) => ({
      hour,
      share: figureJson(share),
      asked: figureJson(asked),
      nodes: figureJson(nodes),
    })),
  };
}

function fleetJson({ nodeHours, costPerDay, costPerMonth }: FleetDay) {
  return {
    nodeHours: figureJson(nodeHours),
    costPerDay: figureOrNull(costPerDay),
    costPerMonth: figureOrNull(costPerMonth),
  };
}

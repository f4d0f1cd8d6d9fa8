/** Every rule that reads the assessment; what is wrong with the text itself is in `problemRules.ts`. */
import { observationLittlesLaw } from './observationLittlesLaw';
import { observationNotMonotone } from './observationNotMonotone';
import { observationOtherWorkload } from './observationOtherWorkload';
import { observationQueued } from './observationQueued';
import { observationUnderloaded } from './observationUnderloaded';
import { planUnused } from './planUnused';
import { priceUndated } from './priceUndated';
import type { Rule } from './rule';
import { scenarioDominated } from './scenarioDominated';
import { scenarioExtrapolated } from './scenarioExtrapolated';
import { scenarioNoSpare } from './scenarioNoSpare';
import { scenarioNotSized } from './scenarioNotSized';
import { scenarioQueueing } from './scenarioQueueing';
import { targetBudgetExceeded } from './targetBudgetExceeded';
import { targetInfeasible } from './targetInfeasible';
import { targetLatencyMissed } from './targetLatencyMissed';
import { targetLikelyMissed } from './targetLikelyMissed';
import { targetUnknown } from './targetUnknown';
import { targetUnverified } from './targetUnverified';
import { workloadFleetBreaks } from './workloadFleetBreaks';
import { workloadNoGrowth } from './workloadNoGrowth';
import { workloadNoThinkTime } from './workloadNoThinkTime';

export const RULES: readonly Rule[] = [
  targetLatencyMissed,
  targetLikelyMissed,
  targetUnverified,
  targetUnknown,
  targetInfeasible,
  targetBudgetExceeded,
  observationLittlesLaw,
  observationUnderloaded,
  observationQueued,
  observationOtherWorkload,
  observationNotMonotone,
  scenarioQueueing,
  scenarioExtrapolated,
  scenarioDominated,
  scenarioNoSpare,
  scenarioNotSized,
  workloadNoThinkTime,
  workloadFleetBreaks,
  workloadNoGrowth,
  priceUndated,
  planUnused,
];

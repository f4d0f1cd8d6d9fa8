/**
 * Every rule that reads the assessment; what is wrong with the text itself is in `problemRules.ts`.
 * `npm run generate` writes this file: one rule for each file of the folder, in the order of docs/rules.md.
 */
import { engineContextTooLong } from './engineContextTooLong';
import { engineContextTooShort } from './engineContextTooShort';
import { engineFullContext } from './engineFullContext';
import { memoryDoesNotFit } from './memoryDoesNotFit';
import { memoryMayNotFit } from './memoryMayNotFit';
import { observationBelowFloor } from './observationBelowFloor';
import { observationBurst } from './observationBurst';
import { observationContradictsItself } from './observationContradictsItself';
import { observationDisagree } from './observationDisagree';
import { observationDrift } from './observationDrift';
import { observationFailedRequests } from './observationFailedRequests';
import { observationFutureDate } from './observationFutureDate';
import { observationLittlesLaw } from './observationLittlesLaw';
import { observationNotMonotone } from './observationNotMonotone';
import { observationOtherWorkload } from './observationOtherWorkload';
import { observationQueued } from './observationQueued';
import { observationServersUnstated } from './observationServersUnstated';
import { observationUnderloaded } from './observationUnderloaded';
import { planCatalogSlip } from './planCatalogSlip';
import { planNotInCatalog } from './planNotInCatalog';
import { planTooManyGpus } from './planTooManyGpus';
import { planTooMuchWork } from './planTooMuchWork';
import { planUnused } from './planUnused';
import { priceFutureDate } from './priceFutureDate';
import { priceStale } from './priceStale';
import { priceUndated } from './priceUndated';
import { scenarioDominated } from './scenarioDominated';
import { scenarioExtrapolated } from './scenarioExtrapolated';
import { scenarioNoSpare } from './scenarioNoSpare';
import { scenarioNotSized } from './scenarioNotSized';
import { scenarioOverloaded } from './scenarioOverloaded';
import { scenarioQueueing } from './scenarioQueueing';
import { scenarioSingleSlot } from './scenarioSingleSlot';
import { targetBelowFloor } from './targetBelowFloor';
import { targetBudgetExceeded } from './targetBudgetExceeded';
import { targetBudgetLikelyExceeded } from './targetBudgetLikelyExceeded';
import { targetInfeasible } from './targetInfeasible';
import { targetLatencyMissed } from './targetLatencyMissed';
import { targetLikelyMissed } from './targetLikelyMissed';
import { targetUnknown } from './targetUnknown';
import { targetUnverified } from './targetUnverified';
import { workloadFleetBreaks } from './workloadFleetBreaks';
import { workloadNoGrowth } from './workloadNoGrowth';
import { workloadNoThinkTime } from './workloadNoThinkTime';

export const RULES = [
  targetLatencyMissed,
  targetLikelyMissed,
  targetUnverified,
  targetUnknown,
  targetInfeasible,
  targetBudgetExceeded,
  targetBudgetLikelyExceeded,
  targetBelowFloor,
  observationLittlesLaw,
  observationContradictsItself,
  observationBurst,
  observationFailedRequests,
  observationUnderloaded,
  observationQueued,
  observationServersUnstated,
  observationOtherWorkload,
  observationNotMonotone,
  observationDisagree,
  observationBelowFloor,
  observationFutureDate,
  observationDrift,
  memoryDoesNotFit,
  memoryMayNotFit,
  engineFullContext,
  engineContextTooLong,
  engineContextTooShort,
  scenarioOverloaded,
  scenarioQueueing,
  scenarioExtrapolated,
  scenarioDominated,
  scenarioNoSpare,
  scenarioNotSized,
  scenarioSingleSlot,
  workloadNoThinkTime,
  workloadFleetBreaks,
  workloadNoGrowth,
  priceUndated,
  priceStale,
  priceFutureDate,
  planTooManyGpus,
  planTooMuchWork,
  planCatalogSlip,
  planNotInCatalog,
  planUnused,
] as const;

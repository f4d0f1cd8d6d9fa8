/** All that scripts need of this folder, in one bundle. */
export { FACTORS } from '../../../src/engine/curve/tokens/priorFactors';
export { bandFactors, fitCarried } from './calibrate';
export { START, fitFactors, fitUnknown, logEvidence, toData } from './fitFactors';
export { describeServer, fitReadings } from '../../../src/engine/curve/tokens/fitReadings';
export { PARTITIONS, fitAll, predictLeftOut } from './leaveKindsOut';
export { readServers } from './measuredServers';
export { predictAll } from './scoreTokens';
export { isUsualKind, summarize } from './summarize';
export { climb } from './climb';

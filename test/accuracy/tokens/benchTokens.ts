/** All that scripts need of this folder, in one bundle. */
export { FACTORS } from '../../../src/engine/curve/tokens/priorFactors';
export { bandFactors } from './calibrate';
export { START } from './fitFactors';
export { PARTITIONS, fitAll, predictLeftOut } from './leaveKindsOut';
export { readServers } from './measuredServers';
export { predictAll } from './scoreTokens';
export { isUsualKind, summarize } from './summarize';

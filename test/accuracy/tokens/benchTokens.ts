/** All that scripts need of this folder, in one bundle. */
export { bandFactors } from './calibrate';
export { PARTITIONS, fitAll, predictLeftOut } from './leaveKindsOut';
export { readServers } from './measuredServers';
export { predictAll } from './scoreTokens';
export { isUsualKind, summarize } from './summarize';

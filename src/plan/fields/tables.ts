/**
 * Collects the format, version 1: every key of every map, its meaning and its values. It is the only source of
 * parsing, findings, hovers, completion, the JSON Schema and docs/format.md.
 */
export { ENGINE } from './engineFields';
export { EXPERTS, MODEL, STATES, WINDOWS } from './modelFields';
export { NODE, PRICE_MAP } from './nodeFields';
export { FROM_FILES, OBSERVATION } from './observationFields';
export { PLAN, PLAN_SHAPE } from './planFields';
export { POLICY } from './policyFields';
export { SCENARIO } from './scenarioFields';
export { TARGET } from './targetFields';
export { WORKLOAD } from './workloadFields';

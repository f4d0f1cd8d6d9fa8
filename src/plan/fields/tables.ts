/**
 * The format, version 1: every key of every map, what it means and what it accepts. Parsing, findings, hovers,
 * completion, the JSON Schema and docs/format.md come from here, and from nowhere else.
 */
export { ENGINE } from './engineFields';
export { NODE, PRICE_MAP } from './nodeFields';
export { OBSERVATION } from './observationFields';
export { PLAN, PLAN_SHAPE } from './planFields';
export { POLICY } from './policyFields';
export { SCENARIO } from './scenarioFields';
export { TARGET } from './targetFields';
export { WORKLOAD } from './workloadFields';

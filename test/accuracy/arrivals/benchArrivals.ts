/** All that scripts need of this folder, in one bundle. */
export { askPlan } from './askPlan';
export { readOpenLoop } from './openLoop';
export { readSimulated } from './simulated';
export { summarizeArrivals } from './summarize';

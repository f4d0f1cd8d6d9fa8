/** Gathers what the pictures of the walkthrough show, in one bundle: then all of it speaks the language that is set. */
export { config } from '@vscode/l10n';
export { drawChart } from '../../src/charts/drawCharts';
export * as palette from '../../src/charts/svg/palette';
export { renderSvg } from '../../src/charts/svg/renderSvg';
export { run } from '../../src/cli/run';
export { inlayHints } from '../../src/language/inlayHints';
export { analyzePlan } from '../../src/lint/analyzePlan';

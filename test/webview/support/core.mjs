// Plays the extension's side of the panel without VS Code: the real core answers the panel's requests.
import { importTypeScript } from '../../../scripts/lib/importTypeScript.mjs';

const { analyzePlan } = await importTypeScript('src/lint/analyzePlan.ts');
const { drawPicture } = await importTypeScript('src/panel/drawPicture.ts');
const { slowCharts } = await importTypeScript('src/charts/drawCharts.ts');
const { explainCell } = await importTypeScript('src/panel/explain.ts');
const { tryChanges } = await importTypeScript('src/panel/whatIf/tryChanges.ts');

/** Returns a picture of a plan's text, with the charts that follow it, as messages. */
export function messagesFor(text, { version = 1, scenario, lastGood } = {}) {
  const analysis = analyzePlan(text);
  const before = lastGood === undefined ? undefined : analyzePlan(lastGood);
  const picture = drawPicture(analysis, before, 'plan.capacity.yaml');
  const state = { uri: 'file:///plan.capacity.yaml', ...(scenario && { scenario }) };
  const { assessment } = analysis.assessment ? analysis : (before ?? analysis);
  const charts = assessment ? slowCharts(assessment).flatMap((draw) => draw() ?? []) : [];
  return [
    { type: 'picture', version, state, picture },
    { type: 'charts', version, charts },
  ];
}

/** Answers the panel's requests about a plan. */
export function answersFor(text) {
  const analysis = analyzePlan(text);
  return (message) => {
    const { type, request } = message;
    if (type === 'tryChanges') {
      const { outcome } = tryChanges(analysis, message.changes);
      return { type: 'whatIf', request, outcome };
    }
    if (type === 'explain') {
      const explanation = explainCell(analysis, message.scenario, message.column);
      return explanation && { type: 'explanation', request, explanation };
    }
    if (type === 'copyTable') return { type: 'notice', text: 'Copied.' };
    return undefined;
  };
}

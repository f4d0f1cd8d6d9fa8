/** Answers every question. Only the worker does: what is not quick never runs on the editor's own thread. */
import { drawChart } from '../charts/drawCharts';
import { renderSvg } from '../charts/svg/renderSvg';
import { shownChart } from '../panel/shownChart';
import { tableText } from '../panel/tableText';
import { tryChanges, writeChanges } from '../panel/whatIf/tryChanges';
import { renderHtml } from '../report/html/renderHtml';
import { renderReport, renderSavedReport } from '../report/renderReport';
import { QUICK_ANSWERS, type Answers } from './quickAnswers';
import type { QuestionType } from './questions';

export const ALL_ANSWERS: Answers<QuestionType> = {
  ...QUICK_ANSWERS,
  slowChart: ({ lastGood }, { chart }) =>
    lastGood?.assessment && drawChart(lastGood.assessment, chart),
  chartSvg: ({ lastGood }, { chart: id, scales, changes }) => {
    const chart = lastGood && shownChart(lastGood, id, scales, changes);
    return chart && renderSvg(chart);
  },
  chartTable: ({ lastGood }, { chart: id, format }) => {
    const chart = lastGood?.assessment && drawChart(lastGood.assessment, id);
    return chart && tableText(chart.table, format);
  },
  whatIf: ({ current }, { changes }) => tryChanges(current, changes).outcome,
  written: ({ current }, { changes }) => {
    const written = writeChanges(current, changes);
    if ('problem' in written) return written;
    return { problem: undefined, edits: written.edits, text: written.text };
  },
  report: ({ current }, options) => renderReport(current, options),
  savedReport: ({ current }, options) => renderSavedReport(current, options),
  htmlReport: ({ current }, options) => renderHtml(current, options),
};

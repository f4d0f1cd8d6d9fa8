/** Answers every question. Only the worker does: what is not quick never runs on the editor's own thread. */
import { answerImport } from '../benchmark/importRuns';
import { drawChart } from '../charts/drawCharts';
import { renderSvg } from '../charts/svg/renderSvg';
import { shownChart } from '../panel/shownChart';
import { answerComparison } from '../compare/comparisonView';
import { answerMeasured, answerMeasurement } from '../measure/measurement';
import { checkedFixesAt } from '../language/quickFixes';
import { tableText } from '../panel/tableText';
import { tryChanges, writeChanges } from '../panel/whatIf/tryChanges';
import { filesNamedBy } from '../plan/filesNamed';
import { writeScenario } from '../panel/writeScenario';
import { renderHtml } from '../report/html/renderHtml';
import { renderReport, renderSavedReport } from '../report/renderReport';
import type { DocumentQuestion } from './documentAnswers';
import { fixText } from './fixText';
import { QUICK_ANSWERS, type Answers } from './quickAnswers';
import type { QuestionType } from './questions';

export const ALL_ANSWERS: Answers<Exclude<QuestionType, DocumentQuestion>> = {
  ...QUICK_ANSWERS,
  namedFiles: ({ current }) => filesNamedBy(current.document.plan),
  checkedFixes: ({ current }, { at }) => checkedFixesAt(current, at).map(fixText),
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
  writtenScenario: ({ current }, { target }) => {
    const written = writeScenario(current, target);
    if ('problem' in written) return written;
    const { name, edits, text } = written;
    return { problem: undefined, edits, text, scenario: name };
  },
  report: ({ current }, options) => renderReport(current, options),
  savedReport: ({ current }, options) => renderSavedReport(current, options),
  htmlReport: ({ current }, options) => renderHtml(current, options),
  compared: (_, { files }) => answerComparison(files),
  measurement: ({ current }, { engine, changed }) => answerMeasurement(current, engine, changed),
  measured: ({ current }, { engine, runs }) => answerMeasured(current, engine, runs),
  imported: ({ current }, { texts, engine }) => answerImport(current.document, engine, texts),
};

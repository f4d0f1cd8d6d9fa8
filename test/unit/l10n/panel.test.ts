/** Everything that the panel shows of a plan has no English of its own in another language. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { slowCharts } from '../../../src/charts/drawCharts';
import { legendEntries } from '../../../src/charts/svg/legendEntries';
import type { Assessment } from '../../../src/engine/assess/assessment';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { drawMissing } from '../../../src/panel/drawMissing';
import { drawPicture } from '../../../src/panel/drawPicture';
import { explainCell } from '../../../src/panel/explain';
import { EXPLAINABLE_COLUMNS } from '../../../src/panel/picture';
import { tryChanges } from '../../../src/panel/whatIf/tryChanges';
import { writeScenario } from '../../../src/panel/writeScenario';
import { bareEnglish, withPseudoLanguage } from '../../support/pseudoLanguage';

const PLANS = [
  'examples/ollama-1000-users',
  'examples/ollama-1000-users-think-time',
  'examples/open-workload-daily-profile',
  'examples/vllm-chat-tails',
  'test/golden/reports/bare',
  'test/golden/reports/broken',
  'test/golden/reports/growth',
  'test/golden/reports/memory',
  'test/golden/reports/open-workload',
  'test/golden/reports/queueing',
  'test/golden/plans/plan.empty',
  'test/golden/plans/scenario.not-sized',
  'test/golden/plans/scenario.single-slot',
  'test/golden/plans/target.unknown',
];

test.for(PLANS)('%s: the panel says nothing in English alone', (path) => {
  const text = readFileSync(`${path}.capacity.yaml`, 'utf8');
  const names = namesIn(analyzePlan(text).assessment);
  const texts = [...new Set(withPseudoLanguage(() => textsIn(shownOf(text))))];
  const faults = texts.flatMap((each) => {
    const words = bareEnglish(names.reduce(withoutName, each), SAME_EVERYWHERE);
    return words.length > 0 ? [`${words.join(' ')}: ${each}`] : [];
  });
  expect(faults).toEqual([]);
});

test('problems are told in the language of the page', () => {
  const analysis = analyzePlan(readFileSync(`${PLANS[0] ?? ''}.capacity.yaml`, 'utf8'));
  const problems = withPseudoLanguage(() => [
    drawMissing(undefined, 'x').nothing,
    tryChanges(analysis, [{ path: '/none', value: 1 }]).outcome.problem,
    tryChanges(analysis, [{ path: '/workload/users', value: NaN }]).outcome.problem,
    tryChanges(analysis, [{ path: '/workload/users', value: -1 }]).outcome.problem,
    tryChanges(analyzePlan(''), []).outcome.problem,
    writeScenario(analysis, 'none'),
  ]);
  for (const problem of problems.flatMap(textsIn)) expect(bareEnglish(problem)).toEqual([]);
  expect(problems.flatMap(textsIn)).toHaveLength(problems.length);
});

/** Keys of the format, units and suffixes of numbers. */
const SAME_EVERYWHERE = [
  'parallel',
  'Parallel',
  'auto',
  'ttft',
  'tpot',
  'bn',
  'MiB',
  'KiB',
  'TFLOP',
];

/** Fields that hold no text for people, or text as a plan writes it. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...['add', 'align', 'canAdd', 'changes', 'code', 'colour', 'explains', 'fields', 'fileName'],
  ...['id', 'kind', 'limits', 'look', 'mark', 'path', 'scale', 'scenario', 'severity', 'target'],
  ...['targets', 'tried', 'unit', 'whatIf'],
]);

/** Everything that the panel shows: at first, of each figure, and for the ends of each control. */
function shownOf(text: string): readonly unknown[] {
  const analysis = analyzePlan(text);
  const picture = drawPicture(analysis, undefined, 'x.capacity.yaml');
  const { assessment } = analysis;
  if (!assessment) return [picture];
  const charts = slowCharts(assessment).flatMap((draw) => draw() ?? []);
  const tried = picture.whatIf.flatMap(({ path, min, max }) =>
    [min, max].map((value) => tryChanges(analysis, [{ path, value }]).outcome),
  );
  const explained = assessment.scenarios.flatMap(({ spec }) =>
    EXPLAINABLE_COLUMNS.map((column) => explainCell(analysis, spec.name, column)),
  );
  const drawn = [...picture.charts, ...charts, ...(tried[0]?.charts ?? [])];
  const labels = picture.whatIf.map(({ label }) => label);
  return [picture, labels, charts, tried, explained, drawn.map(legendEntries)];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (NO_TEXT.has(key) ? [] : textsIn(each)));
}

function namesIn(assessment: Assessment | undefined): readonly string[] {
  if (!assessment) return [];
  const { scenarios, engines, plan } = assessment;
  const names = [
    ...scenarios.flatMap(({ spec }) => [spec.title, spec.name, spec.engine.node?.name]),
    ...engines.flatMap(({ spec, observations }) => [
      spec.name,
      ...observations.map(({ observation }) => observation.name),
    ]),
    ...plan.targets.map(({ name }) => name),
    plan.title,
    plan.currency,
  ].filter((name) => name !== undefined && name !== '');
  return names.map(String).sort((a, b) => b.length - a.length);
}

/** Takes a name away where it is a word of its own. */
function withoutName(text: string, name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'gu'), ' ');
}

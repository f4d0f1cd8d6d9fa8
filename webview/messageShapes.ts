/** Checks the shape of the message parts that the panel relies on. */
import type { Axis, Chart, ChartPoint, Rule, Series } from '../src/charts/chart';
import type { Table, TableCell, TableColumn, TableRow } from '../src/charts/table';
import type {
  Answer,
  Explanation,
  ExplanationPart,
  FindingEntry,
  Picture,
  ScenarioEntry,
  ScenarioTable,
} from '../src/panel/picture';
import type { WhatIfField } from '../src/panel/whatIf/field';
import type { BeforeAfter, OutcomeRow, WhatIfOutcome } from '../src/panel/whatIf/outcome';
import type { PanelState } from '../src/protocol';
import { either, flag, list, number, oneOf, optional, record, text } from './checks';

const range = record<{ start: number; end: number }>({ start: number, end: number });

const tableParts = {
  columns: list(record<TableColumn>({ title: text, align: oneOf('left', 'right') })),
  rows: list(
    record<TableRow>({
      cells: list(
        record<TableCell>({
          text,
          sort: optional(number),
          unit: optional(text),
          bound: optional(text),
        }),
      ),
      scenario: optional(text),
      badge: optional(text),
      add: optional(text),
    }),
  ),
};

const axis = record<Axis>({
  label: text,
  unit: either(text, record<{ currency: string; per: string }>({ currency: text, per: text })),
  scale: oneOf('linear', 'log'),
  canBeLog: flag,
  from: optional(number),
  to: optional(number),
  whole: optional(flag),
  every: optional(number),
  categories: optional(list(text)),
});

const mark = oneOf('circle', 'triangle', 'square', 'diamond', 'cross', 'star', 'none');
const colour = oneOf(
  ...['blue', 'orange', 'purple', 'green', 'red', 'yellow', 'foreground', 'muted'],
);

const point = record<ChartPoint>({
  x: number,
  y: optional(number),
  low: optional(number),
  high: optional(number),
  mark,
  hollow: optional(flag),
  dashed: optional(flag),
  tag: optional(text),
  says: list(text),
  scenario: optional(text),
});

const series = record<Series>({
  id: text,
  label: optional(text),
  kind: oneOf('line', 'steps', 'points', 'bars'),
  colour,
  points: list(point),
  look: optional(oneOf('thin', 'dotted')),
  band: optional(flag),
  whatIf: optional(flag),
  offset: optional(number),
});

const rule = record<Rule>({
  axis: oneOf('x', 'y'),
  at: number,
  label: text,
  kind: oneOf('limit', 'today'),
  whatIf: optional(flag),
});

export const chart = record<Chart>({
  id: text,
  title: text,
  conclusion: text,
  notes: optional(list(text)),
  tried: optional(list(text)),
  x: axis,
  y: axis,
  series: list(series),
  rules: list(rule),
  table: record<Table>(tableParts),
});

const answer = record<Answer>({
  target: text,
  objectives: text,
  mark: oneOf('✓', '✓?', '✗', '✗?', '?'),
  verified: flag,
  headline: text,
  detail: text,
  scenario: optional(text),
  canAdd: flag,
  range: optional(range),
});

const finding = record<FindingEntry>({
  severity: oneOf('error', 'warning', 'information', 'hint'),
  code: text,
  message: text,
  range,
  line: number,
});

const field = record<WhatIfField>({
  kind: oneOf('users', 'rate', 'thinkTime', 'limit', 'budget', 'parallel', 'price'),
  path: text,
  label: text,
  unit: text,
  value: number,
  text: optional(text),
  min: number,
  max: number,
  step: number,
  scale: oneOf('linear', 'log'),
});

export const picture = record<Picture>({
  fileName: text,
  title: optional(text),
  outOfDate: optional(text),
  nothing: optional(text),
  answers: optional(list(answer)),
  scenarios: list(
    record<ScenarioEntry>({
      name: text,
      title: optional(text),
      range: optional(range),
      fields: list(text),
      colour,
      mark,
    }),
  ),
  scenarioTable: record<ScenarioTable>({
    ...tableParts,
    explains: list(either(text, oneOf(null))),
    notes: list(text),
  }),
  charts: list(chart),
  pending: flag,
  findings: list(finding),
  whatIf: list(field),
  limits: list(text),
});

const beforeAfter = record<BeforeAfter>({ plan: text, changed: text, differs: flag });

export const outcome = record<WhatIfOutcome>({
  changes: list(record<WhatIfOutcome['changes'][number]>({ kind: text, text })),
  time: text,
  targets: list(text),
  rows: list(
    record<OutcomeRow>({
      scenario: text,
      nodes: beforeAfter,
      cost: beforeAfter,
      time: beforeAfter,
      verdicts: list(beforeAfter),
    }),
  ),
  charts: list(chart),
  answers: list(
    record<WhatIfOutcome['answers'][number]>({ target: text, plan: text, changed: text }),
  ),
  problem: optional(text),
});

export const explanation = record<Explanation>({
  heading: text,
  lines: list(list(record<ExplanationPart>({ text, range: optional(range) }))),
});

export const panelState = record<PanelState>({ uri: text, scenario: optional(text) });

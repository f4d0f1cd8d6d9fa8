/** Writes every scenario in a table, and the result of their comparison. */
import { t } from '@vscode/l10n';
import {
  blocks,
  bold,
  bullets,
  escapeMarkdown,
  escapeSentence,
  type Column,
} from '../messages/markdown';
import { describeKnown } from '../messages/provenance';
import { NAME_COLUMNS, scenarioColumns } from '../charts/scenarioColumns';
import { scenarioNotes } from '../charts/scenarioNotes';
import type { Assessment, ScenarioAssessment } from '../engine/assess/assessment';
import type { CostOnNode } from '../engine/fleet/cost';
import { comparedTargets } from '../engine/assess/comparedTargets';
import { limitsOn } from '../messages/formatAgainstLimits';
import { objectiveTables } from './byObjective';
import { cutLines, namesOf } from './cut';
import { tables } from './tables';
import { countText, figureText, nameOf } from './words';

export function scenariosSection(assessment: Assessment): string {
  const { scenarios } = assessment;
  return blocks(
    `## ${t`Scenarios`}`,
    tables(columnsFor(assessment), scenarios) ??
      t`The plan has no scenario that could be assessed.`,
    notesOf(assessment),
    unitCosts(scenarios),
    costsByNode(scenarios),
    objectiveTables(assessment),
  );
}

/** Returns the columns that the panel shows too, as Markdown. */
function columnsFor(assessment: Assessment): readonly Column<ScenarioAssessment>[] {
  const budgets = limitsOn('budget', comparedTargets(assessment.plan));
  return scenarioColumns(assessment).map(({ id, title, align, text, figure }) => {
    const escape = NAME_COLUMNS.has(id) ? escapeMarkdown : escapeSentence;
    if (id === 'perHour') return moneyColumn(title, (row) => figureText(figure?.(row), budgets));
    if (id === 'perMonth') return moneyColumn(title, (row) => countText(figure?.(row)));
    return {
      title: id === 'verdict' ? escapeMarkdown(title) : title,
      ...(align === 'right' && { align }),
      cell: (assessed) => escape(text(assessed)),
    };
  });
}

function moneyColumn(
  title: string,
  cell: Column<ScenarioAssessment>['cell'],
): Column<ScenarioAssessment> {
  return { title, align: 'right', cell };
}

function notesOf(assessment: Assessment): string | undefined {
  const name = ({ spec: scenario }: ScenarioAssessment): string => bold(nameOf(scenario));
  const notes = scenarioNotes(assessment, { name, names: namesOf, words: escapeSentence });
  const lines = notes.flatMap(cutLines);
  return lines.length > 0 ? bullets(lines) : undefined;
}

function unitCosts(scenarios: readonly ScenarioAssessment[]): string | undefined {
  const priced = scenarios.filter(({ cost }) => cost !== undefined);
  const perTokens = priced.some(({ cost }) => cost?.perMillionOutputTokens);
  const perUser = priced.some(({ cost }) => cost?.perUserMonth);
  const columns: readonly Column<ScenarioAssessment>[] = [
    { title: t`Scenario`, cell: ({ spec: scenario }) => nameOf(scenario) },
    { title: t`Throughput`, align: 'right', cell: ({ throughput }) => figureText(throughput) },
    {
      title: t`By requests`,
      align: 'right',
      cell: ({ cost }) => figureText(cost?.per1000Requests),
    },
    ...(perTokens ? [perTokensColumn()] : []),
    ...(perUser ? [perUserColumn()] : []),
    { title: t`Per year`, align: 'right', cell: ({ cost }) => countText(cost?.perYear) },
    throughputKnownColumn(),
  ];
  const rows = tables(columns, priced);
  return rows && blocks(t`Cost per use:`, rows);
}

/** Writes what the same fleets cost on each node type that their engines name. */
function costsByNode(scenarios: readonly ScenarioAssessment[]): string | undefined {
  const rows = scenarios.flatMap(({ spec: scenario, cost }) => {
    const { node } = scenario.engine;
    if (!cost || !node || cost.elsewhere.length === 0) return [];
    return [{ node, perHour: cost.perHour, perMonth: cost.perMonth }, ...cost.elsewhere].map(
      (each) => ({ scenario, ...each }),
    );
  });
  const written = tables(columnsByNode(), rows);
  return written && blocks(t`The same nodes on each of their clouds:`, written);
}

type CostRow = CostOnNode & { readonly scenario: ScenarioAssessment['spec'] };

function columnsByNode(): readonly Column<CostRow>[] {
  return [
    { title: t`Scenario`, cell: ({ scenario }) => nameOf(scenario) },
    { title: t`Node`, cell: ({ node }) => escapeMarkdown(node.name) },
    { title: t`Per hour`, align: 'right', cell: ({ perHour }) => figureText(perHour) },
    { title: t`Per month`, align: 'right', cell: ({ perMonth }) => countText(perMonth) },
  ];
}

function perTokensColumn(): Column<ScenarioAssessment> {
  return {
    title: t`By tokens`,
    align: 'right',
    cell: ({ cost }) => figureText(cost?.perMillionOutputTokens),
  };
}

/** Column for the throughput, which the cost of requests and tokens is based on. */
function throughputKnownColumn(): Column<ScenarioAssessment> {
  return {
    title: t`Throughput is`,
    cell: ({ throughput }) => (throughput ? escapeSentence(describeKnown(throughput)) : ''),
  };
}

function perUserColumn(): Column<ScenarioAssessment> {
  return {
    title: t`By users`,
    align: 'right',
    cell: ({ cost }) => figureText(cost?.perUserMonth),
  };
}

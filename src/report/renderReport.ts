/** The report as a whole: puts its sections together in Markdown. */
import { t } from '@vscode/l10n';
import { blocks } from '../messages/markdown';
import type { Assessment } from '../engine/assess/assessment';
import type { Analysis } from '../lint/analysis';
import { baselineSection } from './baseline';
import { basisSection } from './basis';
import { bottleneckSection } from './bottleneck';
import { byHourSection } from './byHour';
import { figuresSection } from './figures';
import { findingsSection } from './findings';
import { growthSection } from './growth';
import { contentsOf, foldedSection, sectionOf, type Section } from './fold';
import { unreadableSection } from './head';
import {
  drawPictures,
  MERMAID,
  NO_CHARTS,
  type Illustrations,
  type Picture,
} from './illustrations';
import { memorySection } from './memory';
import { nextSection } from './next';
import { pageOne } from './pageOne';
import { recommendationSection } from './recommendation';
import { scenariosSection } from './scenarios';
import { sensitivitySection } from './sensitivity';

interface ReportOptions {
  readonly fileName: string;
  /** Charts of the report. Undefined means Mermaid. */
  readonly charts?: 'mermaid' | 'none';
}

/**
 * Writes the report of a plan, as Markdown. Equal plans give equal text. Every figure comes from the assessment, and
 * text of the plan is escaped.
 */
export function renderReport(analysis: Analysis, options: ReportOptions): string {
  return textOf(analysis, options.fileName, options.charts === 'none' ? NO_CHARTS : MERMAID);
}

export interface SavedReport {
  readonly markdown: string;
  /** Files for the report's folder, which it shows. */
  readonly pictures: readonly Picture[];
}

/**
 * Writes a report to save, with its charts as pictures beside it.
 * @param reportName Name of the file to save, without a folder.
 */
export function renderSavedReport(
  analysis: Analysis,
  { fileName, reportName }: { readonly fileName: string; readonly reportName: string },
): SavedReport {
  const { assessment } = analysis;
  const { illustrations, pictures } = assessment
    ? drawPictures(assessment, reportName)
    : { illustrations: NO_CHARTS, pictures: [] };
  return { markdown: textOf(analysis, fileName, illustrations), pictures };
}

function textOf(analysis: Analysis, fileName: string, illustrations: Illustrations): string {
  const { assessment } = analysis;
  const findings = findingsSection(analysis);
  if (!assessment) return `${blocks(unreadableSection(fileName), findings)}\n`;
  const sections = sectionsOf(assessment, findings, analysis.findings.length, illustrations);
  const first = pageOne(analysis, assessment, fileName, illustrations);
  return `${blocks(first, contentsOf(sections), ...sections.map(foldedSection))}\n`;
}

function sectionsOf(
  assessment: Assessment,
  findings: string,
  found: number,
  illustrations: Illustrations,
): readonly Section[] {
  const { scenarios, engines } = assessment;
  const byUsers = illustrations.images('nodes-by-users', 'cost-by-users');
  return [
    ...sectionOf(baselineSection(assessment), t`your benchmarks, checked by Little’s law`),
    ...sectionOf(bottleneckSection(assessment, illustrations), curvesOf(engines.length)),
    ...sectionOf(blocks(scenariosSection(assessment), byUsers), scenariosInFull(scenarios.length)),
    ...sectionOf(memorySection(assessment), t`the GPU memory of each scenario`),
    ...sectionOf(recommendationSection(assessment), t`the best option for each target`),
    ...sectionOf(growthSection(assessment, illustrations), t`nodes and cost by month`),
    ...sectionOf(byHourSection(assessment, illustrations), t`nodes and cost by hour`),
    ...sectionOf(sensitivitySection(assessment), t`nodes and cost after 10 % changes`),
    ...sectionOf(basisSection(assessment), t`assumptions, and figures without a benchmark`),
    ...sectionOf(nextSection(assessment), t`how to run the next benchmarks`),
    ...sectionOf(findings, countOfFindings(found)),
    ...sectionOf(figuresSection(assessment), t`every figure with its formula`),
  ];
}

function curvesOf(engines: number): string {
  return engines === 1 ? t`latency curves of 1 engine` : t`latency curves of ${engines} engines`;
}

function scenariosInFull(scenarios: number): string {
  return scenarios === 1 ? t`1 scenario in full` : t`${scenarios} scenarios in full`;
}

function countOfFindings(findings: number): string {
  return findings === 1 ? t`1 finding` : t`${findings} findings`;
}

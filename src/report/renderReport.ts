/** The report as a whole: puts its sections together in Markdown. */
import { blocks } from '../messages/markdown';
import type { Analysis } from '../lint/analysis';
import { baselineSection } from './baseline';
import { basisSection } from './basis';
import { bottleneckSection } from './bottleneck';
import { byHourSection } from './byHour';
import { figuresSection } from './figures';
import { findingsSection } from './findings';
import { growthSection } from './growth';
import { headSection, unreadableSection } from './head';
import {
  drawPictures,
  MERMAID,
  NO_CHARTS,
  type Illustrations,
  type Picture,
} from './illustrations';
import { memorySection } from './memory';
import { nextSection } from './next';
import { recommendationSection } from './recommendation';
import { scenariosSection } from './scenarios';
import { sensitivitySection } from './sensitivity';
import { summarySection } from './summary';

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
  const sections = [
    headSection(assessment, fileName),
    summarySection(assessment),
    baselineSection(assessment),
    bottleneckSection(assessment, illustrations),
    scenariosSection(assessment),
    illustrations.images('trade-off', 'nodes-by-users', 'cost-by-users'),
    memorySection(assessment),
    recommendationSection(assessment),
    growthSection(assessment, illustrations),
    byHourSection(assessment, illustrations),
    sensitivitySection(assessment),
    basisSection(assessment),
    nextSection(assessment),
    findings,
    figuresSection(assessment),
  ];
  return `${blocks(...sections)}\n`;
}

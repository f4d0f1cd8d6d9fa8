import { blocks } from '../catalogue/markdown';
import type { Analysis } from '../lint/analysis';
import { baselineSection } from './baseline';
import { basisSection } from './basis';
import { bottleneckSection } from './bottleneck';
import { byHourSection } from './byHour';
import { figuresSection } from './figures';
import { findingsSection } from './findings';
import { growthSection } from './growth';
import { headSection, unreadableSection } from './head';
import { nextSection } from './next';
import { recommendationSection } from './recommendation';
import { scenariosSection } from './scenarios';
import { sensitivitySection } from './sensitivity';
import { summarySection } from './summary';

export interface ReportOptions {
  readonly fileName: string;
}

/**
 * The report of a plan, as Markdown: the same plan always gives the same text.
 * Every figure is the assessment's; what comes from the plan is escaped.
 */
export function renderReport(analysis: Analysis, options: ReportOptions): string {
  const { assessment } = analysis;
  const findings = findingsSection(analysis);
  if (!assessment) return `${blocks(unreadableSection(options.fileName), findings)}\n`;
  const sections = [
    headSection(assessment, options.fileName),
    summarySection(assessment),
    baselineSection(analysis.document, assessment),
    bottleneckSection(assessment),
    scenariosSection(assessment),
    recommendationSection(assessment),
    growthSection(assessment),
    byHourSection(assessment),
    sensitivitySection(assessment),
    basisSection(assessment),
    nextSection(assessment),
    findings,
    figuresSection(assessment),
  ];
  return `${blocks(...sections)}\n`;
}

/** How a report may carry its charts; the first is what it does unless it is told otherwise. */
export const REPORT_CHARTS = ['mermaid', 'svg', 'none'] as const;

export type ReportCharts = (typeof REPORT_CHARTS)[number];

/** `plan.report` of `plan.report.md`: what the names of a report's pictures begin with. */
export function stemOf(reportName: string): string {
  return reportName.replace(/\.(md|markdown)$/i, '');
}

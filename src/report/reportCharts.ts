/** Ways to show charts in a report. The first is the default where nothing is saved. */
export const REPORT_CHARTS = ['mermaid', 'svg', 'none'] as const;

export type ReportCharts = (typeof REPORT_CHARTS)[number];

/** Formats of a report. The first is the default. */
export const REPORT_FORMATS = ['markdown', 'html'] as const;

/** Returns `plan.report` of `plan.report.md`: the start of the names of a report's pictures. */
export function stemOf(reportName: string): string {
  return reportName.replace(/\.(md|markdown|html)$/i, '');
}

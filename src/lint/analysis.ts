/** One reading of a plan. Every view shows this, and it is computed once. */
import type { Assessment } from '../engine/assess/assessment';
import type { PlanDocument } from '../plan/document';
import type { Finding } from './finding';

export interface Analysis {
  readonly document: PlanDocument;
  /** Undefined if the document cannot be assessed: broken YAML, a newer version, or empty. */
  readonly assessment: Assessment | undefined;
  /** Findings in the order of the text, with the levels and suppressions of the user. */
  readonly findings: readonly Finding[];
}

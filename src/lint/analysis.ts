/** One reading of a plan: everything that views show comes from here and is computed once. */
import type { Assessment } from '../engine/assess/assessment';
import type { PlanDocument } from '../plan/document';
import type { Finding } from './finding';

export interface Analysis {
  readonly document: PlanDocument;
  /** Undefined where the document is not assessable: broken YAML, a newer version, empty. */
  readonly assessment: Assessment | undefined;
  /** In the order of the text; levels and suppressions of the user are applied. */
  readonly findings: readonly Finding[];
}

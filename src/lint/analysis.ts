/** One reading of a plan. Every view shows this, and it is computed once. */
import type { Assessment } from '../engine/assess/assessment';
import type { PlanDocument } from '../plan/document';
import type { Finding, RuleLevel } from './finding';

/** What findings depend on beside the text. */
export interface FindingOptions {
  /** Levels that the user set, by rule code or group (`scenario.*`). Other rules keep their own. */
  readonly levels?: Readonly<Record<string, RuleLevel>> | undefined;
  /** Today's date in ISO format, for the age of prices. Undefined if ages are not checked. */
  readonly asOf?: string | undefined;
}

export interface Analysis {
  readonly options: FindingOptions;
  readonly document: PlanDocument;
  /** Undefined if the document cannot be assessed: broken YAML, a newer version, or empty. */
  readonly assessment: Assessment | undefined;
  /** Findings in the order of the text, with the levels and suppressions of the user. */
  readonly findings: readonly Finding[];
}

/** The way from a text to its findings: reads the plan, assesses it and runs the rules. */
import { assess } from '../engine/assess/assess';
import type { PlanDocument } from '../plan/document';
import type { PlanFiles } from '../plan/planFiles';
import { readPlan } from '../plan/readPlan';
import type { Analysis } from './analysis';
import { collectFindings } from './collectFindings';
import type { RuleLevel } from './finding';

const OWN_LEVELS = {};

export interface AnalyzeOptions {
  /** Levels that the user set, by rule code or group (`scenario.*`). Other rules keep their own. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** Today's date in ISO format, for the age of prices. Undefined if ages are not checked. */
  readonly asOf?: string;
  /** Files that the plan names, as far as the host has read them. */
  readonly files?: PlanFiles;
}

/** Reads a plan, assesses it and collects findings. Never throws: a fault of the text is a finding. */
export function analyzePlan(text: string, options: AnalyzeOptions = {}): Analysis {
  return analyzeDocument(readPlan(text, options.files), options);
}

/** Does the same with a plan that is already read. */
export function analyzeDocument(
  document: PlanDocument,
  { levels = OWN_LEVELS, asOf }: AnalyzeOptions = {},
): Analysis {
  const assessment = document.assessable ? assess(document.plan) : undefined;
  return { document, assessment, findings: collectFindings(document, assessment, levels, asOf) };
}

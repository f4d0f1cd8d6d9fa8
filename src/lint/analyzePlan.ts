/** The way from a text to its findings: reads the plan, assesses it and runs the rules. */
import { assess } from '../engine/assess/assess';
import type { PlanDocument } from '../plan/document';
import type { PlanFiles } from '../plan/planFiles';
import { readPlan } from '../plan/readPlan';
import type { Analysis, FindingOptions } from './analysis';
import { collectFindings } from './collectFindings';
import type { Finding } from './finding';

const OWN_LEVELS = {};

export interface AnalyzeOptions extends FindingOptions {
  /** Files that the plan names, as far as the host has read them. */
  readonly files?: PlanFiles;
}

/** Reads a plan, assesses it and collects findings. Never throws: a fault of the text is a finding. */
export function analyzePlan(text: string, options: AnalyzeOptions = {}): Analysis {
  return analyzeDocument(readPlan(text, options.files), options);
}

/** Does the same with a plan that is already read. The findings are collected when somebody first asks for them. */
export function analyzeDocument(
  document: PlanDocument,
  { levels = OWN_LEVELS, asOf }: AnalyzeOptions = {},
): Analysis {
  const assessment = document.assessable ? assess(document.plan) : undefined;
  let findings: readonly Finding[] | undefined;
  return {
    document,
    options: { levels, asOf },
    assessment,
    get findings() {
      return (findings ??= collectFindings(document, assessment, levels, asOf));
    },
  };
}

import { assess } from '../engine/assess/assess';
import { readPlan } from '../plan/readPlan';
import type { Analysis } from './analysis';
import { collectFindings } from './collectFindings';
import type { RuleLevel } from './finding';

const OWN_LEVELS = {};

export interface AnalyzeOptions {
  /** Levels that the user set, by rule code or group (`scenario.*`); other rules keep their own. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** The day that it is, as an ISO date: how old prices are follows from it. Without it nothing is said of that. */
  readonly asOf?: string;
}

/** Text to plan to assessment to findings. Never throws: what is wrong with the text is a finding. */
export function analyzePlan(
  text: string,
  { levels = OWN_LEVELS, asOf }: AnalyzeOptions = {},
): Analysis {
  const document = readPlan(text);
  const assessment = document.assessable ? assess(document.plan) : undefined;
  return { document, assessment, findings: collectFindings(document, assessment, levels, asOf) };
}

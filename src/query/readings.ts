/** Keeps the last readings of plans, so that each text is analyzed once for all questions about it. */
import type { Analysis } from '../lint/analysis';
import { analyzeDocument } from '../lint/analyzePlan';
import type { PlanDocument } from '../plan/document';
import { readPlan } from '../plan/readPlan';
import type { PlanText } from './planText';

export interface Reading {
  readonly current: Analysis;
  /** Last analysis with an assessment: `current`, unless the text is broken. */
  readonly lastGood: Analysis | undefined;
}

/** Texts to remember: those of a few plans, and what each was before it broke. */
const MOST = 8;

export class Readings {
  readonly #known = new Map<string, Analysis>();

  /** @param document The text as it was already read, if it was. */
  of(plan: PlanText, document?: PlanDocument): Reading {
    const current = this.#analysisOf(plan, plan.text, document);
    if (current.assessment) return { current, lastGood: current };
    const lastGood =
      plan.lastGood === undefined ? undefined : this.#analysisOf(plan, plan.lastGood);
    return { current, lastGood: lastGood?.assessment && lastGood };
  }

  #analysisOf({ levels, asOf, files }: PlanText, text: string, document?: PlanDocument): Analysis {
    const key = JSON.stringify([levels, asOf, ...files]) + text;
    const analysis =
      this.#known.get(key) ?? analyzeDocument(document ?? readPlan(text, files), { levels, asOf });
    // The latest is last, and the oldest goes first.
    this.#known.delete(key);
    this.#known.set(key, analysis);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return analysis;
  }
}

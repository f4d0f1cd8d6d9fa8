/** Collects the problems of a reading, and the parts of the plan that it could not use. */
import type { KeyPath } from '../../engine/plan/plan';
import type { PlanProblem } from '../problems';

export class ProblemLog {
  readonly #problems: PlanProblem[];
  readonly #unreadable = new Set<KeyPath>();
  readonly #misspelt = new Set<KeyPath>();

  /** @param problems Problems that are known before the reading begins. */
  constructor(problems: readonly PlanProblem[] = []) {
    this.#problems = [...problems];
  }

  get problems(): readonly PlanProblem[] {
    return this.#problems;
  }

  /** Returns the paths that are written but count as absent. */
  get unreadablePaths(): ReadonlySet<KeyPath> {
    return new Set([...this.#unreadable, ...this.#misspelt]);
  }

  isUnread(path: KeyPath): boolean {
    return this.#unreadable.has(path);
  }

  add(problem: PlanProblem): void {
    this.#problems.push(problem);
  }

  /** Replaces a problem with a more detailed one, so that nothing is reported twice. */
  replace(known: PlanProblem, problem: PlanProblem): void {
    // It is mostly the last: then this takes no time.
    const index = this.#problems.lastIndexOf(known);
    if (index === -1) {
      this.add(problem);
    } else {
      this.#problems[index] = problem;
    }
  }

  /** Marks a path as absent. An error already says why. */
  addUnread(path: KeyPath): void {
    this.#unreadable.add(path);
  }

  /** Marks a key as misspelt: its most likely slip is ignored, and a warning says so. */
  addMisspelt(path: KeyPath): void {
    this.#misspelt.add(path);
  }
}

/** What a reading finds wrong, and which parts of the plan it could therefore not use. */
import type { KeyPath } from '../../engine/plan/plan';
import type { PlanProblem } from '../problems';

export class ProblemLog {
  readonly #problems: PlanProblem[];
  readonly #unreadable = new Set<KeyPath>();
  readonly #misspelt = new Set<KeyPath>();

  /** @param problems What is known to be wrong before the reading begins. */
  constructor(problems: readonly PlanProblem[] = []) {
    this.#problems = [...problems];
  }

  get problems(): readonly PlanProblem[] {
    return this.#problems;
  }

  /** Everything that is meant to stand there and counts as absent. */
  get unreadablePaths(): ReadonlySet<KeyPath> {
    return new Set([...this.#unreadable, ...this.#misspelt]);
  }

  isUnread(path: KeyPath): boolean {
    return this.#unreadable.has(path);
  }

  add(problem: PlanProblem): void {
    this.#problems.push(problem);
  }

  /** Says more of what has just been said: nothing is said twice. */
  replace(known: PlanProblem, problem: PlanProblem): void {
    // It is mostly the last: then this takes no time.
    const index = this.#problems.lastIndexOf(known);
    if (index === -1) {
      this.add(problem);
    } else {
      this.#problems[index] = problem;
    }
  }

  /** What stands there counts as absent, and an error says why. */
  addUnread(path: KeyPath): void {
    this.#unreadable.add(path);
  }

  /** A key that is most likely a slip of this one is ignored, and a warning says so. */
  addMisspelt(path: KeyPath): void {
    this.#misspelt.add(path);
  }
}

/**
 * The changes that are being tried. One question is under way at a time and the latest values win, so that dragging
 * asks as often as answers come, and no more often than the screen is drawn.
 */
import type { WhatIfChange, WhatIfField } from '../../src/panel/whatIf/field';
import type { WhatIfOutcome } from '../../src/panel/whatIf/outcome';
import { nextRequest, post } from '../host';

/** After so long the next question does not wait for the answer to the one before. */
const PATIENCE_MS = 3000;

/** What was asked, until its answer is there: also one that comes late is taken, unless another was asked since. */
interface Question {
  readonly request: number;
  readonly changes: readonly WhatIfChange[];
}

export class Trial {
  readonly #onChange: () => void;
  readonly #values = new Map<string, number>();
  /** Fields whose text is no value, so that nobody applies the one before it instead. */
  readonly #unreadable = new Set<string>();
  #outcome: WhatIfOutcome | undefined;
  #shownChanges: readonly WhatIfChange[] = [];
  #problem: string | undefined;
  #isApplied = false;
  #asked: Question | undefined;
  #applying: number | undefined;
  #isBusy = false;
  #isDue = false;
  #isScheduled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param kept Changes that were being tried when the page was hidden: tried again with the first plan. */
  constructor(onChange: () => void, kept: readonly WhatIfChange[] = []) {
    this.#onChange = onChange;
    for (const { path, value } of kept) this.#values.set(path, value);
  }

  get changes(): readonly WhatIfChange[] {
    return [...this.#values].map(([path, value]) => ({ path, value }));
  }

  get outcome(): WhatIfOutcome | undefined {
    return this.#outcome;
  }

  /** Those that the outcome is of. */
  get shownChanges(): readonly WhatIfChange[] {
    return this.#outcome === undefined ? [] : this.#shownChanges;
  }

  /** Why the changes could not be written. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** They were written, and nothing was tried since. */
  get isApplied(): boolean {
    return this.#isApplied;
  }

  get isEmpty(): boolean {
    return this.#values.size === 0 && this.#unreadable.size === 0;
  }

  get isApplying(): boolean {
    return this.#applying !== undefined;
  }

  /** Something is tried, and all of it is known to be what people want. */
  get canApply(): boolean {
    return (
      this.#values.size > 0 &&
      this.#unreadable.size === 0 &&
      !this.isApplying &&
      this.#outcome?.problem === undefined
    );
  }

  valueOf(field: WhatIfField): number {
    return this.#values.get(field.path) ?? field.value;
  }

  isChanged(field: WhatIfField): boolean {
    return this.#values.has(field.path);
  }

  isUnreadable(field: WhatIfField): boolean {
    return this.#unreadable.has(field.path);
  }

  set(field: WhatIfField, value: number): void {
    this.#unreadable.delete(field.path);
    if (value === field.value) this.#values.delete(field.path);
    else this.#values.set(field.path, value);
    this.#begin();
  }

  /** What stands in the field is no value: the one before it counts until another one does. */
  setUnreadable(field: WhatIfField): void {
    this.#unreadable.add(field.path);
    this.#isApplied = false;
    this.#onChange();
  }

  reset(): void {
    this.#values.clear();
    this.#unreadable.clear();
    this.#begin();
  }

  apply(): void {
    if (!this.canApply) return;
    this.#applying = nextRequest();
    post({ type: 'applyChanges', request: this.#applying, changes: this.changes });
    this.#onChange();
  }

  /** The plan changed: what it has by now is no change, and the others are tried on the new one. */
  rebase(fields: readonly WhatIfField[]): void {
    const values = new Map(fields.map(({ path, value }) => [path, value]));
    for (const [path, value] of this.#values) {
      const own = values.get(path);
      if (own === undefined || own === value) this.#values.delete(path);
    }
    for (const path of this.#unreadable) if (!values.has(path)) this.#unreadable.delete(path);
    if (this.#values.size === 0) this.#outcome = undefined;
    else this.#ask();
  }

  receiveOutcome(request: number, outcome: WhatIfOutcome): void {
    if (request !== this.#asked?.request) return;
    const { changes } = this.#asked;
    this.#asked = undefined;
    this.#isBusy = false;
    clearTimeout(this.#timer);
    if (this.#values.size > 0) {
      this.#outcome = outcome;
      this.#shownChanges = changes;
    }
    this.#schedule();
    this.#onChange();
  }

  receiveApplied(request: number, problem: string | undefined): void {
    if (request !== this.#applying) return;
    this.#applying = undefined;
    this.#problem = problem;
    this.#isApplied = problem === undefined;
    if (problem === undefined) {
      this.#values.clear();
      this.#outcome = undefined;
    }
    this.#onChange();
  }

  #begin(): void {
    this.#problem = undefined;
    this.#isApplied = false;
    this.#ask();
  }

  #ask(): void {
    if (this.#values.size === 0) {
      this.#outcome = undefined;
      this.#isDue = false;
    } else {
      this.#isDue = true;
      this.#schedule();
    }
    this.#onChange();
  }

  #schedule(): void {
    if (!this.#isDue || this.#isScheduled || this.#isBusy) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      if (this.#isDue) this.#send();
    });
  }

  #send(): void {
    this.#isDue = false;
    this.#isBusy = true;
    this.#asked = { request: nextRequest(), changes: this.changes };
    post({ type: 'tryChanges', ...this.#asked });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#isBusy = false;
      this.#schedule();
    }, PATIENCE_MS);
  }
}

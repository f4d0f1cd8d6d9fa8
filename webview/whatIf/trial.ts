/**
 * Keeps the changes that are being tried, and asks the extension about them. Only one question is open at a time, and
 * the latest values win. Dragging asks as often as answers arrive, and at most once a frame.
 */
import type { WhatIfChange, WhatIfField } from '../../src/panel/whatIf/field';
import type { WhatIfOutcome } from '../../src/panel/whatIf/outcome';
import { nextRequest, post } from '../host';

/** Milliseconds after which the next question no longer waits for an answer. */
const PATIENCE_MS = 3000;

/**
 * The open question, kept until its answer arrives. A late answer also counts, unless there was another question
 * since.
 */
interface Question {
  readonly request: number;
  readonly changes: readonly WhatIfChange[];
}

export class Trial {
  readonly #onChange: () => void;
  readonly #values = new Map<string, number>();
  /** Fields with an invalid text, so that nobody applies their previous value instead. */
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

  /** @param kept Changes from before the page was hidden. They are tried again with the first plan. */
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

  /** Returns the changes that the outcome is about. */
  get shownChanges(): readonly WhatIfChange[] {
    return this.#outcome === undefined ? [] : this.#shownChanges;
  }

  /** Returns the reason why the changes could not be written. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Returns true if the changes were written, and nothing was tried since. */
  get isApplied(): boolean {
    return this.#isApplied;
  }

  get isEmpty(): boolean {
    return this.#values.size === 0 && this.#unreadable.size === 0;
  }

  get isApplying(): boolean {
    return this.#applying !== undefined;
  }

  /** Returns true if something is tried, every field is readable and no problem is known. */
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

  /** Marks a field's text as invalid. The previous value counts until there is a new one. */
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

  /** Adapts to a changed plan: drops changes that it already has, and tries the others on it. */
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

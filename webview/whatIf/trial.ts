/**
 * The changes that are being tried. One question is under way at a time and the latest values win, so that dragging
 * asks as often as answers come, and no more often than the screen is drawn.
 */
import type { WhatIfChange, WhatIfField } from '../../src/panel/whatIf/field';
import type { WhatIfOutcome } from '../../src/panel/whatIf/outcome';
import { nextRequest, post } from '../host';

/** After so long an answer will not come. */
const PATIENCE_MS = 3000;

export class Trial {
  readonly #onChange: () => void;
  readonly #values = new Map<string, number>();
  #outcome: WhatIfOutcome | undefined;
  #problem: string | undefined;
  #asked: number | undefined;
  #applying: number | undefined;
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

  /** Why the changes could not be written. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  get isApplying(): boolean {
    return this.#applying !== undefined;
  }

  valueOf(field: WhatIfField): number {
    return this.#values.get(field.path) ?? field.value;
  }

  isChanged(field: WhatIfField): boolean {
    return this.#values.has(field.path);
  }

  set(field: WhatIfField, value: number): void {
    if (value === field.value) this.#values.delete(field.path);
    else this.#values.set(field.path, value);
    this.#problem = undefined;
    this.#ask();
  }

  reset(): void {
    this.#values.clear();
    this.#problem = undefined;
    this.#ask();
  }

  apply(): void {
    if (this.isEmpty || this.isApplying) return;
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
    if (this.isEmpty) this.#outcome = undefined;
    else this.#ask();
  }

  receiveOutcome(request: number, outcome: WhatIfOutcome): void {
    if (request !== this.#asked) return;
    this.#asked = undefined;
    clearTimeout(this.#timer);
    if (!this.isEmpty) this.#outcome = outcome;
    this.#schedule();
    this.#onChange();
  }

  receiveApplied(request: number, problem: string | undefined): void {
    if (request !== this.#applying) return;
    this.#applying = undefined;
    this.#problem = problem;
    if (problem === undefined) {
      this.#values.clear();
      this.#outcome = undefined;
    }
    this.#onChange();
  }

  #ask(): void {
    if (this.isEmpty) {
      this.#outcome = undefined;
      this.#isDue = false;
    } else {
      this.#isDue = true;
      this.#schedule();
    }
    this.#onChange();
  }

  #schedule(): void {
    if (!this.#isDue || this.#isScheduled || this.#asked !== undefined) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      if (this.#isDue) this.#send();
    });
  }

  #send(): void {
    this.#isDue = false;
    this.#asked = nextRequest();
    post({ type: 'tryChanges', request: this.#asked, changes: this.changes });
    this.#timer = setTimeout(() => {
      this.#asked = undefined;
      this.#schedule();
    }, PATIENCE_MS);
  }
}

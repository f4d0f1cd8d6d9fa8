/**
 * Computes the slow parts of a picture in slices: the answers, which are searched for, and the slow charts. Pauses
 * them if they take too long altogether, until somebody asks.
 */
import type * as vscode from 'vscode';
import type { Chart } from '../../charts/chart';
import { slowCharts } from '../../charts/drawCharts';
import type { Assessment } from '../../engine/assess/assessment';
import { recommending } from '../../engine/recommend/recommend';
import type { Extent } from '../../panel/drawPicture';
import type { AnalysisStore } from '../analysisStore';
import { during, Stopwatch } from '../effort';
import { inSlices } from './inSlices';

/** Milliseconds that answers and slow charts may take without a request. */
const MOST_MS = 500;
const SLICE_MS = 30;

type Search = ReturnType<typeof recommending>;

/** Receivers of the results. `wanted` returns false once the plan has changed. */
export interface RestEvents {
  readonly wanted: () => boolean;
  /** Called once the answers are known. */
  readonly answered: () => void;
  readonly drawn: (charts: readonly Chart[]) => void;
  readonly paused: () => void;
  readonly failed: (error: unknown) => void;
}

export class RestOfPicture {
  readonly #store: AnalysisStore;
  #watch: Stopwatch;
  #isAsked = false;
  #isSlow = false;

  constructor(store: AnalysisStore) {
    this.#store = store;
    this.#watch = new Stopwatch(store.clock);
  }

  /** Returns true if the last search took too long. Then it waits for a request. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /**
   * Begins with a new picture, which holds everything found at once.
   * @param isAsked True if it may take as long as it takes.
   */
  begin(document: vscode.TextDocument, isAsked: boolean): Extent {
    this.#watch = new Stopwatch(this.#store.clock);
    this.#isAsked = isAsked;
    const isPaused = this.#isSlow && !isAsked;
    const assessment = this.#store.lastGoodOf(document)?.assessment;
    const search = assessment && recommending(assessment);
    const answers =
      !search || (isPaused ? search.isDone : this.#watch.time(() => this.#go(search)));
    return { answers, rest: isPaused ? 'paused' : 'follows' };
  }

  /** Adds the missing parts: first the answers, then with them the charts. */
  draw(assessment: Assessment, events: RestEvents): void {
    const { wanted, failed } = events;
    const common = {
      wanted,
      failed,
      watch: this.#watch,
      most: this.#isAsked ? Infinity : MOST_MS,
      paused: () => {
        this.#isSlow = true;
        events.paused();
      },
    };
    const search = recommending(assessment);
    if (!search.isDone) {
      inSlices({ ...common, pieces: this.#slicesOf(search), done: events.answered });
      return;
    }
    inSlices({
      ...common,
      pieces: slowCharts(assessment),
      done: (drawn) => {
        this.#isSlow = this.#watch.total > MOST_MS;
        events.drawn(drawn.filter((chart) => chart !== undefined));
      },
    });
  }

  *#slicesOf(search: Search): Generator<() => boolean> {
    while (!search.isDone) yield () => this.#go(search);
  }

  /** @returns True if everything is found. */
  #go(search: Search): boolean {
    return search.advance(during(SLICE_MS, this.#store.clock));
  }
}

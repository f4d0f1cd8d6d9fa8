/**
 * What takes longer than a picture may: the answers, which are searched for, and the slow charts. Both are computed in
 * slices, and paused where they take too long altogether, until somebody asks for them.
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

/** So long answers and slow charts may take without anybody asking for them. */
const MOST_MS = 500;
const SLICE_MS = 30;

type Search = ReturnType<typeof recommending>;

/** Where results go; `wanted` says no once the plan has changed. */
export interface RestEvents {
  readonly wanted: () => boolean;
  /** The answers are known now. */
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

  /** It took too long the last time: it waits until somebody asks. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /**
   * Begins with a new picture; what is found at once is in it.
   * @param isAsked It may take as long as it takes.
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

  /** Goes on with what the picture has not: first the answers, and with them there the charts. */
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

  /** @returns Whether all is found. */
  #go(search: Search): boolean {
    return search.advance(during(SLICE_MS, this.#store.clock));
  }
}

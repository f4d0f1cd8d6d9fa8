/** Draws the picture of a panel's plan, and then the parts of it that take longer. */
import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import { SLOW_CHART_IDS, type Chart } from '../../charts/chart';
import { drawMissing } from '../../panel/drawMissing';
import type { Picture } from '../../panel/picture';
import type { ToPanel } from '../../protocol';
import type { AnswerTo, Question } from '../../query/questions';
import { refusalWords } from '../../worker/asked';
import type { Plans } from '../plans';
import type { Snapshot } from '../snapshots';

/** A picture with the moment of the plan that it shows. */
export interface ShownPlan {
  readonly version: number;
  /** Undefined if the file was gone before anything was drawn. */
  readonly snapshot: Snapshot | undefined;
  readonly picture: Picture;
}

export interface PicturePage {
  readonly post: (message: ToPanel) => void;
  readonly postPicture: (version: number, picture: Picture) => void;
}

export const cancelled = (): string => t`Stopped. The panel shows what was computed before.`;

export class ShownPicture {
  readonly #plans: Plans;
  readonly #page: PicturePage;
  /** Version of the picture. A settings change draws the same text anew. */
  #version = 0;
  #shown: ShownPlan | undefined;
  #computing: Snapshot | undefined;
  #isDrawingRest = false;
  /** True if the page has a picture. A page that was hidden has none. */
  #isOnPage = false;

  constructor(plans: Plans, page: PicturePage) {
    this.#plans = plans;
    this.#page = page;
  }

  get shown(): ShownPlan | undefined {
    return this.#shown;
  }

  /** Forgets what the page shows, because it is a new one. */
  beginPage(): void {
    this.#isOnPage = false;
  }

  /** @param document Undefined if the file is gone. The last picture then stays, marked as out of date. */
  async draw(document: vscode.TextDocument | undefined, fileName: string): Promise<void> {
    const version = this.#begin();
    if (!document) {
      const picture = drawMissing(this.#shown?.picture, fileName);
      return this.#show({ version, snapshot: this.#shown?.snapshot, picture });
    }
    const snapshot = this.#plans.snapshotOf(document);
    const answers = this.#plans.isSearchQuick(snapshot);
    const question = { type: 'picture', fileName, answers } as const;
    if (!this.#plans.isQuick(snapshot, question)) this.#sayComputing(version);
    const picture = await this.#ask(version, snapshot, question);
    if (picture) this.#show({ version, snapshot, picture });
  }

  /** Adds the missing parts once the page has painted the picture: first the answers, then the slow charts. */
  async drawRest(version: number, fileName: string): Promise<void> {
    const { snapshot, picture } = this.#shown ?? {};
    const isWanted = version === this.#version && this.#shown?.version === version;
    if (!isWanted || !snapshot || !picture?.pending || this.#isDrawingRest) return;
    this.#isDrawingRest = true;
    try {
      if (picture.answers) await this.#drawCharts(version, snapshot);
      else await this.#drawAnswers(version, snapshot, fileName);
    } finally {
      if (version === this.#version) this.#isDrawingRest = false;
    }
  }

  /** Stops what is being computed, until somebody asks for it or the plan changes. */
  cancel(): void {
    const snapshot = this.#computing;
    if (!snapshot) return;
    this.#begin();
    this.#plans.worker.cancel(snapshot.key, ['picture', 'slowChart']);
    this.#page.post({ type: 'stopped', version: this.#version, reason: cancelled() });
  }

  #begin(): number {
    this.#computing = undefined;
    this.#isDrawingRest = false;
    return ++this.#version;
  }

  #sayComputing(version: number): void {
    if (!this.#isOnPage && this.#shown) this.#show(this.#shown);
    this.#page.post({ type: 'computing', version });
  }

  async #drawAnswers(version: number, snapshot: Snapshot, fileName: string): Promise<void> {
    const picture = await this.#ask(version, snapshot, {
      type: 'picture',
      fileName,
      answers: true,
    });
    // The page then says again that it has painted.
    if (picture) this.#show({ version, snapshot, picture });
  }

  async #drawCharts(version: number, snapshot: Snapshot): Promise<void> {
    const charts: Chart[] = [];
    for (const chart of SLOW_CHART_IDS) {
      const drawn = await this.#ask(version, snapshot, { type: 'slowChart', chart });
      if (version !== this.#version) return;
      if (drawn) charts.push(drawn);
    }
    this.#page.post({ type: 'charts', version, charts });
  }

  /** Returns undefined if nobody wants the answer any more, or there is none. */
  async #ask<Q extends Question>(
    version: number,
    snapshot: Snapshot,
    question: Q,
  ): Promise<AnswerTo<Q> | undefined> {
    this.#computing = snapshot;
    const asked = await this.#plans.askAbout(snapshot, question);
    if (version !== this.#version) return undefined;
    this.#computing = undefined;
    if (asked.kind === 'answered') return asked.answer;
    if (asked.kind === 'refused') this.#stop(refusalWords(asked.refusal));
    return undefined;
  }

  #stop(reason: string): void {
    this.#page.post({ type: 'stopped', version: this.#begin(), reason });
  }

  #show(shown: ShownPlan): void {
    this.#shown = shown;
    this.#isOnPage = true;
    this.#page.postPicture(shown.version, shown.picture);
  }
}

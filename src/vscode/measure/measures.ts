/** Measures a server: asks what it cannot know, shows progress, and hands the result to a preview. Loaded on demand. */
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { DEFAULTS } from '../../measure/defaults';
import { Stop } from '../../measure/host';
import { LADDER } from '../../measure/loads';
import { progressLine } from '../../measure/measureText';
import type { Measurement } from '../../measure/measurement';
import { outcomeOf, type Outcome } from '../../measure/outcome';
import { sweep, Unmeasurable, type Progress, type SweepResult } from '../../measure/sweep';
import { formatSeconds } from '../../messages/numbers';
import { httpHost } from '../../network/httpHost';
import { LagWatch } from '../../network/lag';
import type { Config } from '../config';
import { choosePlan } from '../import/chooseFiles';
import type { Imports } from '../import/imports';
import type { Log } from '../log';
import type { Plans } from '../plans';
import { showError, showInformation, showWork } from '../showText';
import { Asking, type MeasureTarget } from './asking';
import { Keys } from './keys';
import type { Machine } from './machine';

interface Services {
  readonly plans: Plans;
  readonly imports: Imports;
  readonly log: Log;
  readonly config: Config;
  readonly machine: Machine;
  readonly context: Pick<vscode.ExtensionContext, 'secrets' | 'workspaceState' | 'extension'>;
}

/** What a sweep gave, and seconds by which VS Code made its times too long. */
interface Swept {
  readonly result: SweepResult;
  readonly lateSeconds: number;
}

export class Measures implements vscode.Disposable {
  readonly #services: Services;
  readonly #asking: Asking;
  /** Set while requests are sent. */
  #running: Stop | undefined;
  progress: string | undefined;
  ending: string | undefined;

  constructor(services: Services) {
    this.#services = services;
    const { machine, config, context } = services;
    const keys = new Keys(machine, config, context.secrets);
    this.#asking = new Asking(services.plans, keys, context.workspaceState);
  }

  /** @param file Plan that a menu or a link passes. */
  async start(file: unknown, engine: string | undefined, url: string | undefined): Promise<void> {
    if (this.#running) return showInformation(t`A server is being measured. Cancel that first.`);
    this.ending = undefined;
    const given = typeof file === 'string' ? vscode.Uri.parse(file, true) : file;
    const document = await choosePlan(
      given instanceof vscode.Uri ? given : undefined,
      t`Plan that asks for measurements`,
    );
    const target = document && (await this.#asking.ask(document, engine, url));
    if (target) await this.#measure(document, target);
  }

  async #measure(document: vscode.TextDocument, target: MeasureTarget): Promise<void> {
    const swept = await this.#sweep(target);
    if (!swept) return;
    const { endpoint, model, measurement } = target;
    if (swept instanceof Unmeasurable) {
      const again = await this.#asking.keyAfter(endpoint, swept);
      if (again) return this.#measure(document, { ...target, endpoint: again });
      return this.#fail(t`Cannot measure ${endpoint.base}: ${swept.message}`);
    }
    const { result, lateSeconds } = swept;
    const version = (this.#services.context.extension.packageJSON as { version: string }).version;
    const date = new Date().toISOString().slice(0, 10);
    const facts = { version, date, model, servers: undefined, parallel: undefined };
    const { runs, words, kind } = outcomeOf(result, facts);
    if (kind === 'stopped') this.#tell(words ?? stopped());
    else if (kind === 'lost') this.#fail(words ?? '');
    else {
      const remarks = [...(words === undefined ? [] : [words]), ...lateWords(runs, lateSeconds)];
      await this.#services.imports.showMeasured(document, measurement.engine, { runs, remarks });
    }
  }

  /** @returns undefined if the person cancels before the first load. */
  async #sweep({
    endpoint,
    model,
    measurement,
  }: MeasureTarget): Promise<Swept | Unmeasurable | undefined> {
    const stop = new Stop();
    this.#running = stop;
    const lag = new LagWatch();
    const { loads } = measurement;
    const asked = { ...DEFAULTS, ...measurement, host: httpHost(endpoint), model, api: undefined };
    try {
      const title = t`Measuring ${measurement.engine}`;
      const result = await showWork(
        title,
        (report) => {
          const say = (words: string): void => {
            this.progress = words;
            report(words);
          };
          say(t`trying the server`);
          return sweep(asked, stop, progressOf(loads ?? LADDER, say));
        },
        () => stop.ask(),
      );
      return { result, lateSeconds: lag.end() };
    } catch (error) {
      if (!(error instanceof Unmeasurable)) throw error;
      if (!stop.isAsked) return error;
      this.#tell(stopped());
      return undefined;
    } finally {
      lag.end();
      this.#running = undefined;
      this.progress = undefined;
    }
  }

  #tell(words: string): void {
    this.ending = words;
    showInformation(words);
  }

  #fail(words: string): void {
    this.ending = words;
    void showError(words);
  }

  dispose(): void {
    this.#running?.ask();
  }
}

const stopped = (): string => t`Stopped before the first load. Nothing is written.`;

/** Says twice a second how it goes on. */
function progressOf(
  loads: Measurement['loads'] & object,
  say: (words: string) => void,
): (progress: Progress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < EVERY_MS) return;
    last = now;
    const number = loads.indexOf(progress.load) + 1;
    say(t`load ${number} of ${loads.length}, ${progressLine(progress)}`);
  };
}

const EVERY_MS = 500;

/** Says by how much VS Code, busy with something else, made the times too long. */
function lateWords(runs: Outcome['runs'], lateSeconds: number): readonly string[] {
  const times = runs.flatMap(({ latency, ttft }) => [latency.mean, ttft.mean]);
  const least = Math.min(...times.filter((time) => time !== undefined));
  if (lateSeconds < HARDLY_LATE * least) return [];
  return [
    t`VS Code was busy meanwhile: the times are about ${formatSeconds(lateSeconds)} too long. A terminal measures better: capacity-plan measure.`,
  ];
}

const HARDLY_LATE = 0.02;

/** Asks for what a measurement cannot know: engine, address, key and model. Shows what it will measure. */
import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import { Stop } from '../../measure/host';
import { durationWords, loadListWords } from '../../measure/loadText';
import type { Changed, Measurement } from '../../measure/measurement';
import { readLength, readLoads, writeLength, writeLoads } from '../../measure/readAsked';
import type { Unmeasurable } from '../../measure/sweep';
import { baseOf, KeyRefused, servedModels, type Endpoint } from '../../network/httpHost';
import { refusalWords } from '../../worker/asked';
import type { Plans } from '../plans';
import { askText, choose, chooseOf, showError, type Choice } from '../showText';
import { withProgress } from '../withProgress';
import { writeJob } from './jobDocument';
import type { Keys } from './keys';

export interface MeasureTarget {
  readonly endpoint: Endpoint;
  readonly model: string;
  readonly measurement: Measurement;
}

const URL_KEY = 'measure.url';
const USUAL_URL = 'http://localhost:8000';

export class Asking {
  readonly #plans: Plans;
  readonly #keys: Keys;
  readonly #kept: vscode.Memento;

  /** @param kept Remembers the address for this workspace. */
  constructor(plans: Plans, keys: Keys, kept: vscode.Memento) {
    this.#plans = plans;
    this.#keys = keys;
    this.#kept = kept;
  }

  /** @returns undefined if the person changed their mind, or has been told why it is impossible. */
  async ask(
    document: vscode.TextDocument,
    engine: string | undefined,
    url: string | undefined,
  ): Promise<MeasureTarget | undefined> {
    const planned = await this.#measurement(document, engine, {});
    if (!planned) return undefined;
    const base = await this.#address(url);
    if (base === undefined) return undefined;
    const served = await this.#served(base, await this.#keys.of(base));
    if (!served) return undefined;
    await this.#kept.update(URL_KEY, base);
    const { endpoint, models } = served;
    const model = await chooseModel(models, planned.model);
    if (model === undefined) return undefined;
    const measurement = await this.#confirm(document, planned, endpoint, model);
    return measurement && { endpoint, model, measurement };
  }

  /** Asks for another key if a server says that it wants one. */
  async keyAfter({ base }: Endpoint, error: Unmeasurable): Promise<Endpoint | undefined> {
    if (!error.wantsKey) return undefined;
    const key = await this.#keys.ask(base, t`The server wants a key`);
    if (key === undefined) return undefined;
    await this.#keys.keep(base, key);
    return { base, key };
  }

  async #measurement(
    document: vscode.TextDocument,
    engine: string | undefined,
    changed: Changed,
  ): Promise<Measurement | undefined> {
    const question = { type: 'measurement', engine, changed } as const;
    const snapshot = this.#plans.snapshotOf(document);
    const { asked, cancel } = this.#plans.askAlone(snapshot, question);
    const answered = await withProgress(t`Reading what the plan asks for`, asked, cancel);
    if (answered?.kind === 'refused') void showError(refusalWords(answered.refusal));
    if (answered?.kind !== 'answered') return undefined;
    const { answer } = answered;
    switch (answer.kind) {
      case 'ready':
        return answer.measurement;
      case 'failed':
        void showError(answer.problem);
        return undefined;
      case 'choose': {
        const chosen = await choose(t`Engine to measure`, answer.engines);
        return chosen === undefined ? undefined : this.#measurement(document, chosen, changed);
      }
    }
  }

  async #address(given: string | undefined): Promise<string | undefined> {
    const typed =
      given ??
      (await askText({
        title: t`Address of the server`,
        prompt: t`A server that speaks the OpenAI API. Requests with random prompts are sent to it.`,
        value: this.#kept.get(URL_KEY, USUAL_URL),
        check: (text) => Promise.resolve(addressProblem(text)),
      }));
    if (typed === undefined) return undefined;
    const read = baseOf(typed.trim());
    if ('base' in read) return read.base;
    void showError(addressProblem(typed) ?? '');
    return undefined;
  }

  /** Asks the server for its models, and the person for a key if the server wants one. */
  async #served(
    base: string,
    key: string | undefined,
  ): Promise<{ readonly endpoint: Endpoint; readonly models: readonly string[] } | undefined> {
    const stop = new Stop();
    const endpoint = { base, key };
    try {
      const asked = servedModels(endpoint, stop);
      const models = await withProgress(t`Asking ${base} for its models`, asked, () => stop.ask());
      return models && { endpoint, models };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (!(error instanceof KeyRefused)) {
        if (!stop.isAsked) void showError(t`Cannot measure ${base}: ${why}`);
        return undefined;
      }
      const other = await this.#keys.ask(base, `${why.charAt(0).toUpperCase()}${why.slice(1)}`);
      const served = other === undefined ? undefined : await this.#served(base, other);
      if (other !== undefined && served?.endpoint.key === other) await this.#keys.keep(base, other);
      return served;
    }
  }

  /** Shows what is measured until the person starts it. */
  async #confirm(
    document: vscode.TextDocument,
    planned: Measurement,
    endpoint: Endpoint,
    model: string,
  ): Promise<Measurement | undefined> {
    let shown = planned;
    let changed: Changed = {};
    for (;;) {
      const chosen = await chooseOf(t`Measure ${model} at ${endpoint.base}`, choicesOf(shown));
      if (chosen === undefined) return undefined;
      if (chosen === 'start') return shown;
      if (chosen === 'job') {
        await writeJob(document, shown, endpoint.base, model);
        return undefined;
      }
      const change = await askChange(chosen, shown);
      changed = { ...changed, ...change };
      const next = await this.#measurement(document, planned.engine, changed);
      if (!next) return undefined;
      shown = next;
    }
  }
}

type Chosen = 'start' | 'job' | 'loads' | 'promptTokens' | 'outputTokens';

function choicesOf({
  loads,
  promptTokens,
  outputTokens,
  seconds,
}: Measurement): readonly Choice<Chosen>[] {
  const requests = t`At least 100 requests a load, at most 2 minutes each`;
  return [
    {
      label: `$(play) ${t`Measure ${loads ? loadListWords(loads) : allLoads()}`}`,
      description: loads
        ? t`about ${durationWords(seconds)}`
        : t`at most ${durationWords(seconds)}`,
      detail: requests,
      value: 'start',
    },
    {
      label: `$(edit) ${t`Loads`}`,
      description: loads ? writeLoads(loads) : t`until more users get no more answers`,
      value: 'loads',
    },
    {
      label: `$(edit) ${t`Tokens of a prompt`}`,
      description: writeLength(promptTokens),
      value: 'promptTokens',
    },
    {
      label: `$(edit) ${t`Tokens of an answer`}`,
      description: writeLength(outputTokens),
      value: 'outputTokens',
    },
    {
      label: `$(file-code) ${t`Write a Kubernetes job instead`}`,
      description: t`GuideLLM or k6, from inside of the cluster`,
      value: 'job',
    },
  ];
}

const allLoads = (): string => t`1, 2, 4, … users`;

async function askChange(
  choice: Exclude<Chosen, 'start' | 'job'>,
  { loads, promptTokens, outputTokens }: Measurement,
): Promise<Changed> {
  if (choice === 'loads') {
    const typed = await askText({
      title: t`Loads`,
      prompt: t`Users who each wait for their answer, such as 1, 4, 8. Or random arrivals, such as 2/s, 4/s.`,
      value: loads ? writeLoads(loads) : '1, 4, 16',
      check: (text) =>
        Promise.resolve(
          readLoads(text) ? undefined : t`Write users (1, 4, 8) or rates (2/s, 4/s).`,
        ),
    });
    const read = typed === undefined ? undefined : readLoads(typed);
    return read ? { loads: read } : {};
  }
  const typed = await askText({
    title: choice === 'promptTokens' ? t`Tokens of a prompt` : t`Tokens of an answer`,
    prompt: t`The mean, such as 600. With a coefficient of variation if they vary, such as 600:0.8.`,
    value: writeLength(choice === 'promptTokens' ? promptTokens : outputTokens),
    check: (text) =>
      Promise.resolve(readLength(text) ? undefined : t`Write a number of tokens: 600, or 600:0.8.`),
  });
  const read = typed === undefined ? undefined : readLength(typed);
  return read ? { [choice]: read } : {};
}

/** Takes the only model, or asks: the plan's own first. Servers that name none are asked about nothing. */
async function chooseModel(
  models: readonly string[],
  planned: string | undefined,
): Promise<string | undefined> {
  const [only, ...others] = models;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    const first = models.filter((name) => name === planned);
    return choose(t`Model to measure`, [...first, ...models.filter((name) => name !== planned)]);
  }
  return askText({
    title: t`Model to measure`,
    prompt: t`The server does not say which models it has.`,
    value: planned ?? '',
    check: (text) => Promise.resolve(text.trim() === '' ? t`The server needs a name.` : undefined),
  });
}

function addressProblem(text: string): string | undefined {
  const read = baseOf(text.trim());
  if ('base' in read) return undefined;
  return read.problem === 'password'
    ? t`There is a password in the address. The key is asked for, or read from the environment.`
    : t`Write an address such as http://localhost:8000.`;
}

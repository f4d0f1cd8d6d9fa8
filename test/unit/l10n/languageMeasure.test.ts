/** What people see while a server is measured is translated: nothing is English under the pseudo language. */
import { afterEach, expect, test, vi } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import type { Answer, Fate } from '../../../src/measure/answer';
import { compareRun, comparisonLine } from '../../../src/measure/compareRun';
import { Stop, type MeasureHost } from '../../../src/measure/host';
import { kubernetesJob } from '../../../src/measure/job/kubernetesJob';
import { loadListWords, loadWords } from '../../../src/measure/loadText';
import type { LoadAsked } from '../../../src/measure/loads';
import { answerMeasurement } from '../../../src/measure/measurement';
import { cutShortWords, progressLine } from '../../../src/measure/measureText';
import { outcomeOf } from '../../../src/measure/outcome';
import { sendRequest } from '../../../src/measure/sendRequest';
import { sweep, Unmeasurable, type SweepAsked } from '../../../src/measure/sweep';
import { NO_TIMES } from '../../../src/benchmark/run';
import { statedFigure } from '../../../src/engine/figure/figures';
import { getText, servedModels } from '../../../src/network/httpHost';
import { bareEnglish, withPseudoLanguage } from '../../support/pseudoLanguage';

afterEach(() => vi.unstubAllGlobals());

/** Expects that all of the texts are translated, and that they are as many. */
function expectNoEnglish(texts: readonly string[], names: readonly string[] = []): void {
  for (const text of texts) {
    expect(text).toContain('⟦');
    expect(bareEnglish(text, names), text).toEqual([]);
  }
}

const users = (count: number, thinkTimeSeconds = 0): LoadAsked => ({
  kind: 'users',
  users: count,
  thinkTimeSeconds,
});

test('loads', () => {
  const texts = withPseudoLanguage(() => [
    ...[users(1), users(8), users(8, 10)].map(loadWords),
    loadListWords([users(1)]),
    loadListWords([users(8)]),
    loadListWords([users(8, 10)]),
  ]);
  expectNoEnglish(texts);
});

test('how it goes on, and why it ended', () => {
  const answer = (fate: Fate): Answer => ({
    ...{ fate, why: '', sent: 0, first: 1, last: 2, ended: 2, parts: 3 },
    ...{ promptTokens: 1, outputTokens: 3, cachedTokens: undefined },
  });
  const texts = withPseudoLanguage(() => [
    progressLine({ load: users(8), answers: [answer('answered'), answer('failed')] }),
    progressLine({ load: users(8), answers: [answer('answered'), answer('answered')] }),
    ...(['stopped', 'gone', 'failing', 'behind', 'saturated'] as const).map((why) =>
      cutShortWords(why, '4/s', ''),
    ),
    outcomeOf(
      { results: [], endsItself: false, cutShort: undefined },
      { version: '', date: '', model: '', servers: 1, parallel: 1 },
    ).words ?? '',
  ]);
  expectNoEnglish(texts);
});

test('what was measured beside what was predicted', () => {
  const figure = (value: number) => statedFigure({ value, path: undefined }, 's', '');
  const run = {
    ...{ tool: '', promptTokens: undefined, outputTokens: undefined, remarks: [] },
    ...{ latency: { ...NO_TIMES, mean: 2 }, ttft: { ...NO_TIMES, mean: 1 } },
    tpot: { ...NO_TIMES, mean: 0.1 },
  };
  const texts = withPseudoLanguage(() => [
    comparisonLine(
      compareRun(
        { ...run, load: { kind: 'users', users: 8 } },
        {
          latency: figure(1),
          ttft: figure(1),
          tpot: figure(0.2),
          band: undefined,
          isOverloaded: false,
        },
      ),
    ),
    comparisonLine(compareRun({ ...run, load: { kind: 'unstated' } }, undefined)),
  ]);
  expectNoEnglish(texts);
});

test('why a job or a measurement cannot be', () => {
  const asked = {
    ...{ base: 'http://h', model: 'm', seconds: 60, ignoresEnd: true, into: undefined },
    ...{ promptTokens: { mean: 1, cv: 0 }, outputTokens: { mean: 1, cv: 0 } },
  };
  const plan = 'version: 1\nnodes: { n: {} }\nengines: { e: { node: n } }\n';
  const problemOf = (answer: object): string =>
    'problem' in answer ? String(answer.problem) : 'none';
  const texts = withPseudoLanguage(() => [
    problemOf(kubernetesJob('k6', { ...asked, loads: [{ kind: 'rate', perSecond: 2 }] })),
    problemOf(kubernetesJob('guidellm', { ...asked, loads: [users(8, 10)] })),
    problemOf(answerMeasurement(analyzePlan(plan), 'unknown', {})),
  ]);
  expectNoEnglish(texts, ['unknown']);
});

/** A host that answers each request with such a status and such data. */
function hostOf(status: number, data: readonly string[], waits = true): MeasureHost {
  return {
    post: () =>
      Promise.resolve({
        status,
        parts: (async function* () {
          for (const each of data) yield await Promise.resolve(`data: ${each}\n\n`);
        })(),
      }),
    nowSeconds: () => 0,
    wait: () => (waits ? new Promise(() => undefined) : Promise.resolve()),
    random: () => 0.5,
  };
}

test('why a request failed', async () => {
  const dialect = { api: 'chat', ignoresEnd: false } as const;
  const whyOf = async (host: MeasureHost): Promise<string> => {
    const server = { host, model: 'm', dialect, timeoutSeconds: 3 };
    return (await sendRequest(server, { prompt: 'a', outputTokens: 1 }, new Stop())).why;
  };
  const late: MeasureHost = {
    ...hostOf(200, [], false),
    post: (_path, _body, stop) =>
      new Promise((_resolve, reject) => stop.onAsked(() => reject(new Error('aborted')))),
  };
  const texts = await withPseudoLanguage(() =>
    Promise.all([
      whyOf(hostOf(500, [])),
      whyOf(hostOf(200, [])),
      whyOf(hostOf(200, ['[DONE]'])),
      whyOf(late),
    ]),
  );
  expectNoEnglish(texts);
});

test('why a server cannot be measured, and that it wants a key', async () => {
  const asked: SweepAsked = {
    ...{ model: 'm', api: 'chat', loads: [users(1)], requests: 1, seconds: 1, timeoutSeconds: 1 },
    ...{
      promptTokens: { mean: 1, cv: 0 },
      outputTokens: { mean: 1, cv: 0 },
      host: hostOf(401, []),
    },
  };
  const failOf = async (stop: Stop): Promise<Unmeasurable> => {
    const failed = await sweep(asked, stop, () => undefined).catch((error: unknown) => error);
    if (failed instanceof Unmeasurable) return failed;
    throw new Error('it was measured', { cause: failed });
  };
  const refused = await withPseudoLanguage(() => failOf(new Stop()));
  expectNoEnglish([refused.message], ['/v1/chat/completions']);
  expect(refused.wantsKey).toBe(true);
});

test('why there is no connection', async () => {
  const codes = [
    ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'],
    ...['UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
    ...['UND_ERR_CONNECT_TIMEOUT', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ];
  const endpoint = { base: 'http://h', key: undefined };
  const messageOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'answered',
      (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
    );
  for (const code of codes) {
    vi.stubGlobal('fetch', () => Promise.reject(Object.assign(new Error('failed'), { code })));
    const text = await withPseudoLanguage(() => messageOf(getText(endpoint, '/', new Stop())));
    expectNoEnglish([text], ['NODE_EXTRA_CA_CERTS']);
  }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 401 })));
  for (const key of [undefined, 'k']) {
    const asked = () => messageOf(servedModels({ ...endpoint, key }, new Stop()));
    expectNoEnglish([await withPseudoLanguage(asked)]);
  }
});

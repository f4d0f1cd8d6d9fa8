/** Reads the options of `capacity-plan measure`. */
import { OBSERVATION, WORKLOAD } from '../../plan/fields/tables';
import { isIssue } from '../../plan/quantities/outcome';
import { DEFAULTS } from '../../measure/defaults';
import { JOB_TOOLS, type JobTool } from '../../measure/job/jobAsked';
import type { LengthAsked } from '../../measure/lengths';
import { readLength } from '../../measure/readAsked';
import { APIS, type Api } from '../../measure/requestBody';
import type { LoadAsked } from '../../measure/loads';
import { addressOf } from '../addressOf';
import { Failure } from '../failure';
import { choiceOf, parseOptions, wholeOf } from '../parseOptions';

export interface MeasureOptions {
  /** Address up to the version: `https://host:8000`. */
  readonly base: string;
  readonly model: string | undefined;
  readonly into: string | undefined;
  readonly engine: string | undefined;
  readonly loads: readonly LoadAsked[] | undefined;
  /** Undefined for the workload's own. */
  readonly promptTokens: LengthAsked | undefined;
  readonly outputTokens: LengthAsked | undefined;
  readonly requests: number;
  readonly seconds: number;
  readonly timeoutSeconds: number;
  readonly servers: number | undefined;
  readonly parallel: number | undefined;
  readonly api: Api | undefined;
  /** Tool of a Kubernetes job that is printed in place of measuring. */
  readonly job: JobTool | undefined;
  /** Name of the environment variable with the key. */
  readonly keyVariable: string;
}

export function measureOptions(args: readonly string[]): MeasureOptions {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseOptions(args, {
    ...{ url: text, model: text, into: text, engine: text, users: text, rate: text },
    ...{ 'think-time': text, 'prompt-tokens': text, 'output-tokens': text, requests: text },
    ...{ seconds: text, timeout: text, servers: text, parallel: text, api: text, 'key-env': text },
    job: text,
  });
  if (positionals.length > 0) throw new Failure('measure takes no FILE: see --into', 'usage');
  const { url, into, engine, api, job } = values;
  if (url === undefined)
    throw new Failure('measure needs --url, such as http://localhost:8000', 'usage');
  if (engine !== undefined && into === undefined) {
    throw new Failure('--engine names an engine of the plan of --into', 'usage');
  }
  return {
    base: addressOf('--url', url),
    model: values.model,
    into,
    engine,
    loads: loadsOf(values.users, values.rate, values['think-time']),
    promptTokens: lengthOf('--prompt-tokens', values['prompt-tokens']),
    outputTokens: lengthOf('--output-tokens', values['output-tokens']),
    requests: wholeOf('--requests', values.requests) ?? DEFAULTS.requests,
    seconds: wholeOf('--seconds', values.seconds) ?? DEFAULTS.seconds,
    timeoutSeconds: wholeOf('--timeout', values.timeout) ?? DEFAULTS.timeoutSeconds,
    servers: wholeOf('--servers', values.servers),
    parallel: wholeOf('--parallel', values.parallel),
    api: api === undefined ? undefined : choiceOf('--api', api, Object.keys(APIS) as Api[]),
    job: job === undefined ? undefined : choiceOf('--job', job, JOB_TOOLS),
    keyVariable: values['key-env'] ?? DEFAULTS.keyVariable,
  };
}

function loadsOf(
  users: string | undefined,
  rate: string | undefined,
  thinkTime: string | undefined,
): readonly LoadAsked[] | undefined {
  if (users !== undefined && rate !== undefined) {
    throw new Failure('--users and --rate conflict: measure one after the other', 'usage');
  }
  if (rate !== undefined) {
    return rate.split(',').map((each) => ({ kind: 'rate', perSecond: quantityOf('rate', each) }));
  }
  if (users === undefined) {
    if (thinkTime === undefined) return undefined;
    throw new Failure('--think-time goes with --users', 'usage');
  }
  const thinkTimeSeconds = thinkTime === undefined ? 0 : quantityOf('thinkTime', thinkTime);
  return users.split(',').map((each) => {
    const count = wholeOf('--users', each) ?? 1;
    return { kind: 'users', users: count, thinkTimeSeconds };
  });
}

/** Reads a value as a plan has it, above 0. */
function quantityOf(key: 'rate' | 'thinkTime', text: string): number {
  const shape = key === 'rate' ? OBSERVATION.rate.shape : WORKLOAD.thinkTime.shape;
  const parsed = shape.parse(text.trim(), key);
  if (!isIssue(parsed) && parsed.value.value > 0) return parsed.value.value;
  const [option, example] = key === 'rate' ? ['--rate', '4/s'] : ['--think-time', '2s'];
  throw new Failure(
    `${option} is a value such as ${example}, not ${JSON.stringify(text)}`,
    'usage',
  );
}

function lengthOf(option: string, text: string | undefined): LengthAsked | undefined {
  if (text === undefined) return undefined;
  const length = readLength(text);
  if (length) return length;
  throw new Failure(
    `${option} is a number of tokens such as 600, or 600:0.8, not ${JSON.stringify(text)}`,
    'usage',
  );
}

/** Reads the model of an engine: a name, a map of its architecture, or the path of a `config.json` beside the plan. */
import { readConfig } from '../../engine/catalog/readConfig';
import type { Architecture } from '../../engine/plan/architecture';
import { isConfigPath } from '../../engine/plan/configPath';
import type { KeyPath, Stated } from '../../engine/plan/plan';
import { ENGINE, EXPERTS, MODEL, STATES, WINDOWS } from '../fields/tables';
import { isInside, type PlanFiles } from '../planFiles';
import type { Amount } from '../quantities/amount';
import type { Range } from '../range';
import type { ProblemLog } from './problemLog';
import { reportMissing, type ReadContext } from './readContext';
import { readMap, readScalar, type Located } from './readMap';

interface ReadModel {
  readonly model?: Stated<string>;
  readonly architecture?: Architecture;
}

export function readModel(context: ReadContext, files: PlanFiles, log: ProblemLog): ReadModel {
  const { node, path, range } = context;
  if (node.kind === 'map') return readArchitecture(context, log);
  const name = readScalar(context, ENGINE.model.shape.scalar, 'model', log);
  if (!name) return {};
  const model = { value: name.value, path };
  if (!isConfigPath(name.value)) return { model };
  const architecture = readFile(name.value, { path, range }, files, log);
  return architecture ? { model, architecture } : { model };
}

interface Place {
  readonly path: KeyPath;
  readonly range: Range;
}

function readFile(
  file: string,
  place: Place,
  files: PlanFiles,
  log: ProblemLog,
): Architecture | undefined {
  const found = isInside(file) ? files.get(file) : ({ problem: 'outside' } as const);
  if (!found) return undefined;
  if ('observed' in found) return undefined;
  const read = 'text' in found ? readConfig(found.text) : found.problem;
  if (typeof read !== 'string') return read;
  log.add({ code: 'plan.file', args: { file, problem: read }, ...place });
  return undefined;
}

function readArchitecture(context: ReadContext, log: ProblemLog): ReadModel {
  const reading = readMap(context, MODEL, log);
  const { values } = reading;
  const { parameters, layers, kvHeads, latent } = values;
  const model = { value: values.name?.value ?? 'model', path: context.path };
  if (!kvHeads && !latent) {
    const isWritten = reading.isUnusable('kvHeads') || reading.isUnusable('latent');
    if (!isWritten) {
      reportMissing(log, context, { keys: ['kvHeads', 'latent'], need: 'one' }, reading.slips);
    }
    return { model };
  }
  if (!parameters || !layers) return { model };
  const experts = values.experts && readExperts(values.experts, log);
  const windows = values.windows && readMap(values.windows, WINDOWS, log).values;
  const states = values.states && readMap(values.states, STATES, log).values;
  const headSize = numberOf(values.headSize) ?? USUAL_HEAD;
  const heads = numberOf(values.heads) ?? numberOf(kvHeads) ?? USUAL_HEADS;
  const hiddenSize = numberOf(values.hiddenSize) ?? heads * headSize;
  const all = parameters.value.value;
  const architecture: Architecture = {
    parameters: all,
    activeParameters: numberOf(values.activeParameters) ?? all,
    layers: layers.value.value,
    hiddenSize,
    vocabulary: numberOf(values.vocabulary) ?? USUAL_VOCABULARY,
    tiedEmbeddings: values.tiedEmbeddings?.value ?? false,
    heads,
    kvHeads: numberOf(kvHeads) ?? heads,
    headSize,
    feedForward: numberOf(values.feedForward) ?? (experts ? 0 : Math.round(3.5 * hiddenSize)),
    contextTokens: numberOf(values.context),
    publishedAs: values.quantization?.value,
    latent: numberOf(latent),
    experts: experts && {
      ...experts,
      size:
        experts.size ?? experts.parameters / (3 * hiddenSize * layers.value.value * experts.count),
    },
    ...(windows?.layers &&
      windows.tokens && {
        windows: {
          layers: windows.layers.value.value,
          tokens: windows.tokens.value.value,
          kvHeads: numberOf(windows.kvHeads),
          headSize: numberOf(windows.headSize),
        },
      }),
    ...(states?.layers &&
      states.bytes && {
        states: { layers: states.layers.value.value, bytes: states.bytes.value.value },
      }),
    replicatedParameters: numberOf(values.replicatedParameters),
    encoderParameters: numberOf(values.encoderParameters),
  };
  return { model, architecture };
}

const [USUAL_HEAD, USUAL_HEADS, USUAL_VOCABULARY] = [128, 32, 131_072];

function readExperts(context: ReadContext, log: ProblemLog) {
  const { count, used, size, parameters } = readMap(context, EXPERTS, log).values;
  if (!count || !used || !parameters) return undefined;
  return {
    count: count.value.value,
    used: used.value.value,
    size: numberOf(size),
    parameters: parameters.value.value,
  };
}

function numberOf(located: Located<Amount> | undefined): number | undefined {
  return located?.value.value;
}

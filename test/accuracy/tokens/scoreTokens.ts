/** Scores predictions for measured servers from little of what was measured. */
import { FACTORS, type PriorFactors } from '../../../src/engine/curve/tokens/priorFactors';
import {
  fitServer,
  type Rung,
  type ServerEvidence,
  type ServerModel,
} from '../../../src/engine/curve/tokens/serverModel';
import type { MeasuredServer, Row } from './measuredServers';
import { SIMPLE_METHODS } from './simpleMethods';

export const MODES = [
  'all',
  'three',
  'two',
  'one',
  'unknown-gpu',
  'hardware',
  'other-gpu-0',
  'other-gpu-1',
] as const;
export type Mode = (typeof MODES)[number];
export type To = 'lengths' | 'loads';
export type Method = 'ours' | 'unchanged' | 'by-output' | 'line';
export const METRICS = ['latency', 'ttft', 'tpot'] as const;

export interface Prediction {
  readonly server: MeasuredServer;
  readonly mode: Mode;
  readonly to: To;
  readonly metric: (typeof METRICS)[number];
  readonly method: Method;
  readonly row: Row;
  readonly predicted: number;
  readonly measured: number;
  /** Whether the truth is in the band; undefined for methods without one. */
  readonly held: boolean | undefined;
  /** Upper end of the band. */
  readonly high: number | undefined;
  readonly rung: Rung;
}

/** @param isAsked Servers that are predicted; others are there to be like. */
export function predictAll(
  servers: readonly MeasuredServer[],
  factors: PriorFactors = FACTORS,
  isAsked: (server: MeasuredServer) => boolean = () => true,
): readonly Prediction[] {
  return servers
    .filter(isAsked)
    .flatMap((server) => [
      ...fromOwn(server, factors),
      ...fromHardware(server, factors),
      ...fromOthers(server, servers, factors),
    ]);
}

/** Given points at one pair of lengths. */
function fromOwn(server: MeasuredServer, factors: PriorFactors): Prediction[] {
  const known = server.facts.accelerator !== undefined && server.facts.model !== undefined;
  return pairsOf(server).flatMap((pair) => {
    const others = server.rows.filter((row) => !pair.includes(row));
    return (['all', 'three', 'two', 'one', 'unknown-gpu'] as const).flatMap((mode) => {
      const given = chooseGiven(pair, mode);
      if (given.length === 0 || (!known && mode !== 'unknown-gpu')) return [];
      const facts =
        mode === 'unknown-gpu' ? { ...server.facts, accelerator: undefined } : server.facts;
      const model = fitServer(evidenceOf({ ...server, facts }, given), factors);
      const rest = pair.filter((row) => !given.includes(row));
      return [
        ...score(server, mode, 'lengths', others, model, given),
        ...score(server, mode, 'loads', rest, model, given),
      ];
    });
  });
}

function fromHardware(server: MeasuredServer, factors: PriorFactors): Prediction[] {
  if (!server.facts.accelerator || !server.facts.model) return [];
  const model = fitServer(evidenceOf(server, []), factors);
  return score(server, 'hardware', 'lengths', server.rows, model, []);
}

/** Given all that was measured with the same model and engine on another GPU, and one point or none of its own. */
export function fromOthers(
  server: MeasuredServer,
  servers: readonly MeasuredServer[],
  factors: PriorFactors,
): Prediction[] {
  if (!server.facts.accelerator || !server.facts.model) return [];
  return likeServers(server, servers).flatMap((other) => {
    const like = evidenceOf(other, other.rows);
    const none = fitServer({ ...evidenceOf(server, []), like }, factors);
    const withOne = pairsOf(server).flatMap((pair) => {
      const given = chooseGiven(pair, 'one');
      const one = fitServer({ ...evidenceOf(server, given), like }, factors);
      const others = server.rows.filter((row) => !pair.includes(row));
      const rest = pair.filter((row) => !given.includes(row));
      return [
        ...score(server, 'other-gpu-1', 'lengths', others, one, given),
        ...score(server, 'other-gpu-1', 'loads', rest, one, given),
      ];
    });
    return [...score(server, 'other-gpu-0', 'lengths', server.rows, none, other.rows), ...withOne];
  });
}

/** What counts as measured, of a server that others are like. */
const LEAST_ROWS = 3;

/**
 * What people can name in `like`: GPUs of the same maker, one server of each. It has as many GPUs, and of several it is
 * the first of the same version.
 */
function likeServers(
  server: MeasuredServer,
  servers: readonly MeasuredServer[],
): readonly MeasuredServer[] {
  const version = ({ id }: MeasuredServer): string => id.replace(/^[^@]*/, '');
  const alike = servers.filter(
    (other) =>
      other.model === server.model &&
      other.engine === server.engine &&
      other.quantization === server.quantization &&
      other.gpus === server.gpus &&
      other.static === server.static &&
      other.gpu !== server.gpu &&
      other.rows.length >= LEAST_ROWS &&
      other.facts.accelerator?.vendor === server.facts.accelerator?.vendor,
  );
  return [...new Set(alike.map(({ gpu }) => gpu))].flatMap((gpu) => {
    const ofGpu = alike.filter((other) => other.gpu === gpu);
    return ofGpu.find((other) => version(other) === version(server)) ?? ofGpu.slice(0, 1);
  });
}

/** Rows at the same lengths, the lightest load first. */
function pairsOf({ rows }: MeasuredServer): readonly (readonly Row[])[] {
  const pairs = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.promptTokens}+${row.outputTokens}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  return [...pairs.values()].map((pair) => pair.sort((a, b) => a.load - b.load));
}

/** The lightest and the heaviest load, and the middle one. */
function chooseGiven(pair: readonly Row[], mode: Mode): readonly Row[] {
  const middle = pair[Math.floor(pair.length / 2)];
  const [first, last] = [pair[0], pair.at(-1)];
  if (!first || !last || !middle) return [];
  if (mode === 'one') return [middle];
  if (mode === 'two') return pair.length >= 2 ? [first, last] : [];
  if (mode === 'three') return pair.length >= 3 ? [first, middle, last] : [];
  return pair;
}

function evidenceOf(server: MeasuredServer, rows: readonly Row[]): ServerEvidence {
  const { engine, facts } = server;
  return { engine, hardware: facts, observations: rows, startsTogether: server.static };
}

function score(
  server: MeasuredServer,
  mode: Mode,
  to: To,
  rows: readonly Row[],
  model: ServerModel,
  given: readonly Row[],
): Prediction[] {
  return rows.flatMap((row) => {
    const times = model.at(row);
    return METRICS.flatMap((metric) => {
      const measured = row[metric];
      if (measured === undefined) return [];
      const { value, low, high } = times[metric];
      const common = { server, mode, to, metric, row, measured, rung: times.rung };
      const held = low <= measured && measured <= high;
      const ours: Prediction = { ...common, method: 'ours', predicted: value, held, high };
      const simple = SIMPLE_METHODS.flatMap(({ method, predict }): Prediction[] => {
        const predicted = predict(given, row, metric);
        return predicted === undefined
          ? []
          : [{ ...common, method, predicted, held: undefined, high: undefined }];
      });
      return [ours, ...simple];
    });
  });
}

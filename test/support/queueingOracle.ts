/**
 * Compares our models with cases from other people's software (GNU Octave's `queueing` package). Cases are one JSON
 * object a line. Used by the unit test and by `npm run oracle`.
 */
import { solveClosedNodes } from '../../src/engine/queueing/closedNodes';
import { solveOpenNodes } from '../../src/engine/queueing/openNodes';
import type { QueueFigures } from '../../src/engine/queueing/queueFigures';
import { exactClosed } from './exactClosed';
import { erlangC } from './queueing/erlangC';
import { finiteRoom } from './queueing/finiteRoom';
import { pollaczekKhinchine } from './queueing/pollaczekKhinchine';

export interface OracleCase {
  readonly model: string;
  readonly [quantity: string]: string | number;
}

export interface Comparison {
  readonly model: string;
  readonly quantity: string;
  readonly expected: number;
  readonly actual: number;
  /** Relative error, or 0 if both agree to 1e-9 on something smaller than that. */
  readonly error: number;
}

export const LARGEST_ERROR = 1e-6;

const SMALLEST = 1e-9;

/** Expected quantities, by their name in a case and in ours. */
const QUANTITIES: readonly (readonly [string, keyof QueueFigures])[] = [
  ['utilisation', 'utilisation'],
  ['responseTime', 'responseTime'],
  ['inSystem', 'inSystem'],
  ['inNode', 'inSystem'],
  ['active', 'active'],
  ['throughput', 'throughput'],
  ['waitProbability', 'waitProbability'],
  ['rejectProbability', 'rejectProbability'],
];

export function readOracle(text: string): OracleCase[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as OracleCase);
}

/** Returns one comparison for each quantity that the case states. */
export function compareWithOracle(oracleCase: OracleCase): Comparison[] {
  const figures = solve(oracleCase);
  return QUANTITIES.flatMap(([quantity, name]) => {
    const expected = oracleCase[quantity];
    if (typeof expected !== 'number') return [];
    const actual = figures?.[name] ?? Number.NaN;
    const { model } = oracleCase;
    return [{ model, quantity, expected, actual, error: errorOf(actual, expected) }];
  });
}

/**
 * Returns true if the case misses our tolerance only because it is itself wrong. Exact arithmetic refutes a `closed`
 * case.
 */
export function isRefuted(oracleCase: OracleCase): boolean {
  if (!compareWithOracle(oracleCase).some(({ error }) => error > LARGEST_ERROR)) return false;
  if (oracleCase.model !== 'closed' || oracleCase.thinkTime === 0) return false;
  const of = (key: string): number => Number(oracleCase[key]);
  const exact = exactClosed({
    users: of('users'),
    thinkTime: of('thinkTime'),
    slots: of('slots'),
    soloLatency: of('soloLatency'),
    slope: of('slope'),
  });
  const corrected = { ...oracleCase, ...exact };
  return compareWithOracle(corrected).every(({ error }) => error <= LARGEST_ERROR);
}

function solve(oracleCase: OracleCase): QueueFigures | undefined {
  const of = (key: string): number => Number(oracleCase[key]);
  const markov = {
    arrivalRate: of('arrivalRate'),
    serviceTime: of('serviceTime'),
    servers: of('servers'),
  };
  const node = {
    servers: 1,
    slots: of('slots'),
    throughput: (b: number) => b / (of('soloLatency') * (1 + of('slope') * (b - 1))),
  };
  switch (oracleCase.model) {
    case 'M/M/c':
      return erlangC(markov);
    case 'M/M/c/K':
      return finiteRoom({ ...markov, room: of('room') });
    case 'M/G/1':
      return pollaczekKhinchine({ ...markov, serviceCv: of('serviceCv') });
    case 'closed':
      return solveClosedNodes({
        ...node,
        maxQueue: Infinity,
        users: of('users'),
        thinkTime: of('thinkTime'),
      });
    case 'open':
      return solveOpenNodes({ ...node, ...markov, maxQueue: of('room') - of('slots'), servers: 1 });
    default:
      throw new RangeError(`no such model: ${oracleCase.model}`);
  }
}

function errorOf(actual: number, expected: number): number {
  const difference = Math.abs(actual - expected);
  if (Math.abs(expected) < SMALLEST && difference <= SMALLEST) return 0;
  const error = expected === 0 ? Infinity : difference / Math.abs(expected);
  return Number.isNaN(error) ? Infinity : error;
}

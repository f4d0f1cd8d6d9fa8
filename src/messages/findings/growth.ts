/** Words for findings about a workload that grows. */
import type { FindingArgs } from '../../lint/finding';
import { formatFigure, formatFigureValue } from '../figures';
import { breakMonth, mayLastLonger } from '../growth';
import { describeBadged } from '../verdictReasons';
import { describeFoundQuantity, describeLimit } from '../verdicts';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { quote } from './words';
import { sentences } from '../sentences';

type BreakArgs = FindingArgs['workload.fleet-breaks'];

export const GROWTH_WORDS = {
  'workload.fleet-breaks': (args: BreakArgs) => {
    const { scenario, breaks, growth, horizon, needed } = args;
    return sentences(
      `${quote(scenario.spec.name)} ${describeEnd(breaks)} in ${breakMonth(breaks)} (${askedThen(breaks)}; ${formatFigure(breaks.nodes)})`,
      whyBroken(breaks),
      `growth is ${formatFigure(growth)} a month`,
      needed &&
        `raise \`nodes\` or plan an upgrade: it needs ${formatFigure(needed)} in ${formatFigure(horizon)}`,
    );
  },
  'workload.no-growth': () =>
    sentences('`horizon` does nothing without `growth`', 'add `growth`, such as `5%/month`'),
} as const;

function describeEnd({ because }: BreakArgs['breaks']): string {
  return because === 'target' ? 'misses its target' : 'runs out of capacity';
}

/** Returns `peak 443 req/s`, `101 users`. */
function askedThen({ asked }: BreakArgs['breaks']): string {
  return asked.unit === 'users' ? formatFigure(asked) : `peak ${formatFigureValue(asked)} req/s`;
}

function whyBroken(breaks: BreakArgs['breaks']): string | undefined {
  const { because, then } = breaks;
  switch (because) {
    case 'overloaded':
      return mayLastLonger(breaks) ? 'it may last longer: its capacity is only a bound' : undefined;
    case 'slots':
      return then.slots && then.inFlight
        ? `${formatFigureValue(then.inFlight)} concurrent requests then exceed ${formatFigure(then.slots)}`
        : undefined;
    case 'target':
      return missedTarget(then);
  }
}

function missedTarget(then: BreakArgs['breaks']['then']): string | undefined {
  const verdict = verdictOf(then);
  const missed = verdict?.objectives.find(({ outcome }) => outcome === 'misses');
  if (!verdict || !missed?.figure) return undefined;
  const { objective, figure } = missed;
  return `${quote(verdict.target.name)} then has ${describeFoundQuantity(objective)} ${describeBadged(figure, [objective])}, limit ${describeLimit(objective)}`;
}

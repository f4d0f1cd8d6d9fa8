/** Words for findings about a workload that grows. */
import { t } from '@vscode/l10n';
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
    const { breaks, growth, horizon, needed } = args;
    return sentences(
      describeEnd(args),
      whyBroken(breaks),
      t`growth is ${formatFigure(growth)} a month`,
      needed &&
        t`raise \`nodes\` or plan an upgrade: it needs ${formatFigure(needed)} in ${formatFigure(horizon)}`,
    );
  },
  'workload.no-growth': () =>
    sentences(
      t`\`horizon\` does nothing without \`growth\``,
      t`add \`growth\`, such as \`5%/month\``,
    ),
} as const;

function describeEnd({ scenario, breaks }: BreakArgs): string {
  const name = quote(scenario.spec.name);
  const [asked, nodes] = [askedThen(breaks), formatFigure(breaks.nodes)];
  return breaks.because === 'target'
    ? t`${name} misses its target in ${breakMonth(breaks)} (${asked}; ${nodes})`
    : t`${name} runs out of capacity in ${breakMonth(breaks)} (${asked}; ${nodes})`;
}

/** Returns `peak 443 req/s`, `101 users`. */
function askedThen({ asked }: BreakArgs['breaks']): string {
  return asked.unit === 'users' ? formatFigure(asked) : t`peak ${formatFigureValue(asked)} req/s`;
}

function whyBroken(breaks: BreakArgs['breaks']): string | undefined {
  const { because, then } = breaks;
  switch (because) {
    case 'overloaded':
      return mayLastLonger(breaks)
        ? t`it may last longer: its capacity is only a bound`
        : undefined;
    case 'slots':
      return then.slots && then.inFlight
        ? t`${formatFigureValue(then.inFlight)} concurrent requests then exceed ${formatFigure(then.slots)}`
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
  return t`${quote(verdict.target.name)} then has ${describeFoundQuantity(objective)} ${describeBadged(figure, [objective])}, limit ${describeLimit(objective)}`;
}

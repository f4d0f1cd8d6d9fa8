/** Words for findings about a workload that grows. */
import type { FindingArgs } from '../../lint/finding';
import { formatFigure } from '../figures';
import { breakMonth, mayLastLonger } from '../growth';
import { describeFigure } from '../verdictReasons';
import { describeObjective } from '../verdicts';
import { verdictOf } from '../../engine/assess/ownVerdict';
import { quote } from './words';
import { sentences } from '../sentences';

type BreakArgs = FindingArgs['workload.fleet-breaks'];

export const GROWTH_WORDS = {
  'workload.fleet-breaks': (args: BreakArgs) => {
    const { scenario, breaks, growth, horizon, needed } = args;
    return sentences(
      `${quote(scenario.spec.name)} breaks in ${breakMonth(breaks)}: at ${formatFigure(growth)} a month ${askedThen(breaks)}, and ${whyBroken(args)}`,
      needed &&
        `sized for it, it takes ${formatFigure(needed)} in ${formatFigure(horizon)}; raise \`nodes\`, or plan for more before then`,
    );
  },
  'workload.no-growth': () =>
    sentences(
      '`horizon` says how far `growth` is looked at, and there is none',
      'state `growth`, such as `5%/month`',
    ),
} as const;

function askedThen({ asked }: BreakArgs['breaks']): string {
  return asked.unit === 'users'
    ? `there are ${formatFigure(asked)} then`
    : `${formatFigure(asked)} arrive then at the peak`;
}

function whyBroken({ breaks }: BreakArgs): string {
  const { because, then, nodes } = breaks;
  const fleet = formatFigure(nodes);
  switch (because) {
    case 'overloaded':
      return mayLastLonger(breaks)
        ? `nothing that is known shows that ${fleet} can answer them`
        : `${fleet} cannot answer them`;
    case 'slots':
      return `${fleet} ${nodes.value === 1 ? 'has' : 'have'} ${then.slots ? formatFigure(then.slots) : 'too few slots'} for ${then.inFlight ? `${formatFigure(then.inFlight)} in flight` : 'them'}`;
    case 'target':
      return missedTarget(`${fleet} ${nodes.value === 1 ? 'misses' : 'miss'}`, then);
  }
}

function missedTarget(fleetMisses: string, then: BreakArgs['breaks']['then']): string {
  const verdict = verdictOf(then);
  const missed = verdict?.objectives.find(({ outcome }) => outcome === 'misses');
  const target = verdict ? ` target ${quote(verdict.target.name)}` : ' the target';
  const limit = missed ? `: limit ${describeObjective(missed.objective)}` : '';
  const found = missed?.figure ? `, it is ${describeFigure(missed.figure)}` : '';
  return `${fleetMisses}${target}${limit}${found}`;
}

/** Words for findings that another one leads: what they add, in a sentence. */
import { t } from '@vscode/l10n';
import type { TimeFinding } from '../../lint/finding';
import type { SharedArgs } from '../../lint/rules/shared/objectiveArgs';
import { listOf, sentences } from '../sentences';
import { describeLimitOf } from '../verdicts';
import { describeTried } from './target';
import { describeReach } from './scenario';

export function describeMerged({ code, args }: TimeFinding): string {
  switch (code) {
    case 'target.latency-missed':
      return sentences(t`it misses ${limitsOf(args)}`);
    case 'target.likely-missed':
      return sentences(t`it likely misses ${limitsOf(args)}`);
    case 'target.unknown':
      return sentences(t`${limitsOf(args)} is undecided`);
    case 'target.unverified':
      return sentences(t`${describeLimitOf(args.verdict.objective)} is unverified`);
    case 'target.infeasible':
      return args.about === 'scenario' ? describeTried(args) : '';
    case 'scenario.extrapolated':
      return sentences(describeReach(args));
  }
}

function limitsOf({ verdict, others }: SharedArgs): string {
  return listOf([verdict, ...others].map(({ objective }) => describeLimitOf(objective)));
}

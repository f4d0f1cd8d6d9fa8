/** Says what to change if no known option meets a target. */
import { t } from '@vscode/l10n';
import { OBJECTIVE_KINDS, type Objective } from '../engine/plan/plan';
import type { TargetRecommendation, Option } from '../engine/recommend/recommendation';
import { describeLevers } from '../messages/levers';
import { bullets, listWords } from '../messages/markdown';
import { nameOf, objectivesText } from './words';

type EngineRow = TargetRecommendation['byEngine'][number];

/** Writes a line for each kind of missed objective, with the engines that miss it. */
export function leversText(byEngine: readonly EngineRow[]): string | undefined {
  const missing = byEngine.flatMap(({ recommendation }) =>
    recommendation.kind === 'none' && recommendation.because === 'misses' && recommendation.nearest
      ? [recommendation.nearest]
      : [],
  );
  const lines = OBJECTIVE_KINDS.flatMap((kind) => {
    const options = missing.filter((option) => misses(option, kind));
    return options.length > 0 ? [leverLine(kind, options)] : [];
  });
  return lines.length > 0 ? bullets(lines) : undefined;
}

/** Tells if an option misses an objective of this kind. */
function misses({ verdict }: Option, kind: Objective['kind']): boolean {
  return verdict.objectives.some(
    ({ objective, outcome }) => objective.kind === kind && outcome === 'misses',
  );
}

function leverLine(kind: Objective['kind'], options: readonly Option[]): string {
  const names = listWords(options.map(({ engine }) => nameOf(engine.spec)));
  const [first] = options;
  const limits = first
    ? objectivesText({
        ...first.verdict.target,
        objectives: first.verdict.target.objectives.filter((each) => each.kind === kind),
      })
    : kind;
  return kind === 'budget'
    ? t`No known option on ${names} keeps ${limits}. Try ${describeLevers(kind)}.`
    : t`No known \`parallel\` or number of nodes gives ${limits} on ${names}. Try ${describeLevers(kind)}.`;
}

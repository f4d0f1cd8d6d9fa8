/** Shows for each target the best option on every engine, and what to change if there is none. */
import { t } from '@vscode/l10n';
import { verdictText } from '../charts/scenarioColumns';
import type { Assessment } from '../engine/assess/assessment';
import { shownTime, timeOf } from '../engine/assess/shownTime';
import type { Figure } from '../engine/figure/figure';
import type { Target } from '../engine/plan/plan';
import { recommend } from '../engine/recommend/recommend';
import type {
  TargetRecommendation,
  Recommendation,
  Option,
} from '../engine/recommend/recommendation';
import { limitsOn } from '../messages/formatAgainstLimits';
import { blocks, bold, escapeSentence, type Column } from '../messages/markdown';
import { nothingFits } from '../messages/memory';
import { describeReasons } from '../messages/reasons';
import { titleOfTime } from '../messages/verdicts';
import { noAnswerText } from './answers';
import { leversText } from './levers';
import { tables } from './tables';
import { countText, figureText, knownText, nameOf, objectivesText } from './words';

export function recommendationSection(assessment: Assessment): string | undefined {
  const recommendations = recommend(assessment);
  if (recommendations.length === 0) return undefined;
  return blocks(`## ${t`Recommendation`}`, ...recommendations.map(targetBlock));
}

type EngineRow = TargetRecommendation['byEngine'][number];

function targetBlock({ target, overall, byEngine }: TargetRecommendation): string {
  const best = overall.kind === 'option' ? overall.option : undefined;
  return blocks(
    `### ${nameOf(target)}: ${objectivesText(target)}`,
    bestText(overall, byEngine),
    tables(columnsFor(target, best), byEngine),
    leversText(byEngine),
  );
}

/** Compares the cost of the best with the next best. */
function bestText(overall: Recommendation, byEngine: readonly EngineRow[]): string {
  if (overall.kind === 'none') return noAnswerText(overall);
  const { option } = overall;
  const name = bold(nameOf(option.engine.spec));
  const what = t`${name} with ${bold(figureText(option.nodes))} at \`parallel\` ${option.parallel}`;
  if (!option.cost) return `${what}.`;
  const others = byEngine
    .flatMap(({ recommendation }) =>
      recommendation.kind === 'option' ? [recommendation.option] : [],
    )
    .filter((other) => other !== option && other.cost !== undefined)
    .sort((a, b) => costOf(a) - costOf(b));
  const [next] = others;
  const cost = `${bold(figureText(option.cost.perHour))}, ${figureText(option.cost.perMonth)}`;
  return next
    ? t`${what}: ${cost}, against ${figureText(next.cost?.perHour)} on ${nameOf(next.engine.spec)}, the next.`
    : `${what}: ${cost}.`;
}

function columnsFor(target: Target, best: Option | undefined): readonly Column<EngineRow>[] {
  const time = shownTime([target]);
  const timeOfOption = ({ latency, verdict }: Option): Figure | undefined =>
    timeOf({ latency, verdicts: [verdict] }, time);
  return [
    {
      title: t`Engine`,
      cell: ({ engine, recommendation }) => {
        const name = nameOf(engine.spec);
        return best && optionOf(recommendation) === best ? bold(name) : name;
      },
    },
    { title: '`parallel`', align: 'right', cell: cellOf(({ parallel }) => String(parallel)) },
    { title: t`Nodes`, align: 'right', cell: cellOf(({ nodes }) => countText(nodes)) },
    {
      title: t`Cost`,
      align: 'right',
      cell: cellOf(({ cost, verdict }) =>
        figureText(cost?.perHour, limitsOn('budget', [verdict.target])),
      ),
    },
    {
      title: titleOfTime(time),
      align: 'right',
      cell: cellOf((option) =>
        figureText(timeOfOption(option), limitsOn(time, [option.verdict.target])),
      ),
    },
    { title: t`Known`, cell: cellOf((option) => knownText(timeOfOption(option))) },
    { title: t`Verdict`, cell: cellOf(({ verdict }) => verdictText(verdict)) },
    { title: t`Because`, cell: becauseText },
  ];
}

/** Says why the verdict is not better known, or why there is none. */
function becauseText(row: EngineRow): string {
  const { recommendation } = row;
  if (recommendation.kind === 'none' && recommendation.because === 'memory') {
    return escapeSentence(nothingFits());
  }
  return cellOf(({ verdict }) => escapeSentence(describeReasons(verdict)) || '–')(row);
}

/** Writes a cell of an engine's option, or of its closest option. */
function cellOf(cell: (option: Option) => string): (row: EngineRow) => string {
  return ({ recommendation }) => {
    const option = optionOf(recommendation);
    return option ? cell(option) : '–';
  };
}

function optionOf(recommendation: Recommendation): Option | undefined {
  return recommendation.kind === 'option' ? recommendation.option : recommendation.nearest;
}

function costOf({ cost }: Option): number {
  return cost?.perHour.value ?? Number.POSITIVE_INFINITY;
}

/** Lists what may make the decision wrong: weak evidence, findings on what it is based on, no spare, more load. */
import { t } from '@vscode/l10n';
import type { Assessment } from '../engine/assess/assessment';
import { sensitivityOf } from '../engine/explore/sensitivity';
import { clearlyLess } from '../engine/util/rounding';
import type { Option } from '../engine/recommend/recommendation';
import type { Analysis } from '../lint/analysis';
import { SEVERITIES, type Finding } from '../lint/finding';
import { describeFinding } from '../messages/findings';
import { formatAgainstLimits } from '../messages/formatAgainstLimits';
import { escapeSentence } from '../messages/markdown';
import { splitPath } from '../plan/keyPath';
import { describeChange } from '../messages/sensitivity';
import { nameOfKind } from '../messages/verdicts';
import { limitingTime } from './decision';
import { figureText, knownText, nameOf } from './words';

const MOST_RISKS = 3;

/** Returns the largest risks, the largest first, each in a sentence or two. */
export function riskLines(
  { assessment, findings }: Analysis,
  chosen: readonly Option[],
): readonly string[] {
  if (!assessment) return [];
  const about = [...findings].filter((finding) => isAbout(finding, chosen));
  const sorted = about.sort((a, b) => rankOf(a) - rankOf(b));
  const grave = sorted.filter(({ severity, code }) => severity !== 'hint' || IS_GRAVE.has(code));
  const slight = sorted.filter((finding) => !grave.includes(finding));
  const lines = [
    ...chosen.flatMap(evidenceRisk),
    ...grave.map(firstSentence),
    ...chosen.flatMap((option) => loadRisk(assessment, option)),
    ...slight.map(firstSentence),
  ];
  return [...new Set(lines)].slice(0, MOST_RISKS);
}

/** Rules that people should see whatever their level. */
const IS_GRAVE: ReadonlySet<string> = new Set(['scenario.no-spare']);

/** Rules that say of the decision what the page says elsewhere. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'target.unverified',
  'target.unknown',
  'scenario.dominated',
]);

function rankOf({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

/** Tells if a finding is on the decision: its scenario, engine, node, or what all scenarios share. */
function isAbout({ path, code }: Finding, chosen: readonly Option[]): boolean {
  if (SAID_ELSEWHERE.has(code)) return false;
  if (chosen.length === 0 || !path) return true;
  const [part, name] = splitPath(path);
  if (name === undefined) return true;
  if (part === 'scenarios') return chosen.some(({ scenario }) => scenario?.name === name);
  if (part === 'engines') return chosen.some(({ engine }) => engine.spec.name === name);
  if (part === 'nodes') return chosen.some(({ engine }) => engine.spec.node?.name === name);
  return true;
}

/** Returns the first sentence: findings begin with what is wrong. A long one ends where its reasons begin. */
function firstSentence(finding: Finding): string {
  const [first = ''] = describeFinding(finding).split(/(?<=\.) (?=[A-ZÄÖÜ`])/);
  const isLong = first.split(' ').length > MOST_WORDS;
  return escapeSentence(isLong ? first.replace(/[:;] .*$/, '.') : first);
}

const MOST_WORDS = 25;

/** Says it once for an engine, by the figure that limits its first option. */
function evidenceRisk(
  { verdict, engine }: Option,
  index: number,
  chosen: readonly Option[],
): readonly string[] {
  const limiting = verdict.verified ? undefined : limitingTime(verdict);
  const isFirst = chosen.findIndex((other) => other.engine === engine) === index;
  if (!limiting?.figure || !isFirst) return [];
  const { objective, figure } = limiting;
  const [kind, name] = [nameOfKind(objective.kind), nameOf(engine.spec)];
  return [
    t`No benchmark verifies the ${kind} of ${name}: ${figureText(figure, [objective])} is ${knownText(figure)}.`,
  ];
}

/** Says what a little more load costs, or less think time. */
function loadRisk(assessment: Assessment, { scenario }: Option): readonly string[] {
  const assessed = assessment.scenarios.find(({ spec }) => spec === scenario);
  if (!assessed || scenario === undefined) return [];
  const worse = sensitivityOf(assessment, assessed).find(
    ({ lever, nodes }) =>
      lever !== 'price' &&
      lever !== 'headroom' &&
      clearlyLess(nodes.before.value, nodes.after.value),
  );
  if (!worse) return [];
  const { nodes, costPerMonth } = worse;
  const needed = formatAgainstLimits(nodes.after, []);
  const risk = costPerMonth
    ? t`With ${describeChange(worse)} it needs ${needed}, ${formatAgainstLimits(costPerMonth.after, [])}.`
    : t`With ${describeChange(worse)} it needs ${needed}.`;
  return [escapeSentence(risk)];
}

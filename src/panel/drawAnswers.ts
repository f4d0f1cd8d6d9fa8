/** The answer for each target in two lines: what to run, and how well that is known; or why there is none. */
import { formatBeside, limitsOn } from '../catalogue/besideLimits';
import { describeKnown, formatFigure } from '../catalogue/figures';
import { describeLevers } from '../catalogue/levers';
import { describeRuledOut, NOTHING_FITS } from '../catalogue/memory';
import { describeObjective, describeReason, outcomeMark } from '../catalogue/verdicts';
import type {
  Assessment,
  NoRecommendation,
  Option,
  Recommendation,
  TargetRecommendation,
  TargetVerdict,
} from '../engine/assessment';
import { bindingObjective } from '../engine/binding';
import { recommend } from '../engine/recommend';
import type { Answer } from './picture';
import type { Places } from './places';

export function drawAnswers(assessment: Assessment, places: Places): readonly Answer[] {
  return recommend(assessment).map((found) => drawAnswer(found, places));
}

function drawAnswer({ target, overall }: TargetRecommendation, places: Places): Answer {
  return {
    target: target.name,
    objectives: target.objectives.map(describeObjective).join(', '),
    mark: markOf(overall),
    verified: overall.kind === 'option' && overall.option.verdict.verified,
    headline: describeAnswer(overall),
    detail: overall.kind === 'option' ? optionDetail(overall.option) : noneDetail(overall),
    scenario: overall.kind === 'option' ? overall.option.scenario?.name : undefined,
    range: places.rangeOf(target.path, 'key'),
  };
}

/** `vllm · parallel 50 · 20 nodes · $30.00/h`; or that there is no answer, and why. */
export function describeAnswer(recommendation: Recommendation): string {
  if (recommendation.kind === 'none') return NO_ANSWER[recommendation.because];
  const { engine, parallel, nodes, cost, verdict } = recommendation.option;
  const budgets = limitsOn('budget', [verdict.target]);
  return [
    engine.engine.name,
    `parallel ${parallel}`,
    formatFigure(nodes),
    ...(cost ? [formatBeside(cost.perHour, budgets)] : []),
  ].join(' · ');
}

const NO_ANSWER: Readonly<Record<NoRecommendation, string>> = {
  misses: 'Nothing that is known meets it',
  unknown: 'What is known does not decide it',
  memory: `Nothing meets it: ${NOTHING_FITS}`,
  'no-workload': 'The plan does not say what is asked of the service',
  'no-engines': 'The plan has no engine',
  currencies: 'Several engines meet it, but their prices cannot be compared',
};

function markOf(recommendation: Recommendation): Answer['mark'] {
  if (recommendation.kind === 'option') return outcomeMark(recommendation.option.verdict);
  return recommendation.because === 'misses' || recommendation.because === 'memory' ? '✗' : '?';
}

function optionDetail(option: Option): string {
  const { verdict } = option;
  const latency = latencyWords(option);
  const speed = latency === undefined ? 'Latency unknown.' : `Latency ${latency}.`;
  return sentences(speed, howSure(verdict), bindingText(verdict), ruledOut(option));
}

function noneDetail({ because, nearest }: Extract<Recommendation, { kind: 'none' }>): string {
  if (!nearest)
    return because === 'currencies' ? 'Prices are missing, or in several currencies.' : '';
  const { verdict } = nearest;
  const latency = latencyWords(nearest);
  const speed = latency === undefined ? '' : `, latency ${latency}`;
  const option = `${describeAnswer({ kind: 'option', option: nearest })}${speed}`;
  if (because !== 'misses') {
    return sentences(`The nearest: ${option}.`, howSure(verdict), ruledOut(nearest));
  }
  const missed = verdict.objectives
    .filter(({ outcome }) => outcome === 'misses')
    .map(({ objective }) => objective.kind);
  const could = [...new Set(missed.map(describeLevers))].join('; ');
  return sentences(
    `The nearest: ${option}.`,
    could && `What could help: ${could}.`,
    ruledOut(nearest),
  );
}

/** `below 1 s (reported)`. */
function latencyWords({ latency, verdict }: Option): string | undefined {
  const limits = limitsOn('latency', [verdict.target]);
  return latency && `${formatBeside(latency, limits)} (${describeKnown(latency)})`;
}

/** Nobody reads that a target is met without hearing how well that is known. */
function howSure(verdict: TargetVerdict): string {
  if (verdict.verified) return 'Verified by measurement.';
  const reasons = verdict.objectives
    .filter(({ outcome, verified }) => outcome === verdict.outcome && !verified)
    .flatMap((objective) => objective.reasons.map((reason) => describeReason(reason, objective)));
  const why = [...new Set(reasons)].join('; ');
  const what = verdict.outcome === 'unknown' ? 'Not decided' : 'Unverified';
  return why === '' ? `${what}.` : `${what}: ${why}.`;
}

function bindingText(verdict: TargetVerdict): string {
  const binding = bindingObjective(verdict);
  return binding?.figure
    ? `The tightest limit is ${describeObjective(binding.objective)}, at ${formatBeside(binding.figure, [binding.objective])}.`
    : '';
}

/** What memory kept out of the search. */
function ruledOut({ slotsThatFit }: Option): string {
  if (!slotsThatFit) return '';
  const text = describeRuledOut(slotsThatFit);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function sentences(...each: readonly string[]): string {
  return each.filter((sentence) => sentence !== '').join(' ');
}

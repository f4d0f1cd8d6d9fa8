/**
 * Gives a second opinion if a benchmark ran with fewer requests in flight than its scenario. Latency that the plan
 * assumes to follow the slots may then follow the load.
 */
import { t } from '@vscode/l10n';
import type { ScenarioAssessment, Assessment } from '../engine/assess/assessment';
import { judgeByLoad, type ByLoadOpinion } from '../engine/explore/byLoad';
import type { TargetVerdict } from '../engine/verdict/verdict';
import { describeBasis } from '../messages/byLoad';
import { bold, listWords } from '../messages/markdown';
import { describeOutcome } from '../messages/verdicts';
import { cutLines } from './cut';
import { figureText, nameOf } from './words';

export function secondOpinionLines({ scenarios }: Assessment): readonly string[] {
  const lighter = scenarios.filter(
    ({ engine, latency }) =>
      engine.curve.follows === 'parallel' && latency?.provenance.caveats.includes('lighter-load'),
  );
  return cutLines(lighter.map(opinionLine).filter((line) => line !== ''));
}

function opinionLine(scenario: ScenarioAssessment): string {
  const opinions = judgeByLoad(scenario).map(opinionText);
  return opinions.length === 0
    ? ''
    : t`${bold(nameOf(scenario.spec))} would take ${listWords(opinions)}.`;
}

function opinionText(opinion: ByLoadOpinion): string {
  const { latency, verdicts } = opinion;
  const judged = verdicts.length > 0 ? ` (${verdicts.map(judgedText).join(', ')})` : '';
  return `${figureText(latency)} ${describeBasis(opinion)}${judged}`;
}

function judgedText(verdict: TargetVerdict): string {
  return `${describeOutcome(verdict)} ${nameOf(verdict.target)}`;
}

/** Writes the answer for each target, in a sentence for each relevant engine. */
import type { Assessment } from '../engine/assess/assessment';
import { recommend } from '../engine/recommend/recommend';
import type { TargetRecommendation } from '../engine/recommend/recommendation';
import { blocks, bold, bullets } from '../messages/markdown';
import { answerOnEngine, answerText } from './answers';
import { nameOf, objectivesText } from './words';

export function summarySection(assessment: Assessment): string {
  const answers = recommend(assessment).map(answerBullet);
  return blocks('## Summary', answers.length > 0 ? bullets(answers) : NO_TARGETS);
}

const NO_TARGETS =
  'The plan names no target, so there is nothing to recommend a configuration for. What its scenarios need and how fast they are follows below.';

function answerBullet({ target, overall, byEngine }: TargetRecommendation): string {
  const best = `${bold(nameOf(target))} (${objectivesText(target)}): ${answerText(overall)}`;
  const others = byEngine
    .filter(({ recommendation }) => !isSame(recommendation, overall))
    .map(
      ({ engine, recommendation }) =>
        `  - On ${nameOf(engine.spec)}: ${answerOnEngine(recommendation)}`,
    );
  return [best, ...others].join('\n');
}

/** Tells if the best over all engines is the best of this engine. */
function isSame(a: TargetRecommendation['overall'], b: TargetRecommendation['overall']): boolean {
  if (a.kind === 'option' && b.kind === 'option') return a.option === b.option;
  return a === b;
}

/** Builds everything that the panel shows of a plan, from one reading of it. */
import { t } from '@vscode/l10n';
import { describeFinding } from '../messages/findings';
import { answerOptions } from '../charts/answerOptions';
import { quickCharts } from '../charts/drawCharts';
import type { Assessment } from '../engine/assess/assessment';
import type { Analysis } from '../lint/analysis';
import { findNode } from '../plan/positions';
import { drawAnswers } from './drawAnswers';
import { drawFindings } from './drawFindings';
import { drawScenarios, drawScenarioTable, NO_SCENARIOS } from './drawScenarios';
import type { Picture } from './picture';
import { placesIn, type Places } from './places';
import { limitPathsOf, whatIfFields } from './whatIf/fields';

/**
 * @param analysis Reading of the current text.
 * @param lastGood The last analysis with an assessment, shown while the text is broken.
 * @param hasAnswers False to leave out the answers, which have to be searched for.
 */
export function drawPicture(
  analysis: Analysis,
  lastGood: Analysis | undefined,
  fileName: string,
  hasAnswers = true,
): Picture {
  const { assessment, document } = analysis;
  if (assessment) {
    return {
      ...drawPlan(analysis, assessment, document, hasAnswers),
      fileName,
      findings: drawFindings(analysis),
    };
  }
  const reason = brokenBecause(analysis);
  if (lastGood?.assessment && !isEmpty(analysis)) {
    const places = placesIn(document.text, lastGood.document);
    const before = drawPlan(lastGood, lastGood.assessment, places, hasAnswers);
    return { ...before, fileName, findings: drawFindings(analysis), outOfDate: reason };
  }
  return {
    ...emptyPicture(fileName),
    nothing: isEmpty(analysis) ? emptyWords() : t`The plan cannot be read yet. ${reason}`,
    findings: drawFindings(analysis),
  };
}

function drawPlan(
  analysis: Analysis,
  assessment: Assessment,
  places: Places,
  hasAnswers: boolean,
): Omit<Picture, 'fileName' | 'findings'> {
  const whatIf = whatIfFields(analysis);
  const paths = new Set(whatIf.map(({ path }) => path));
  const hasScenarios = assessment.scenarios.length > 0;
  return {
    title: assessment.plan.title,
    outOfDate: undefined,
    nothing: hasScenarios ? undefined : nothingWords(assessment, analysis),
    answers: hasAnswers ? drawAnswers(assessment, places) : undefined,
    scenarios: drawScenarios(assessment, places, paths),
    scenarioTable: hasScenarios
      ? drawScenarioTable(assessment, hasAnswers ? answerOptions(assessment) : [])
      : NO_SCENARIOS,
    charts: hasScenarios ? quickCharts(assessment, hasAnswers) : [],
    pending: hasScenarios || !hasAnswers,
    whatIf,
    limits: limitPathsOf(assessment).filter((path) => paths.has(path)),
  };
}

/** Returns a picture that shows nothing and gives no reason. */
export function emptyPicture(fileName: string): Picture {
  return { ...EMPTY, fileName };
}

const EMPTY: Omit<Picture, 'fileName'> = {
  nothing: undefined,
  title: undefined,
  outOfDate: undefined,
  answers: [],
  scenarios: [],
  scenarioTable: NO_SCENARIOS,
  charts: [],
  pending: false,
  findings: [],
  whatIf: [],
  limits: [],
};

function emptyWords(): string {
  return t`The plan is empty. Write \`version: 1\` first, then what is asked of the service (\`workload\`), the \`engines\` with what is known of their speed, and the \`scenarios\`; or start from the command “Capacity Plan: New Plan”.`;
}

/** Says what to write next, in the order in which a plan is written. */
function nothingWords({ plan }: Assessment, analysis: Analysis): string {
  const { tree } = analysis.document;
  const scenarios = tree && findNode(tree, '/scenarios');
  if (scenarios?.kind === 'map' && scenarios.entries.length > 0) {
    return t`No scenario is complete yet. ${brokenBecause(analysis)}`.trim();
  }
  if (!plan.workload) {
    return t`Write what is asked of the service first: \`workload\` with \`users\`, or with a \`rate\`.`;
  }
  if (plan.engines.length === 0) {
    return t`Write the \`engines\` next, each with its \`observations\`: what is known of its speed.`;
  }
  return t`Write the \`scenarios\` next: each names an \`engine\` and its \`parallel\`.`;
}

function isEmpty({ document }: Analysis): boolean {
  return document.problems.some(({ code }) => code === 'plan.empty');
}

/** Returns the first thing that is wrong with the text, even if its finding is switched off. */
function brokenBecause({ document }: Analysis): string {
  const [first] = document.problems;
  return first ? describeFinding(first) : '';
}

/** What the report is about: title, workload, targets. */
import { blocks, bold, bullets, codeSpan, escapeMarkdown } from '../catalogue/markdown';
import type { Assessment } from '../engine/assessment';
import { statedFigure } from '../engine/figures';
import type { Workload } from '../engine/plan';
import { peakRateFigure, thinkTimeFigure, usersFigure } from '../engine/workload';
import { figureText, nameOf, objectivesText } from './words';

export function headSection({ plan }: Assessment, fileName: string): string {
  const targets = plan.targets.map((target) => `${nameOf(target)}: ${objectivesText(target)}`);
  return blocks(
    `# ${escapeMarkdown(plan.title ?? '') || `Capacity report of ${escapeMarkdown(fileName)}`}`,
    `Capacity report of ${codeSpan(fileName)}.`,
    bullets([
      `${bold('Workload')}: ${plan.workload ? workloadText(plan.workload) : 'not stated'}`,
      `${bold(targets.length === 1 ? 'Target' : 'Targets')}: ${targets.join('; ') || 'none'}`,
    ]),
  );
}

export function unreadableSection(fileName: string): string {
  return blocks(
    `# Capacity report of ${escapeMarkdown(fileName)}`,
    'The file could not be read as a plan, so nothing in it was assessed. The findings say why.',
  );
}

function workloadText(workload: Workload): string {
  return [askedText(workload), ...tokensText(workload)].join(', ');
}

function askedText(workload: Workload): string {
  if (workload.kind === 'open')
    return `${figureText(peakRateFigure(workload))} arriving at the peak`;
  const users = `${figureText(usersFigure(workload))} at once`;
  return workload.thinkTimeSeconds.value === 0
    ? `${users} without think time`
    : `${users}, ${figureText(thinkTimeFigure(workload))} of thinking between an answer and the next request`;
}

function tokensText({ promptTokens, outputTokens }: Workload): readonly string[] {
  const texts = [
    promptTokens && `${figureText(statedFigure(promptTokens, 'tokens', 'promptTokens'))} of prompt`,
    outputTokens && `${figureText(statedFigure(outputTokens, 'tokens', 'outputTokens'))} of output`,
  ];
  return texts.filter((text) => text !== undefined);
}

/** Builds the hover for the place that a person points at. */
import type { Assessment } from '../engine/assess/assessment';
import type { Analysis } from '../lint/analysis';
import { blocks } from '../messages/markdown';
import type { PathAt } from '../plan/document';
import type { Range } from '../plan/range';
import { catalogCard } from './cards/catalogCard';
import { engineCard } from './cards/engineCard';
import { keyCard } from './cards/keyCard';
import { nodeCard } from './cards/nodeCard';
import { observationCard } from './cards/observationCard';
import { scenarioCard } from './cards/scenarioCard';
import { targetCard } from './cards/targetCard';
import type { LinkTo, Places } from './place';
import { subjectAt } from './subject';

export interface Hover {
  readonly markdown: string;
  /** Range that the hover explains. */
  readonly range: Range;
}

/** Returns undefined if nothing at the offset can be explained. */
export function hoverAt(analysis: Analysis, offset: number, linkTo: LinkTo): Hover | undefined {
  const { document, assessment } = analysis;
  const at = document.pathAt(offset) ?? (assessment && observationAt(analysis, assessment, offset));
  if (!at) return undefined;
  const places: Places = { document, linkTo };
  const card = assessment && subjectCard(assessment, at, places);
  // A key is also explained behind a subject's card. A value is explained only if there is no card.
  const help = card === undefined || at.part === 'key' ? keyCard(document, at) : undefined;
  const entry = card === undefined ? catalogCard(document, at) : undefined;
  const markdown =
    card && help
      ? blocks(card, '---', help)
      : (card ?? (entry && help ? blocks(entry, '---', help) : help));
  return markdown === undefined ? undefined : { markdown, range: at.range };
}

function subjectCard(assessment: Assessment, at: PathAt, places: Places): string | undefined {
  const subject = subjectAt(assessment, at);
  switch (subject?.kind) {
    case 'scenario':
      return scenarioCard(assessment, subject.scenario, places);
    case 'engine':
      return engineCard(assessment, subject.engine, places);
    case 'observation':
      return observationCard(assessment, subject.observation, subject.engine, places);
    case 'target':
      return targetCard(assessment, subject.target, places);
    case 'node':
      return nodeCard(assessment, subject.node, places);
    case undefined:
      return undefined;
  }
}

/** Returns the observation around an offset, including its dash, braces and commas. */
function observationAt(
  { document }: Analysis,
  { engines }: Assessment,
  offset: number,
): PathAt | undefined {
  if (!/\S/.test(document.text.charAt(offset))) return undefined;
  for (const { observation } of engines.flatMap((engine) => engine.observations)) {
    const { path } = observation;
    const range = document.rangeOf(path, 'value');
    if (!range) continue;
    const dash = document.text.lastIndexOf('-', range.start - 1);
    const isDash = offset === dash && document.text.slice(dash + 1, range.start).trim() === '';
    if (isDash || (offset >= range.start && offset < range.end))
      return { path, part: 'value', range };
  }
  return undefined;
}

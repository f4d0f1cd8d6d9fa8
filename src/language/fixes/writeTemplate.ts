/** Writes a whole plan into a file that has none. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../../lint/analysis';
import type { FindingOf } from '../../lint/finding';
import { textOf, type Piece } from '../pieces';
import { pieces, STARTER, TEMPLATES } from '../templates';
import type { Proposal } from './fix';

/** Comments that are there stay above it. */
export function writeTemplate(
  _finding: FindingOf<'plan.empty'>,
  { document: { text } }: Analysis,
): readonly Proposal[] {
  const end = text.length;
  const newLine: Piece = { text: '\n', isStop: false };
  return TEMPLATES.map((template) => {
    const plan = pieces(template, 'My LLM service');
    const all = text === '' || text.endsWith('\n') ? plan : [newLine, ...plan];
    const title =
      template === STARTER ? t`Write a starter plan` : t`Write a plan: ${template.name}`;
    return { title, edits: [{ start: end, end, text: textOf(all), pieces: all }] };
  });
}

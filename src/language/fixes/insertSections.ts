/** Inserts the sections that a plan lacks: the version above all, the others below. */
import { t } from '@vscode/l10n';
import { listOf } from '../../messages/sentences';
import type { PlanDocument } from '../../plan/document';
import { lineEnd } from '../../plan/edit/lines';
import { writeScalar } from '../../plan/edit/scalarText';
import { sectionText } from '../blocks/blocksAt';
import type { FixEdit, Proposal } from './fix';
import { toFill } from './toFill';

export function insertSections(
  { text, tree, plan }: PlanDocument,
  missing: readonly string[],
): readonly Proposal[] {
  const first = tree?.kind === 'map' && !tree.flow ? tree.written[0] : undefined;
  if (!first) return [];
  const newline = lineEnd(text, 0);
  const lacksNodes = missing.includes('engines') && plan.nodes.length === 0;
  const sections = [
    ...(lacksNodes ? ['nodes'] : []),
    ...missing.filter((key) => key !== 'version'),
  ];
  const names = (section: 'nodes' | 'engines') =>
    plan[section].map(({ name }) => writeScalar(name, true));
  const edits: FixEdit[] = [];
  if (missing.includes('version')) {
    const start = first.keyRange.start;
    edits.push({ start, end: start, text: `version: 1${newline}` });
  }
  if (sections.length > 0) {
    const written = sections.map((key) => sectionText(key, names)).join('\n');
    const start = text.endsWith('\n') ? '' : newline;
    const added = `${start}${written}\n`.replaceAll('\n', newline);
    edits.push(...toFill([{ start: text.length, end: text.length, text: added }]));
  }
  const shown = listOf([...missing.filter((key) => key === 'version'), ...sections].map(quoted));
  const title =
    sections.length === 0
      ? t`Insert ${'`version: 1`'}`
      : t`Insert ${shown} (examples: change them)`;
  return [{ title, edits, isChoice: sections.length > 0 }];
}

function quoted(key: string): string {
  return `\`${key}\``;
}

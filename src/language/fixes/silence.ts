/** Writes the comments that silence a rule, on one line or in the whole file. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../../lint/analysis';
import type { Finding } from '../../lint/finding';
import { lineEnd } from '../../plan/edit/lines';
import type { TextEdit } from '../../plan/edit/textEdit';
import { quote } from '../../messages/findings/words';
import type { Proposal } from './fix';

/** Returns nothing for texts that are not read: their comments silence nothing. */
export function silencingFixes({ document }: Analysis, finding: Finding): readonly Proposal[] {
  if (document.tree === undefined || finding.code === 'plan.syntax') return [];
  const { code } = finding;
  const here = commentAbove(document.text, finding, (offset) => {
    const range = document.pathAt(offset)?.range;
    return range !== undefined && range.start < offset && offset < range.end;
  });
  return [
    ...(here ? [{ title: t`Silence ${quote(code)} here`, edits: [here] }] : []),
    { title: t`Silence ${quote(code)} in this file`, edits: [commentOnTop(document.text, code)] },
  ];
}

/** Returns undefined if the line begins inside a text of several lines, which a comment would end. */
function commentAbove(
  text: string,
  { code, range }: Finding,
  isInScalar: (offset: number) => boolean,
): TextEdit | undefined {
  const start = Math.max(
    text.lastIndexOf('\n', range.start - 1) + 1,
    text.startsWith('\ufeff') ? 1 : 0,
  );
  if (isInScalar(start)) return undefined;
  const indent = /^[ ]*/.exec(text.slice(start))?.[0] ?? '';
  const comment = `${indent}# capacity-plan-disable-next-line ${code}${lineEnd(text, start)}`;
  return { start, end: start, text: comment };
}

function commentOnTop(text: string, code: string): TextEdit {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return { start, end: start, text: `# capacity-plan-disable ${code}${lineEnd(text, start)}` };
}

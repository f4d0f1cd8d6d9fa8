/** Lists all findings of the plan. */
import { t } from '@vscode/l10n';
import { describeFinding } from '../messages/findings';
import { blocks, escapeSentence, table } from '../messages/markdown';
import type { Analysis } from '../lint/analysis';
import type { Finding } from '../lint/finding';
import { RULE_CATALOG } from '../lint/ruleCatalog';
import { indexLines } from '../plan/lineIndex';

/** Maximum number of findings. The omitted ones are counted. */
const MOST_FINDINGS = 200;

export function findingsSection({ document, findings }: Analysis): string {
  const lines = indexLines(document.text);
  const rows = table<Finding>(
    [
      {
        title: t`Line`,
        align: 'right',
        cell: ({ range }) => String(lines.positionAt(range.start).line + 1),
      },
      { title: t`Severity`, cell: ({ severity }) => SEVERITY_WORDS[severity]() },
      { title: t`Finding`, cell: (finding) => escapeSentence(describeFinding(finding)) },
      { title: t`Rule`, cell: ({ code }) => ruleLink(code) },
    ],
    findings.slice(0, MOST_FINDINGS),
  );
  const left = findings.length - MOST_FINDINGS;
  const note = left > 0 ? t`And ${left} more: \`capacity-plan check\` lists them.` : undefined;
  return blocks(`## ${t`Findings`}`, rows ?? t`None.`, note);
}

const SEVERITY_WORDS: Readonly<Record<Finding['severity'], () => string>> = {
  error: () => t`error`,
  warning: () => t`warning`,
  information: () => t`information`,
  hint: () => t`hint`,
};

function ruleLink(code: string): string {
  const url = RULE_CATALOG.get(code)?.url;
  return url === undefined ? `\`${code}\`` : `[\`${code}\`](${url})`;
}

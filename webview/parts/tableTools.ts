/** Copies or saves a table, for a spreadsheet or for a document. */
import { t } from '@vscode/l10n';
import type { TableFormat, TableId } from '../../src/protocol';
import { button } from '../controls';
import { el } from '../dom';
import { post } from '../host';

const FORMATS: readonly (readonly [TableFormat, string])[] = [
  ['csv', 'CSV'],
  ['markdown', 'Markdown'],
];

export function tableTools(table: TableId, name: string): HTMLElement {
  const buttons = (['copyTable', 'saveTable'] as const).flatMap((type) =>
    FORMATS.map(([format, label]) => {
      const verb = type === 'copyTable' ? t`Copy ${label}` : t`Save ${label}`;
      return button({
        label: verb,
        name: `${verb}: ${name}`,
        onClick: () => {
          post({ type, table, format });
        },
      }).element;
    }),
  );
  return el('div', { class: 'tools' }, ...buttons);
}

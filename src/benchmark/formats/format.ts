/** What a file of this folder offers: one format of one tool. */
import { t } from '@vscode/l10n';
import type { Runs } from '../run';
import type { Source } from '../source';

export interface Format {
  /** Tool and form, as messages name it. */
  readonly title: string;
  /** Tool whose printed text it is, and not a file. */
  readonly printedBy?: string;
  /** Recognises the format by content. The name of a file counts for nothing. */
  readonly matches: (source: Source) => boolean;
  /** Reads every run; never throws, whatever the text holds. */
  readonly read: (source: Source) => Runs;
}

export function titleOf({ title, printedBy }: Format): string {
  return printedBy === undefined ? title : t`${printedBy} (printed)`;
}

/** What a file of this folder offers: one format of one tool. */
import type { Runs } from '../run';
import type { Source } from '../source';

export interface Format {
  /** Tool and form, as messages name it. */
  readonly title: string;
  /** Recognises the format by content. The name of a file counts for nothing. */
  readonly matches: (source: Source) => boolean;
  /** Reads every run; never throws, whatever the text holds. */
  readonly read: (source: Source) => Runs;
}

/** A change of the text of a plan. */
import type { Range } from '../range';

export interface TextEdit extends Range {
  readonly text: string;
}

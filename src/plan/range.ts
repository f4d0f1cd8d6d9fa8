/** Range of the text of a plan. */
/** Offsets into the text, in UTF-16 code units, with `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

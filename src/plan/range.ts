/** A part of the text of a plan. */
/** Offsets into the text, UTF-16 code units, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

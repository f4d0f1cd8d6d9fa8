/** Types that describe a block of a plan which completion writes whole. */

/**
 * Keys with their values, in order. A text may have tab stops (see `piecesOf`): `«@nodes»` offers the names of that
 * section, `«@today»` is the date.
 */
export interface Body {
  readonly [key: string]: string | Body | readonly Body[];
}

export interface Block {
  /** What it has, after the noun of its map: `with users` of `workload with users`. In English. */
  readonly has: string;
  readonly body: Body;
  /** True for a block that is written in braces where there is a choice. */
  readonly isFlow?: true;
}

/** Types the panel's controls: each changes one value of the plan without writing it. */

export type FieldKind = 'users' | 'rate' | 'thinkTime' | 'limit' | 'budget' | 'parallel' | 'price';

export interface WhatIfField {
  readonly kind: FieldKind;
  /** Path of the value in the plan, or the path where it would be written. */
  readonly path: string;
  /** Text such as `Users`, `Latency of strict`, `Price of l4`. */
  readonly label: string;
  /** Unit of the number in the control, as the plan writes it: `users`, `ms`, `/day`, `USD/h`. */
  readonly unit: string;
  /** Value in the plan, or its default. For `auto`, the value that was found. */
  readonly value: number;
  /** The plan's own text of the value, or undefined if it has none. */
  readonly text: string | undefined;
  readonly min: number;
  readonly max: number;
  /** Step of the slider. It rounds to whole multiples, whatever `min` is. Typed numbers may be any. */
  readonly step: number;
  /** Scale of the slider from `min` to `max`. */
  readonly scale: 'linear' | 'log';
}

/** Path and new value of one change. */
export interface WhatIfChange {
  readonly path: string;
  readonly value: number;
}

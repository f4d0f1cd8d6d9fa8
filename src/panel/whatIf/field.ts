/** What people can change without writing it: a control of the panel for one value of the plan. */

export const FIELD_KINDS = [
  'users',
  'rate',
  'thinkTime',
  'limit',
  'budget',
  'parallel',
  'price',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export interface WhatIfField {
  readonly kind: FieldKind;
  /** Where the value stands in the plan, or where it would be written. */
  readonly path: string;
  /** `Users`, `Latency of strict`, `Price of l4`. */
  readonly label: string;
  /** Of the number in the control, as the plan writes it: `users`, `ms`, `/day`, `USD/h`. */
  readonly unit: string;
  /** As the plan has it, or what counts where it is silent; what `auto` found. */
  readonly value: number;
  /** As the plan writes it, where it does. */
  readonly text: string | undefined;
  readonly min: number;
  readonly max: number;
  /** What the slider rounds to: whole multiples of it, whatever `min` is. Typed numbers may be any. */
  readonly step: number;
  /** How the slider runs from `min` to `max`. */
  readonly scale: 'linear' | 'log';
}

/** One value, changed. */
export interface WhatIfChange {
  readonly path: string;
  readonly value: number;
}

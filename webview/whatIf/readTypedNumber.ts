/** Reads typed text: a number, or what is wrong with it and what is accepted. */
import { formatNumber } from '../../src/messages/numbers';
import type { WhatIfField } from '../../src/panel/whatIf/field';

export type Typed = { readonly value: number } | { readonly problem: string };

/**
 * Accepts `2,000`, `1.5`, `1e3`, also with the unit behind it. Refuses `1,5`, which half of the world reads as one
 * and a half.
 */
export function readTyped(text: string, { unit, min }: WhatIfField): Typed {
  const trimmed = withoutUnit(text.trim(), unit);
  const example = `Write a number of ${unit}, such as ${EXAMPLES[unit] ?? '1,500 or 1.5'}.`;
  if (trimmed === '') return { problem: `Nothing is written. ${example}` };
  if (/^\d+,\d+$/.test(trimmed) && !GROUPED.test(trimmed)) {
    return { problem: `“${shortened(trimmed)}” could be two numbers. ${example}` };
  }
  const value = Number(GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed);
  if (!Number.isFinite(value))
    return { problem: `“${shortened(trimmed)}” is no number. ${example}` };
  if (value < 0) return { problem: `It cannot be below 0. ${example}` };
  if (value === 0 && min > 0) return { problem: `It has to be above 0. ${example}` };
  return { value };
}

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/** Example numbers for units that count things, without decimals. */
const EXAMPLES: Readonly<Record<string, string>> = {
  users: formatNumber(1500),
  slots: '8',
};

/** Removes the unit, which also stands behind the field. */
function withoutUnit(text: string, unit: string): string {
  return text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text;
}

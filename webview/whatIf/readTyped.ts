/** What people type into a field: a number, or what is wrong with it and what is accepted. */
import { formatNumber } from '../../src/messages/numbers';
import type { WhatIfField } from '../../src/panel/whatIf/field';

export type Typed = { readonly value: number } | { readonly problem: string };

/** `2,000`, `1.5`, `1e3`, also with the unit behind it; not `1,5`, which half of the world would read as one and a half. */
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

/** Where neither thousands nor decimals say anything. */
const EXAMPLES: Readonly<Record<string, string>> = {
  users: formatNumber(1500),
  slots: '8',
};

/** The unit that stands behind the field anyway. */
function withoutUnit(text: string, unit: string): string {
  return text.endsWith(unit) ? text.slice(0, -unit.length).trimEnd() : text;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text;
}

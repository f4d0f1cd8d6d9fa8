/** Reads typed text: a number, or what is wrong with it and what is accepted. */
import { t } from '@vscode/l10n';
import { formatNumber } from '../../src/messages/numbers';
import type { WhatIfField } from '../../src/panel/whatIf/field';
import { unitWords } from './unitWords';

export type Typed = { readonly value: number } | { readonly problem: string };

/**
 * Accepts `2,000`, `1.5`, `1e3`, also with the unit behind it. Refuses `1,5`, which half of the world reads as one
 * and a half.
 */
export function readTyped(text: string, { unit, min }: WhatIfField): Typed {
  const trimmed = withoutUnit(text.trim(), unit);
  const some = EXAMPLES[unit] ?? t`1,500 or 1.5`;
  const example = t`Write a number of ${unitWords(unit)}, such as ${some}.`;
  if (trimmed === '') return { problem: t`Nothing is written. ${example}` };
  if (/^\d+,\d+$/.test(trimmed) && !GROUPED.test(trimmed)) {
    return { problem: t`“${shortened(trimmed)}” could be two numbers. ${example}` };
  }
  const value = Number(GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed);
  if (!Number.isFinite(value))
    return { problem: t`“${shortened(trimmed)}” is no number. ${example}` };
  if (value < 0) return { problem: t`It cannot be below 0. ${example}` };
  if (value === 0 && min > 0) return { problem: t`It has to be above 0. ${example}` };
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
  const written = [unit, unitWords(unit)].find((each) => text.endsWith(each));
  return written === undefined ? text : text.slice(0, -written.length).trimEnd();
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 19)}…` : text;
}

/** Writes a new number in the plan's own style: `1.50 USD/h` becomes `1.20 USD/h`. */
import type { WrittenValue } from './writtenValue';

/** @param value Value in the unit of `written`. */
export function writeValue(value: number, written: WrittenValue): string {
  const { before, digits, after, multiple } = written;
  return before + writeDigits(value / multiple, digits) + after;
}

/** Writes digits with the existing decimals and thousands separators, and more decimals if needed. */
function writeDigits(value: number, digits: string): string {
  const text = decimal(value);
  if (text.includes('e')) return text;
  const [whole = '', fraction = ''] = text.split('.');
  const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const separator = /\d([,_ ])\d{3}/.exec(digits)?.[1] ?? '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? grouped : `${grouped}.${padded}`;
}

/** Removes the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function decimal(value: number): string {
  return String(Number(value.toPrecision(12)));
}

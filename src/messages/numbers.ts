/** Writes numbers as text: the same everywhere, without a locale. */
import { t } from '@vscode/l10n';
import type { MoneyPer, Unit } from '../engine/figure/figure';

/** Significant digits of a figure, unless a limit nearby needs more. */
export const DIGITS = 3;

/** Writes `1000` as `1,000`, with at most `digits` significant digits. The whole part is always written in full. */
export function formatNumber(value: number, digits = DIGITS): string {
  if (!Number.isFinite(value)) return value > 0 ? t`infinitely many` : t`unknown`;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  if (magnitude < 1e-4) return value.toExponential(digits - 1).replace(/\.?0+e/, 'e');
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(magnitude)));
  return group(trimZeros(value.toFixed(Math.min(decimals, 12))));
}

/** Writes a whole count without decimals. */
function formatCount(value: number, digits: number): string {
  return Number.isInteger(value) ? group(String(value)) : formatNumber(value, digits);
}

/** Writes `0.25` as `250 ms`, `90` as `90 s`, `5400` as `90 min`. */
export function formatSeconds(seconds: number, digits = DIGITS): string {
  const magnitude = Math.abs(seconds);
  const number = (size: number): string => formatNumber(seconds / size, digits);
  if (magnitude === 0) return '0 s';
  if (magnitude < 1e-3) return `${number(1e-6)} µs`;
  // a value that would read 1,000 ms is a second
  if (magnitude < 1 - 0.5 * 10 ** -digits) return `${number(1e-3)} ms`;
  if (magnitude < 300) return `${number(1)} s`;
  if (magnitude < 7200) return `${number(60)} min`;
  return `${number(3600)} h`;
}

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/**
 * Writes money to be read: `$1.50`, `$188`, `$1,500`, `$137k`, with at most `digits` significant digits. Tables for
 * copying and formulas have the exact amount.
 */
export function formatMoney(amount: number, currency: string, digits = DIGITS): string {
  const rounded = roundMoney(amount, digits);
  // beside a limit every digit counts
  if (digits > DIGITS) return currencySign(currency) + moneyDigits(rounded, false);
  const [, size, suffix] = MONEY_SIZES.find(([least]) => Math.abs(rounded) >= least) ?? [0, 1, ''];
  return `${currencySign(currency)}${moneyDigits(rounded / size, suffix !== '')}${suffix}`;
}

/** Rounds an amount as it is shown. */
export function roundMoney(amount: number, digits = DIGITS): number {
  return amount === 0 || !Number.isFinite(amount) ? amount : Number(amount.toPrecision(digits));
}

/** Amounts from 10,000 on are written in thousands. */
const MONEY_SIZES = [
  [1e9, 1e9, 'bn'],
  [1e6, 1e6, 'M'],
  [1e4, 1e3, 'k'],
] as const;

/** Writes cents with two digits: `73.50`. Whole amounts have none. */
function moneyDigits(amount: number, isShort: boolean): string {
  const plain = trimZeros(amount.toFixed(12));
  const [, cents = ''] = plain.split('.');
  if (isShort || cents === '' || cents.length > 2) return group(plain);
  return group(amount.toFixed(2));
}

/** Writes the whole amount: `$187.50`, `$136,875`. */
export function formatMoneyExactly(amount: number, currency: string): string {
  const small = Math.abs(amount) < 0.1 && amount !== 0;
  const text = small ? trimZeros(amount.toPrecision(DIGITS)) : trimCents(amount.toFixed(2));
  return `${currencySign(currency)}${group(text)}`;
}

function trimCents(text: string): string {
  return text.replace(/\.00$/, '');
}

/** Returns `$`, or `CHF ` for a currency without a sign. */
export function currencySign(currency: string): string {
  return SYMBOLS[currency] ?? `${currency} `;
}

const MONEY_PER: Readonly<Record<MoneyPer, (money: string) => string>> = {
  hour: (money) => `${money}/h`,
  day: (money) => t`${money}/day`,
  month: (money) => t`${money}/month`,
  year: (money) => t`${money}/year`,
  '1000-requests': (money) => t`${money} per 1,000 requests`,
  'million-output-tokens': (money) => t`${money} per million output tokens`,
  'user-month': (money) => t`${money} per user and month`,
  horizon: (money) => t`${money} in all`,
};

/** Returns an amount, or a currency, with what it is for: `$30/h`, `USD/month`. */
export function moneyPer(money: string, per: MoneyPer): string {
  return MONEY_PER[per](money);
}

/** Returns `4.91 GB`: powers of ten, as data sheets have bandwidths. Memory has `formatMemory`. */
export function formatBytes(bytes: number): string {
  return inUnits(bytes, DECIMAL_UNITS);
}

/** Returns `64.4 GiB` or `128 KiB`: powers of two, as vLLM and nvidia-smi print memory. */
export function formatMemory(bytes: number): string {
  return inUnits(bytes, BINARY_UNITS);
}

/** Returns `80 GB`: the memory of a GPU as its name has it, or as the plan states it. */
export function formatSoldMemory(bytes: number): string {
  const isBinary = bytes >= 2 ** 30 && Number.isInteger(bytes / 2 ** 30);
  return isBinary ? `${formatNumber(bytes / 2 ** 30)} GiB` : `${formatNumber(bytes / 1e9)} GB`;
}

type ByteUnits = readonly (readonly [size: number, unit: string])[];

function inUnits(bytes: number, units: ByteUnits): string {
  const found = units.find(([least]) => bytes >= least * 0.9995);
  if (!found) return t`${formatNumber(bytes)} bytes`;
  const [size, unit] = found;
  return `${formatNumber(bytes / size)} ${unit}`;
}

const DECIMAL_UNITS: ByteUnits = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
];

const BINARY_UNITS: ByteUnits = [
  // logs of servers have no larger unit
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
];

/** Writes a value with its unit: `125 nodes`, `2.7 s`, `$188/h`, `62.5%`. */
export function formatQuantity(value: number, unit: Unit, digits = DIGITS): string {
  return withUnit(formatValue(value, unit, digits), value, unit);
}

/** Writes a value with its unit for formulas and limits: money is exact. */
export function formatExactly(value: number, unit: Unit, digits = DIGITS): string {
  return typeof unit === 'object'
    ? moneyPer(formatMoneyExactly(value, unit.currency), unit.per)
    : formatQuantity(value, unit, digits);
}

/**
 * Writes a value without its unit if the head of a column has it: `125`, `$188`. A time or a size keeps its unit,
 * since its number depends on it.
 */
export function formatValue(value: number, unit: Unit, digits = DIGITS): string {
  if (typeof unit === 'object') return formatMoney(value, unit.currency, digits);
  switch (unit) {
    case 's':
      return formatSeconds(value, digits);
    case 'requests/s':
      return formatNumber(value, digits);
    case 'share':
      return `${formatNumber(value * 100, digits)}%`;
    case 'bytes':
      return formatMemory(value);
    case 'bytes/token':
      return formatBytes(value);
    case 'bytes/s':
      return `${formatBytes(value)}/s`;
    case 'operations/s':
      return `${formatNumber(value / 1e12, digits)} TFLOP/s`;
    case 'parameters':
      return t`${formatNumber(value / 1e9, 4)} billion`;
    default:
      return formatCount(value, digits);
  }
}

/** Returns a number with its unit: `8 nodes`, `$30/h`. A number that has its unit stays as it is. */
function withUnit(number: string, value: number, unit: Unit): string {
  if (typeof unit === 'object') return moneyPer(number, unit.per);
  const isOne = value === 1;
  switch (unit) {
    case 's':
    case 'share':
    case 'factor':
    case 'bytes':
    case 'bytes/token':
    case 'bytes/s':
    case 'operations/s':
      return number;
    case 'requests/s':
      return `${number}/s`;
    case 'requests':
      return isOne ? t`${number} request` : t`${number} requests`;
    case 'users':
      return isOne ? t`${number} user` : t`${number} users`;
    case 'nodes':
      return isOne ? t`${number} node` : t`${number} nodes`;
    case 'servers':
      return isOne ? t`${number} server` : t`${number} servers`;
    case 'servers/node':
      return isOne ? t`${number} server a node` : t`${number} servers a node`;
    case 'slots':
    case 'slots/server':
      return isOne ? t`${number} slot` : t`${number} slots`;
    case 'requests/server':
      return t`${number} in flight`;
    case 'tokens':
      return isOne ? t`${number} token` : t`${number} tokens`;
    case 'bits':
      return isOne ? t`${number} bit` : t`${number} bits`;
    case 'parameters':
      return isOne ? t`${number} parameter` : t`${number} parameters`;
    case 'months':
      return isOne ? t`${number} month` : t`${number} months`;
    case 'node-hours':
      return isOne ? t`${number} node-hour` : t`${number} node-hours`;
    case 'observations':
      return isOne ? t`${number} observation` : t`${number} observations`;
  }
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function group(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

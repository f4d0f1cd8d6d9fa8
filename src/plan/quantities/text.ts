/** Reads dates, web addresses and currencies. */
import { t } from '@vscode/l10n';
import { currencyOf } from './money';
import { noSuchValue, type Parse } from './outcome';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads an ISO date of the calendar. A time after it is dropped. */
export const parseDate: Parse<string> = (text, key) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\S.*)?$/.exec(text);
  const [year, month, day] = (match ?? []).slice(1, 4).map(Number);
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day)) {
    return noSuchValue(text, key, t`a date`, { example: '2026-01-31' });
  }
  return { value: text.slice(0, 10) };
};

/** Reads an address with its scheme, so that it can be opened. */
export const parseUrl: Parse<string> = (text, key) =>
  /^https?:\/\/[^\s/]+\S*$/i.test(text)
    ? { value: text }
    : noSuchValue(text, key, t`a web address`, {
        example: 'https://example.com/benchmark',
        suggestion: /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : undefined,
      });

/** Reads an ISO 4217 code, or a symbol of a currency. */
export const parseCurrency: Parse<string> = (text, key) => {
  const value = currencyOf(text);
  return value === undefined
    ? noSuchValue(text, key, t`a currency, as its ISO 4217 code`, { example: 'USD' })
    : { value };
};

function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) && (month !== 2 || day < 29 || leap);
}

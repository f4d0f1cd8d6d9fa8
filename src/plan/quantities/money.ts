/** Reads prices as people write them: `1.50 USD/h`, `$1.50/hr`, `€2 per hour`, `1,200/month`. */
import type { PricePeriod } from '../../engine/plan/plan';
import type { Written } from './written';

interface Money {
  readonly amount: number;
  readonly per: PricePeriod;
  /** Undefined if the plan's own currency counts. */
  readonly currency: string | undefined;
}

type MoneyFailure = 'no-period' | 'unknown';

const PERIODS: readonly (readonly [PricePeriod, RegExp])[] = [
  ['hour', /^(?:h|hr|hrs|hours?)$/i],
  ['day', /^(?:d|days?)$/i],
  ['month', /^(?:mo|mon|mth|months?)$/i],
  ['year', /^(?:y|yr|yrs|years?|annum)$/i],
];

/** Currency codes of ISO 4217 in use. */
const CURRENCIES = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF ' +
    'CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD ' +
    'HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD ' +
    'MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN ' +
    'PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY ' +
    'TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW'
  ).split(' '),
);

/** Symbols that mean one currency here, whatever else they stand for elsewhere. */
const CURRENCY_SYMBOLS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};

/** Returns the ISO code of `usd` or `$`. Returns undefined if it is not a currency. */
export function currencyOf(text: string): string | undefined {
  const code = text.toUpperCase();
  return CURRENCIES.has(code) ? code : CURRENCY_SYMBOLS[code];
}

export function readMoney({ before, value, after }: Written): Money | MoneyFailure {
  const match =
    /^([kKM](?![A-Za-z]))?\s*([^/\s]*?)\s*(?:(?:\/\s*|(?:^|\s)(?:per|a)\s+)([A-Za-z]+))?$/.exec(
      after,
    );
  if (match === null) {
    return 'unknown';
  }
  const [, multiple, behind = '', period] = match;
  const words = [before, behind].filter((word) => word !== '');
  const currency = words.length === 1 ? currencyOf(words[0] ?? '') : undefined;
  if (words.length > 0 && currency === undefined) {
    return 'unknown';
  }
  if (period === undefined) {
    return 'no-period';
  }
  const per = PERIODS.find(([, spellings]) => spellings.test(period))?.[0];
  const times = multiple === undefined ? 1 : multiple === 'M' ? 1e6 : 1e3;
  return per === undefined ? 'unknown' : { amount: value * times, per, currency };
}

/** Signs of dollars and similar currencies with the letter of their country. */
const NATIONAL_SIGNS: Readonly<Record<string, string>> = {
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  HK$: 'HKD',
  NZ$: 'NZD',
  R$: 'BRL',
  S$: 'SGD',
};

/** Returns `A$2/h` with the code of its currency, if there is one. */
export function otherDollars({ sign, before, digits, after }: Written): string[] {
  const code = NATIONAL_SIGNS[before.toUpperCase()];
  return code === undefined ? [] : [`${sign}${digits} ${code}${after}`];
}

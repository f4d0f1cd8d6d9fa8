/** Reads rates of tokens, which benchmark tools print: `74.1 tokens/s`, `68 tok/s`, `1.2k tps`. */
import type { Bound } from '../../engine/plan/plan';
import { splitMultiple, perSecondOf } from './units';
import { splitWritten } from './written';

export interface TokenRate {
  readonly perSecond: number;
  readonly bound: Exclude<Bound, 'undecided'>;
  /** Sign as typed: `<`, `~` or nothing. */
  readonly sign: string;
}

const WORD =
  /^(?:(?:output|generated|generation|decode|eval)\s+)?(?:tokens?|toks?|t)\s*(?:\/\s*|per\s+)([a-z]+)$/;

/** Matches every rate of tokens: most texts are none. */
const MAYBE = /t(?:ok|ps$|\s*\/|\s+per)/i;

/** Returns undefined if the text is no rate of tokens. */
export function readTokenRate(text: string): TokenRate | undefined {
  if (!MAYBE.test(text)) return undefined;
  const written = splitWritten(text);
  if (written?.before !== '') return undefined;
  const { multiple, unit } = splitMultiple(written.after);
  const period = unit === 'tps' ? 's' : WORD.exec(/^T\b/.test(unit) ? '' : unit.toLowerCase())?.[1];
  const perSecond = period === undefined ? undefined : perSecondOf(`/${period}`);
  if (perSecond === undefined || !(written.value > 0)) return undefined;
  const { bound, sign } = written;
  return { perSecond: written.value * multiple * perSecond, bound, sign };
}

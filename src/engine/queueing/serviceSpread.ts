import { departuresAt, type BirthDeath } from './birthDeath';
import type { SteadyState } from './steadyState';

/**
 * How the time in a slot differs between requests of one length because they share their server with more or
 * fewer others: the squared coefficient of variation of S(b) over the states that requests which need not
 * wait come to. As if b stayed what it was at the arrival, which is right for requests of one length.
 */
export function serviceSpread(chain: BirthDeath, state: SteadyState): number {
  let [weight, sum, squares] = [0, 0, 0];
  const { first, probabilities } = state;
  const most = Math.min(chain.slots, first + probabilities.length - 1);
  for (let n = Math.max(1, first); n <= most; n++) {
    // An accepted request makes it n as often as one of n is answered.
    const rate = departuresAt(chain, n);
    const share = rate * (probabilities[n - first] ?? 0);
    const time = n / rate;
    weight += share;
    sum += share * time;
    squares += share * time * time;
  }
  const mean = sum / weight;
  return weight > 0 ? Math.max(0, squares / weight / (mean * mean) - 1) : 0;
}

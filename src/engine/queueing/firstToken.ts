/**
 * Time to first token of a server that batches continuously, under arrivals that do not start together.
 *
 * The server works in steps. A step decodes one token of each request in flight, and computes the prompts that arrived
 * during the step before. So a step of mean E follows from decoding (t) and from prompts (P each, at the rate r): E = t
 * / (1 - rho), rho = r P. A request arrives in a step that is longer than most, E* = E[step²] / E. It waits for the rest
 * of it, half of E*. Then comes the step with its own prompt, and with those of the r E* others that came meanwhile:
 *
 *   TTFT = wait for a slot + E* / 2 + t + P + rho E*,  E* = t (1 + rho) / (1 - rho²) + rho P (ca² + cv²) / (1 - rho²)
 *
 * E* is the fixed point of E[step²] with a random number of prompts in a step (as for gated polling: Takagi, Analysis
 * of Polling Systems, 1986). With r E prompts of small work it is the residual of M/G/1. Schedulers that compute prompts
 * first have the same mean: decoding stalls as long as prompts take.
 */

export interface FirstTokenQuestion {
  /** Seconds that the prompt of one request takes by itself: P. */
  readonly prefillSeconds: number;
  /** Coefficient of variation of that time. */
  readonly prefillCv: number;
  /** Mean seconds between two tokens of a request, prompts of others included: E. */
  readonly stepSeconds: number;
  /** Requests a second that arrive at the server. */
  readonly arrivalRate: number;
  /** Squared coefficient of variation of the gaps between them. */
  readonly arrivalScv: number;
  /** Probability that the server has other requests in flight, from 0 to 1. */
  readonly busy: number;
}

/** Largest share of the time that prompts may take. Beyond it no server keeps up. */
const MOST_PREFILL = 0.98;

/** Seconds from the begin in a slot to the first token: t + P + E* (1 / 2 + rho). */
export function timeToFirstToken(question: FirstTokenQuestion): number {
  const { prefillSeconds, prefillCv, stepSeconds, arrivalRate, arrivalScv, busy } = question;
  const share = Math.min(MOST_PREFILL, arrivalRate * prefillSeconds);
  const decode = stepSeconds * (1 - share);
  const spread = share * prefillSeconds * (arrivalScv + prefillCv * prefillCv);
  const met = (decode * (1 + share) + spread) / (1 - share * share);
  return decode + prefillSeconds + met * (busy / 2 + share);
}

/**
 * Seconds that a prompt takes, from a time to first token in a closed loop: the inverse of `timeToFirstToken`. Alone on
 * a server, a request has its prompt and one step before its first token.
 */
export function prefillOf(
  firstTokenSeconds: number,
  question: Omit<FirstTokenQuestion, 'prefillSeconds'>,
): number {
  let [low, high] = [0, firstTokenSeconds];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (timeToFirstToken({ ...question, prefillSeconds: middle }) < firstTokenSeconds) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const HALVINGS = 40;

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

interface FirstTokenQuestion {
  /** Seconds that the prompt of one request takes by itself: P. */
  readonly prefillSeconds: number;
  /** Coefficient of variation of that time. */
  readonly prefillCv: number;
  /** Mean seconds between two tokens of a request, prompts of others included: E. */
  readonly stepSeconds: number;
  /** Least seconds that a step takes without prompts in it; 0 if unknown. */
  readonly leastDecodeSeconds?: number;
  /** Requests a second that arrive at the server. */
  readonly arrivalRate: number;
  /** Squared coefficient of variation of the gaps between them. */
  readonly arrivalScv: number;
  /** Probability that the server has other requests in flight, from 0 to 1. */
  readonly busy: number;
}

/** Largest share of the time that prompts may take. Beyond it no server keeps up. */
const MOST_PREFILL = 0.98;

/** Seconds from the begin in a slot to the first token: t + P + E* (1 / 2 + rho), for random arrivals. */
export function timeToFirstToken(question: FirstTokenQuestion): number {
  const { prefillSeconds, arrivalRate, arrivalScv, busy } = question;
  const met = stepMetByArrivals(question);
  const others = arrivalsBeside(arrivalRate * met, arrivalScv);
  return decodeSeconds(question) + prefillSeconds * (1 + others) + (met * busy) / 2;
}

/** Mean seconds of the step that a request arrives in: E*. */
export function stepMetByArrivals(question: FirstTokenQuestion): number {
  const { prefillSeconds, prefillCv, arrivalScv } = question;
  const share = prefillShare(question);
  const decode = decodeSeconds(question);
  const spread = share * prefillSeconds * (arrivalScv + prefillCv * prefillCv);
  return (decode * (1 + share) + spread) / (1 - share * share);
}

/** Seconds of a step without prompts in it: t. */
function decodeSeconds(question: FirstTokenQuestion): number {
  const { stepSeconds, leastDecodeSeconds = 0 } = question;
  return Math.max(leastDecodeSeconds, stepSeconds * (1 - prefillShare(question)));
}

function prefillShare({ arrivalRate, prefillSeconds }: FirstTokenQuestion): number {
  return Math.min(MOST_PREFILL, arrivalRate * prefillSeconds);
}

/**
 * Other arrivals in the same step as one, of which `mean` come in such a step. Over long steps there are as many more as
 * the gaps are uneven (index of dispersion); over short ones, in proportion.
 */
function arrivalsBeside(mean: number, arrivalScv: number): number {
  const [inProportion, overLong] = [arrivalScv * mean, mean + arrivalScv - 1];
  return arrivalScv < 1 ? Math.max(inProportion, overLong) : Math.min(inProportion, overLong);
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

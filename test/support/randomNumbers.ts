/** Draws random numbers from the distributions of a simulation. */

/** Uniform numbers from 0 to below 1. */
export type Random = () => number;

/** Draws from a gamma distribution of mean 1 with this coefficient of variation: fixed for 0, exponential for 1. */
export function drawAroundOne(random: Random, cv: number): number {
  if (cv === 0) return 1;
  if (cv === 1) return -Math.log(1 - random());
  const shape = 1 / (cv * cv);
  return drawGamma(random, shape) / shape;
}

/** Draws by Marsaglia and Tsang 2000. A shape below 1 uses the next higher shape and a power of a uniform number. */
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x * x * 0.5 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Draws by Box and Muller 1958. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

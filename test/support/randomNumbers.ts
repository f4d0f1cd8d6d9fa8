/** Random numbers of the distributions that a simulation draws from. */

/** Uniform from 0 to below 1. */
export type Random = () => number;

/** Gamma of mean 1 with this coefficient of variation; fixed where it is 0, exponential where it is 1. */
export function drawAroundOne(random: Random, cv: number): number {
  if (cv === 0) return 1;
  if (cv === 1) return -Math.log(1 - random());
  const shape = 1 / (cv * cv);
  return drawGamma(random, shape) / shape;
}

/** Marsaglia and Tsang 2000; a shape below 1 by the next higher and a power of a uniform. */
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

/** Box and Muller 1958. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

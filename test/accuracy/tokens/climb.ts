/** Finds the highest score, along one coordinate at a time: by the top of a parabola through three points. */
export type Point = Readonly<Record<string, number>>;

const LEAST_STEP = 0.02;

export function climb(
  names: readonly string[],
  start: Point,
  score: (point: Point) => number,
  sweeps: number,
  firstStep: (name: string) => number,
): Point {
  let best: Point = start;
  let top = score(start);
  const steps = new Map(names.map((name) => [name, firstStep(name)]));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const name of names) {
      const step = steps.get(name) ?? firstStep(name);
      const from = best[name] ?? 0;
      const [up, down] = [from + step, from - step].map((value) =>
        score({ ...best, [name]: value }),
      ) as [number, number];
      const candidates = [
        { value: from + step, reached: up },
        { value: from - step, reached: down },
      ];
      const bend = up + down - 2 * top;
      if (bend < 0) {
        const move = Math.max(-3, Math.min(3, (down - up) / (2 * bend))) * step;
        const value = from + move;
        candidates.push({ value, reached: score({ ...best, [name]: value }) });
      }
      const [winner] = candidates.sort((a, b) => b.reached - a.reached);
      const improves = winner !== undefined && winner.reached > top;
      const moved = improves ? Math.abs(winner.value - from) : step / 2.5;
      steps.set(name, Math.max(LEAST_STEP, moved));
      if (!improves) continue;
      top = winner.reached;
      best = { ...best, [name]: winner.value };
    }
  }
  return best;
}

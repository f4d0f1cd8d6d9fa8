/** Which keys a figure rests on that the plan leaves to their defaults. */
import type { Figure } from './figure';

/** Such as `serviceCv`, by the derivations of the figures and of what they were computed from. */
export function defaultsBehind(figures: readonly (Figure | undefined)[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const seen = new Set<Figure>();
  const follow = (figure: Figure): void => {
    if (seen.has(figure)) return;
    seen.add(figure);
    const { derivation } = figure;
    if (derivation.kind === 'default') keys.add(derivation.key);
    if (derivation.kind === 'formula') Object.values(derivation.inputs).forEach(follow);
  };
  for (const figure of figures) if (figure) follow(figure);
  return keys;
}

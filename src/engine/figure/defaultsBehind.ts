/** Finds the keys that a figure is based on and that the plan leaves to their defaults. */
import type { Figure } from './figure';

/** Keys such as `serviceCv`, found in the derivations of the figures and of their inputs. */
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

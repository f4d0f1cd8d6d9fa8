/** Writes the cost of a fleet as JSON, each figure null if it is not known. */
import type { Cost } from '../../engine/fleet/cost';
import { figureJson, figureOrNull, type FigureJson } from './figureJson';

export interface CostJson extends Readonly<
  Record<Exclude<keyof Cost, 'elsewhere'>, FigureJson | null>
> {
  /** Only if the engine names several node types. */
  readonly elsewhere?: readonly {
    readonly node: string;
    readonly perHour: FigureJson | null;
    readonly perMonth: FigureJson | null;
  }[];
}

export function costJson(cost: Cost | undefined): CostJson | null {
  if (!cost) return null;
  return {
    perHour: figureJson(cost.perHour),
    perDay: figureJson(cost.perDay),
    perMonth: figureJson(cost.perMonth),
    perYear: figureJson(cost.perYear),
    per1000Requests: figureOrNull(cost.per1000Requests),
    perMillionOutputTokens: figureOrNull(cost.perMillionOutputTokens),
    perUserMonth: figureOrNull(cost.perUserMonth),
    ...(cost.elsewhere.length > 0 && {
      elsewhere: cost.elsewhere.map(({ node, perHour, perMonth }) => ({
        node: node.name,
        perHour: figureOrNull(perHour),
        perMonth: figureOrNull(perMonth),
      })),
    }),
  };
}

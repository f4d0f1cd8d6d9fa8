/** Explains the shapes of a chart's points and the looks of its lines, for its legend. */
import { t } from '@vscode/l10n';
import type { ChartId, Mark, Series } from '../chart';

type Words = Readonly<Partial<Record<Mark, string>>>;

/** Returns words for the marks that a chart's own file chooses. Other charts explain them by their series. */
export function markWords(id: ChartId): Words | undefined {
  switch (id) {
    case 'trade-off':
      return {
        circle: t`meets its target`,
        cross: t`misses its target`,
        square: t`meets it, but cannot run so`,
        triangle: t`undecided`,
        star: t`answer: the cheapest for a target`,
      };
    case 'latency':
      return {
        star: t`scenario`,
        circle: t`measured`,
        square: t`reported`,
        diamond: t`estimate`,
        triangle: t`guess`,
      };
    default:
      return undefined;
  }
}

type Looks = Readonly<Partial<Record<NonNullable<Series['look']>, string>>>;

/** Returns words for the looks of lines that accompany others. */
export function lookWords(id: ChartId): Looks {
  switch (id) {
    case 'day-nodes':
      return { thin: t`thin: fixed all day`, dotted: t`dotted: autoscaled` };
    case 'growth-nodes':
    case 'growth-cost':
      return { thin: t`thin: today’s nodes, kept` };
    default:
      return {};
  }
}

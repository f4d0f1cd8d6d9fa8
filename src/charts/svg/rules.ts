/** Draws straight lines across: limits, and today's load. */
import type { Rule } from '../chart';
import { bottom, holds, right } from './box';
import type { Segment } from './clip';
import type { Frame } from './frame';
import { PALETTE } from './palette';
import { element } from './xml';

export const RULE_COLOURS: Readonly<Record<Rule['kind'], string>> = {
  limit: PALETTE.red,
  today: PALETTE.foreground,
};

/** Returns the line from edge to edge. Returns undefined if it is out of view. */
export function ruleSegment(rule: Rule, { plot, x, y }: Frame): Segment | undefined {
  const at = rule.axis === 'x' ? x.at(rule.at) : y.at(rule.at);
  if (at === undefined) return undefined;
  const segment: Segment =
    rule.axis === 'x'
      ? [
          { x: at, y: plot.y },
          { x: at, y: bottom(plot) },
        ]
      : [
          { x: plot.x, y: at },
          { x: right(plot), y: at },
        ];
  return holds(plot, segment[0]) ? segment : undefined;
}

export function ruleElement({ kind, whatIf }: Rule, [from, to]: Segment): string {
  return element('line', {
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    stroke: RULE_COLOURS[kind],
    'stroke-width': 1.4,
    'stroke-dasharray': kind === 'limit' && !whatIf ? '8 3' : '2 3',
  });
}

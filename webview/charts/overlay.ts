/** What the library does not draw: bands and error bars below the lines; marks, rings, rules and words above. */
import type { Plugin } from 'chart.js';
import type { Chart as Drawing } from 'chart.js';
import { LabelPlacer } from '../../src/charts/svg/placer';
import { plotOf } from './canvas';
import { drawMarks, markBoxes } from './marks';
import { drawBands, drawErrorBars } from './ranges';
import { drawRings } from './rings';
import { drawRules, labelRules } from './rules';
import type { Scene } from './scene';
import { avoidLines, drawTags } from './tags';

/** The scene changes with every update, the plugin stays. */
export function overlay(scene: () => Scene): Plugin {
  return {
    id: 'overlay',
    beforeDatasetsDraw: (drawing) => {
      drawBands(drawing, scene());
      drawErrorBars(drawing, scene());
    },
    afterDatasetsDraw: (drawing) => {
      const placer = new LabelPlacer(labelArea(drawing));
      drawRules(drawing, scene(), placer);
      drawMarks(drawing, scene());
      drawRings(drawing, scene());
      // Words keep clear of marks, lines and each other: rules first, since there are few.
      for (const box of markBoxes(drawing, scene())) placer.block(box);
      avoidLines(drawing, scene(), placer);
      labelRules(drawing, scene(), placer);
      drawTags(drawing, scene(), placer);
    },
  };
}

/** The plot, what is above it, and the room at its right for the names of lines that end there. */
function labelArea(drawing: Drawing) {
  const { x, y, height } = plotOf(drawing);
  const above = Math.min(6, y);
  return { x, y: y - above, width: drawing.width - x, height: height + above };
}

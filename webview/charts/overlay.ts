/**
 * Draws what the library does not: bands and error bars below the lines, and marks, rings, rules and words above. Moves
 * lines that coincide beside each other.
 */
import type { Plugin } from 'chart.js';
import type { Chart as Drawing } from 'chart.js';
import { LabelPlacer } from '../../src/charts/svg/placer';
import { plotOf, shiftOf } from './canvas';
import { drawMarks, markBoxes } from './marks';
import { drawBands, drawErrorBars } from './ranges';
import { drawRings } from './rings';
import { drawRules, labelRules } from './rules';
import type { Scene } from './scene';
import { avoidLines, drawTags } from './tags';

/** Returns the plugin. The scene changes with every update, the plugin stays. */
export function overlay(scene: () => Scene): Plugin {
  return {
    id: 'overlay',
    beforeDatasetsDraw: (drawing) => {
      drawBands(drawing, scene());
      drawErrorBars(drawing, scene());
    },
    beforeDatasetDraw: (drawing, { index }) => {
      const { x, y } = shiftOf(drawing, index);
      drawing.ctx.save();
      drawing.ctx.translate(x, y);
    },
    afterDatasetDraw: (drawing) => {
      drawing.ctx.restore();
    },
    afterDatasetsDraw: (drawing) => {
      const placer = new LabelPlacer(labelArea(drawing));
      drawRules(drawing, scene(), placer);
      drawMarks(drawing, scene());
      drawRings(drawing, scene());
      // Words avoid marks, lines and each other. Rules come first, because there are few.
      for (const box of markBoxes(drawing, scene())) placer.block(box);
      avoidLines(drawing, scene(), placer);
      labelRules(drawing, scene(), placer);
      drawTags(drawing, scene(), placer);
    },
  };
}

/** Returns the area for words: the plot, the space above it, and the space at its right for names of lines. */
function labelArea(drawing: Drawing) {
  const { x, y, height } = plotOf(drawing);
  const above = Math.min(6, y);
  return { x, y: y - above, width: drawing.width - x, height: height + above };
}

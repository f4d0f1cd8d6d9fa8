/** What the library does not draw: bands and error bars below the lines; marks, rings, rules and tags above. */
import type { Plugin } from 'chart.js';
import { drawMarks, markBoxes } from './marks';
import { drawBands, drawErrorBars } from './ranges';
import { drawRings } from './rings';
import { drawRules } from './rules';
import type { Scene } from './scene';
import { drawTags } from './tags';

/** The scene changes with every update, the plugin stays. */
export function overlay(scene: () => Scene): Plugin {
  return {
    id: 'overlay',
    beforeDatasetsDraw: (drawing) => {
      drawBands(drawing, scene());
      drawErrorBars(drawing, scene());
    },
    afterDatasetsDraw: (drawing) => {
      drawMarks(drawing, scene());
      drawRings(drawing, scene());
      // Words keep clear of marks and of each other: rules first, since there are few.
      const marks = markBoxes(drawing, scene());
      drawTags(drawing, scene(), [...marks, ...drawRules(drawing, scene(), marks)]);
    },
  };
}

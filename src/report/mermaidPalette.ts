import { t } from '@vscode/l10n';

/** Colours of Mermaid charts. Each has a contrast of 3 or more on white and on the dark of VS Code and GitHub. */
export const LINE_COLOURS = [
  { name: () => t`blue`, hex: '#2f7ed8' },
  { name: () => t`orange`, hex: '#d9730d' },
  { name: () => t`purple`, hex: '#9b5fd6' },
  { name: () => t`green`, hex: '#2e9152' },
  { name: () => t`red`, hex: '#e0474f' },
] as const;

export const AXIS_COLOUR = '#808080';

/** Opens an xychart with the palette, so that a caption can name lines by their colours. */
export const LINE_CHART_HEAD = `%%{init: ${JSON.stringify({
  themeVariables: {
    xyChart: {
      plotColorPalette: LINE_COLOURS.map(({ hex }) => hex).join(', '),
      titleColor: AXIS_COLOUR,
      xAxisLabelColor: AXIS_COLOUR,
      xAxisTitleColor: AXIS_COLOUR,
      xAxisTickColor: AXIS_COLOUR,
      xAxisLineColor: AXIS_COLOUR,
      yAxisLabelColor: AXIS_COLOUR,
      yAxisTitleColor: AXIS_COLOUR,
      yAxisTickColor: AXIS_COLOUR,
      yAxisLineColor: AXIS_COLOUR,
      backgroundColor: 'transparent',
    },
  },
})}}%%`;

/** Returns the name of the colour of a line. Colours begin again after the last one. */
export function colourName(index: number): string {
  return LINE_COLOURS[index % LINE_COLOURS.length]?.name() ?? '';
}

/** Colours of a theme, in whatever way it writes them, as strong as a drawing needs them. */

/** Themes give some colours as thin layers: on their own they are taken whole. */
export function opaque(colour: string): string {
  return withAlpha(colour, 1);
}

export function withAlpha(colour: string, alpha: number): string {
  const [red, green, blue] = channels(colour);
  return `rgba(${[red, green, blue, alpha].join(', ')})`;
}

let context: CanvasRenderingContext2D | null | undefined;

/** The browser reads the colour, so that every notation is understood. */
function channels(colour: string): readonly number[] {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  // Either #rrggbb or rgba(...): what the standard has it give back.
  const said = context.fillStyle;
  return said.startsWith('#')
    ? [1, 3, 5].map((start) => Number.parseInt(said.slice(start, start + 2), 16))
    : (said.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

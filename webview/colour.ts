/** Converts a theme's colours, in any notation, to the strength that a drawing needs. */

/** Returns a colour without transparency. Themes give some colours as thin layers. */
export function opaque(colour: string): string {
  return withAlpha(colour, 1);
}

export function withAlpha(colour: string, alpha: number): string {
  const [red, green, blue] = channels(colour);
  return `rgba(${[red, green, blue, alpha].join(', ')})`;
}

let context: CanvasRenderingContext2D | null | undefined;

/** Returns the colour's channels. The browser reads the colour, so every notation works. */
function channels(colour: string): readonly number[] {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  // The standard returns either #rrggbb or rgba(...).
  const said = context.fillStyle;
  return said.startsWith('#')
    ? [1, 3, 5].map((start) => Number.parseInt(said.slice(start, start + 2), 16))
    : (said.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** Reads the colours of the editor's theme, for drawings that no style sheet reaches. */
import type { Colour } from '../src/charts/chart';
import { opaque, withAlpha } from './colour';

export interface Theme {
  readonly colours: Readonly<Record<Colour, string>>;
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly focus: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** True for stronger lines without fine shades. */
  readonly highContrast: boolean;
}

/** Orange for each theme kind. High contrast names none, and elsewhere it is a see-through highlight. */
const ORANGE: Readonly<Record<string, string>> = {
  'vscode-high-contrast': '#ff9f43',
  'vscode-high-contrast-light': '#9a4600',
};

export function readTheme(): Theme {
  const styles = getComputedStyle(document.body);
  const own = (name: string): string | undefined =>
    styles.getPropertyValue(`--vscode-${name}`).trim() || undefined;
  const variable = (...names: readonly string[]): string =>
    names.map(own).find((value) => value !== undefined) ?? styles.color;
  const kind = document.body.dataset.vscodeThemeKind ?? '';
  const highContrast = kind.includes('high-contrast');
  const foreground = variable('charts-foreground', 'editor-foreground', 'foreground');
  const muted = highContrast ? foreground : variable('descriptionForeground', 'foreground');
  return {
    colours: {
      blue: opaque(variable('charts-blue')),
      orange: opaque(own('charts-orange') ?? ORANGE[kind] ?? foreground),
      purple: opaque(variable('charts-purple')),
      green: opaque(variable('charts-green')),
      red: opaque(variable('charts-red')),
      yellow: opaque(variable('charts-yellow')),
      foreground,
      muted,
    },
    background: variable('editorWidget-background', 'editor-background'),
    foreground,
    muted,
    // Shades of grey are no high contrast: lines are thin and dotted there.
    grid: highContrast ? foreground : withAlpha(variable('charts-lines', 'foreground'), 0.16),
    focus: variable('focusBorder'),
    fontFamily: variable('font-family'),
    fontSize: Math.max(10, (Number.parseFloat(variable('font-size')) || 13) - 2),
    highContrast,
  };
}

/** Sets the same colours for the style sheet. */
export function paintTheme(root: HTMLElement, { colours }: Theme): void {
  for (const [name, value] of Object.entries(colours)) {
    root.style.setProperty(`--chart-${name}`, value);
  }
}

/** Calls back when the theme's colours change. VS Code writes them on the root, and the theme's kind on the body. */
export function onThemeChange(changed: (theme: Theme) => void): void {
  let last = JSON.stringify(readTheme());
  const observer = new MutationObserver(() => {
    const theme = readTheme();
    const now = JSON.stringify(theme);
    if (now === last) return;
    last = now;
    changed(theme);
  });
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['style', 'class'],
  });
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-kind', 'data-vscode-theme-id'],
  });
}

/** Returns true if people want no motion, by VS Code's setting or the system's. */
export function prefersStillness(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

/** The colours of the editor's theme, for what is drawn rather than styled. */
import type { Colour } from '../src/charts/chart';

export interface Theme {
  readonly colours: Readonly<Record<Colour, string>>;
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly focus: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** Stronger lines, and no fine shades. */
  readonly highContrast: boolean;
}

export function readTheme(): Theme {
  const styles = getComputedStyle(document.body);
  const variable = (...names: readonly string[]): string => {
    for (const name of names) {
      const value = styles.getPropertyValue(`--vscode-${name}`).trim();
      if (value !== '') return value;
    }
    return styles.color;
  };
  const highContrast = document.body.dataset.vscodeThemeKind?.includes('high-contrast') ?? false;
  const foreground = variable('charts-foreground', 'editor-foreground', 'foreground');
  const muted = highContrast ? foreground : variable('descriptionForeground', 'foreground');
  return {
    colours: {
      blue: variable('charts-blue'),
      orange: variable('charts-orange'),
      purple: variable('charts-purple'),
      green: variable('charts-green'),
      red: variable('charts-red'),
      yellow: variable('charts-yellow'),
      foreground,
      muted,
    },
    background: variable('editor-background'),
    foreground,
    muted,
    grid: highContrast ? variable('contrastBorder') : variable('charts-lines', 'panel-border'),
    focus: variable('focusBorder'),
    fontFamily: variable('font-family'),
    fontSize: Math.max(10, (Number.parseFloat(variable('font-size')) || 13) - 2),
    highContrast,
  };
}

/** Calls when the theme's colours are others than before. VS Code writes them on the root, and its kind on the body. */
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

/** VS Code's own setting and the system's both count. */
export function prefersStillness(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

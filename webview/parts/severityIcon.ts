/** Shows the severity of a finding: a shape in its colour, and a word. */
import { t } from '@vscode/l10n';
import type { FindingEntry } from '../../src/panel/picture';

type Severity = FindingEntry['severity'];

const SVG = 'http://www.w3.org/2000/svg';

/** Paths in 16 x 16, drawn as lines. */
const SHAPES: Readonly<Record<Severity, string>> = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13zM5.5 5.5l5 5M10.5 5.5l-5 5',
  warning: 'M8 1.8L15 14.2H1zM8 6v4M8 11.6v1.2',
  information: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13zM8 7v4.5M8 4.2v1.3',
  hint: 'M8 1.5a4.5 4.5 0 0 0 -2 8.5v2h4v-2a4.5 4.5 0 0 0 -2 -8.5zM6.5 14.5h3',
};

export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t`error`;
    case 'warning':
      return t`warning`;
    case 'information':
      return t`information`;
    case 'hint':
      return t`hint`;
  }
}

export function severityIcon(severity: Severity): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `severity ${severity}`);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[severity]);
  svg.append(path);
  return svg;
}

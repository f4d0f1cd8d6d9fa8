/** Writes the page of a comparison: the verdict, the curves of both runs, and a table a load. */
import { t } from '@vscode/l10n';
import { DARK_RULES } from '../../charts/svg/darkColours';
import {
  comparedColumns,
  type ComparisonView,
  type LoadView,
  type SideView,
} from '../../compare/comparisonView';
import { languageCode } from '../../messages/languageCode';
import { escape } from '../import/escape';
import { previewStyle } from '../import/previewStyle';
import { randomName } from '../randomName';

/** Has no script and loads nothing. */
export function comparisonPage({ verdict, sides, loads, svg }: ComparisonView): string {
  const nonce = randomName();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${languageCode()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t`Compare Benchmarks`}</title>
<style nonce="${nonce}">${previewStyle}${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(verdict)}</h1>
<ul class="sides">${sides.map(sideItem).join('')}</ul>
${svg ?? ''}
${loads.map(loadSection).join('\n')}
</main>
</body>
</html>
`;
}

function sideItem({ letter, name, runs, remarks }: SideView): string {
  const notes = remarks.map((each) => `<li>${escape(each)}</li>`).join('');
  const fold =
    remarks.length === 0
      ? ''
      : `<details class="notes"><summary>${t`Left out, and why`}</summary><ul>${notes}</ul></details>`;
  return `<li><strong>${letter}</strong> ${escape(runsOf(name, runs))}${fold}</li>`;
}

function runsOf(name: string, runs: number): string {
  return runs === 1 ? t`${name}, 1 run` : t`${name}, ${runs} runs`;
}

function loadSection({ load, notes, rows }: LoadView): string {
  const head = comparedColumns()
    .map((title) => (title === '' ? '<td></td>' : `<th scope="col">${title}</th>`))
    .join('');
  const body = rows.map(({ cells: [name = '', ...cells], outcome }) => {
    const values = cells.map((cell) => `<td>${escape(cell)}</td>`).join('');
    return `<tr class="${outcome ?? 'curve'}"><th scope="row">${escape(name)}</th>${values}</tr>`;
  });
  const words =
    notes.length === 0 ? '' : ` <span class="format">${escape(notes.join('; '))}</span>`;
  return `<section>
<h2>${escape(load)}${words}</h2>
<div class="wide" role="group" aria-label="${escape(load)}" tabindex="0"><table class="compared"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>
</section>`;
}

/** Colours of the charts follow the theme: those on dark for dark themes. The words carry the outcome, too. */
const STYLE = `
h1 { font-size: 1.3em; line-height: 1.35; max-width: 50rem; }
.sides { list-style: none; padding: 0; }
.notes { margin: 2px 0 6px 14px; color: var(--vscode-descriptionForeground); }
.notes summary { font-weight: 400; }
svg { display: block; max-width: 100%; height: auto; margin: 16px 0; }
.compared th[scope=row] { padding-right: 16px; white-space: nowrap; }
.compared td:last-child { text-align: left; }
.better td:last-child { color: var(--vscode-charts-green); font-weight: 600; }
.worse td:last-child { color: var(--vscode-charts-red); font-weight: 600; }
.same td, .unknown td { color: var(--vscode-descriptionForeground); }
.wide:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
body:is(.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)) {
${DARK_RULES}
}
`;

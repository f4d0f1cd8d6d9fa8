// Draws the pictures of the walkthrough from what the product really says. Their colours are those of VS Code's theme.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './importTypeScript.mjs';

const { analyzePlan, config, drawChart, inlayHints, palette, renderSvg, run } =
  await importTypeScript('scripts/lib/walkthroughSources.ts');

const EXAMPLE = join('examples', 'ollama-1000-users.capacity.yaml');
const RESULTS = join('test', 'data', 'benchmarks', 'csv.golden.csv');

const color = (name) => `var(--vscode-${name})`;
const BACKGROUND = color('editor-background');
const TEXT = color('editor-foreground');
const QUIET = color('descriptionForeground');

/** Colours of charts on white, and what the theme has in their place. */
const THEMED = [
  [palette.BACKGROUND, BACKGROUND],
  [palette.TEXT, TEXT],
  [palette.QUIET_TEXT, QUIET],
  [palette.AXIS_LINE, QUIET],
  [palette.GRID_LINE, color('editorIndentGuide-background1')],
  [palette.PALETTE.foreground, TEXT],
  [palette.PALETTE.muted, QUIET],
  // The orange of charts is half transparent in light themes.
  [palette.PALETTE.orange, color('symbolIcon-classForeground')],
  ...['blue', 'purple', 'green', 'red', 'yellow'].map((name) => [
    palette.PALETTE[name],
    color(`charts-${name}`),
  ]),
];

const WIDTH = 560;
const LINE = 21;
const SIZE = 13;
/** Width of a letter of the font. Texts are cut so that they stay inside. */
const LETTER = 8.1;
const MARGIN = 14;

/** Returns the text of each picture by its name. Those with words of the editor are there in every language. */
export async function walkthroughPictures() {
  const german = readJson('l10n/bundle.l10n.de.json');
  const pictures = { ...inEditor('package.nls.json', ''), ...(await inTerminal()) };
  config({ contents: german });
  try {
    return { ...pictures, ...inEditor('package.nls.de.json', '.de') };
  } finally {
    config({ contents: {} });
  }
}

/** Draws what VS Code shows, in the language that is set. */
function inEditor(texts, suffix) {
  const plan = readFileSync(join(root, EXAMPLE), 'utf8').replaceAll('\r\n', '\n');
  const analysis = analyzePlan(plan, { asOf: '2026-02-01' });
  const { 'walkthrough.write.altText': title } = readJson(texts);
  return {
    [`write${suffix}.svg`]: picture(title, planLines(analysis)),
    [`look${suffix}.svg`]: themed(renderSvg(drawChart(analysis.assessment, 'latency'))),
    [`decide${suffix}.svg`]: themed(renderSvg(drawChart(analysis.assessment, 'trade-off'))),
  };
}

/** Draws what the command line prints, which is English. */
async function inTerminal() {
  const results = readFileSync(join(root, RESULTS), 'utf8').trimEnd().split('\n');
  return {
    'measure.svg': picture('A result of a benchmark, and the observations that it becomes', [
      ...results.slice(0, 3).map((text) => [[text, QUIET]]),
      [['↓ capacity-plan import', color('charts-green')]],
      ...(await print(['import', RESULTS])).slice(0, 7).map((text) => yamlSpans(text)),
    ]),
    'ci.svg': picture('The command line finds a missed target', [
      [['$ capacity-plan check "**/*.capacity.yaml"', TEXT]],
      ...(await print(['check', EXAMPLE, '--as-of', '2026-02-01'])).slice(0, 9).map(terminalSpans),
      [['Exit code 1: the build fails', color('charts-red')]],
    ]),
  };
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** The scenarios of the plan, each with its hint. */
function planLines({ document, ...rest }) {
  const hints = inlayHints({ document, ...rest }, undefined);
  const start = document.text.indexOf('scenarios:');
  let at = start;
  return document.text
    .slice(start)
    .trimEnd()
    .split('\n')
    .flatMap((text) => {
      const end = at + text.length;
      const hint = hints.find(({ offset }) => offset >= at && offset <= end);
      at = end + 1;
      return hint ? [yamlSpans(text), [[`      ${wordsOf(hint)}`, QUIET]]] : [yamlSpans(text)];
    });
}

/** A hint is one text, or parts. */
function wordsOf({ text, parts }) {
  return text ?? parts.map((part) => part.text).join('');
}

/** Colours keys, as an editor does. */
function yamlSpans(text) {
  return text
    .split(/([\w.-]+:(?= |$))/)
    .filter((piece) => piece !== '')
    .map((piece) => [piece, /[\w.-]:$/.test(piece) ? color('charts-blue') : TEXT]);
}

function terminalSpans(text) {
  const [, place, severity, message] = /^(\S+:\d+:\d+) (error|warning) (.*)$/.exec(text) ?? [];
  if (!severity) return [[text, QUIET]];
  return [
    [`${place} `, TEXT],
    [`${severity} `, color(severity === 'error' ? 'charts-red' : 'charts-yellow')],
    [message, TEXT],
  ];
}

/** Returns the lines that the command line prints, as if the example was in the folder that is open. */
async function print(args) {
  let out = '';
  await run(args, {
    write: (stream, text) => (out += stream === 'out' ? text : ''),
    readStdin: async () => '',
    colours: false,
    createFile: async () => undefined,
    toolVersion: () => '',
  });
  return out.replaceAll('\\', '/').replaceAll('examples/', '').split('\n');
}

/** Draws lines of coloured pieces. */
function picture(title, lines) {
  const height = lines.length * LINE + 2 * MARGIN;
  const rows = lines.map((spans, index) => {
    const y = MARGIN + LINE * (index + 0.7);
    return `<text x="${MARGIN}" y="${y.toFixed(1)}">${cut(spans)
      .map(([text, fill]) => `<tspan fill="${fill}">${escape(text)}</tspan>`)
      .join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="${color('editor-font-family')},monospace" font-size="${SIZE}">
<rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="6" fill="${BACKGROUND}" stroke="${color('widget-border')}"/>
${rows.join('\n')}
</svg>
`;
}

/** Cuts a line at the width of the picture. */
function cut(spans) {
  let left = Math.floor((WIDTH - 2 * MARGIN) / LETTER);
  return spans.flatMap(([text, fill]) => {
    if (left <= 0) return [];
    const shown = text.length > left ? `${text.slice(0, left - 1)}…` : text;
    left -= text.length;
    return [[shown, fill]];
  });
}

/** Replaces the colours of a chart by those of the theme. */
function themed(svg) {
  return THEMED.reduce((text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`), svg);
}

function escape(text) {
  // VS Code drops the attributes that keep blanks apart.
  const kept = text.replaceAll(' ', '\u00a0');
  return kept.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

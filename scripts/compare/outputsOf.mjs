// Lists all that a version says about a plan, as named texts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/importTypeScript.mjs';

const { version: toolVersion } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const FILE = '-'; // standard input, so that no file is read

const COMMANDS = [
  ...['pretty', 'json', 'github', 'sarif'].map((format) => ['check', '--format', format]),
  ['size'],
  ['size', '--json'],
  ['report'],
];

const WITHOUT_CHARTS = { fileName: 'plan.capacity.yaml', charts: 'none' };
const WITH_PICTURES = { fileName: 'plan.capacity.yaml', reportName: 'plan.report.md' };

const MOST_HOVERS = 150;
const MOST_FIELDS = 1;

/**
 * @param version The exports of a bundle: see bundleVersion.mjs.
 * @yields `[name, make]`, where `make` returns the text or a promise of it.
 */
export function* outputsOf(version, text, asOf) {
  for (const command of COMMANDS) {
    yield [command.join(' '), () => outputOf(version, [...command, '--as-of', asOf, FILE], text)];
  }
  const analysis = once(() => version.analyzePlan(text, { asOf }));
  yield ['report without charts', () => version.renderReport(analysis(), WITHOUT_CHARTS)];
  yield ['report with pictures', () => json(version.renderSavedReport(analysis(), WITH_PICTURES))];
  yield ['inlay hints', () => json(version.inlayHints(analysis(), undefined))];
  yield ['status', () => json(version.describeStatus(analysis(), undefined))];
  for (const offset of placesOf(text)) {
    yield [`hover at ${offset}`, () => json(version.hoverAt(analysis(), offset, linkTo))];
    yield [
      `completions at ${offset}`,
      () => json(version.completionsAt(text, offset, analysis().document)),
    ];
  }
  yield* panelOutputs(version, analysis);
}

function* panelOutputs(version, analysis) {
  const picture = once(() => version.drawPicture(analysis(), undefined, 'plan.capacity.yaml'));
  yield ['panel', () => json(picture())];
  yield ['charts', () => json(chartsOf(version, analysis()))];
  yield ['explanations', () => json(explanationsOf(version, analysis(), picture()))];
  yield ['what if', () => json(triedChanges(version, analysis(), picture()))];
}

async function outputOf(version, args, text) {
  const written = [];
  const code = await version.run(args, {
    write: (stream, piece) => written.push(stream === 'error' ? `error: ${piece}` : piece),
    readStdin: () => Promise.resolve(text),
    colours: false,
    toolVersion: () => toolVersion,
    createFile: () => Promise.reject(new Error('no command here writes a file')),
  });
  // a command that does not run says nothing that could be compared
  if (code === 2) throw new Error(written.join(''));
  return `${written.join('')}\nexit ${code}`;
}

function chartsOf(version, { assessment }) {
  return assessment && version.slowCharts(assessment).map((draw) => draw());
}

function explanationsOf(version, analysis, { scenarios }) {
  return scenarios.flatMap(({ name }) =>
    version.explainableColumns.map((column) => version.explainCell(analysis, name, column)),
  );
}

/** Adds a quarter to the first fields that the panel offers. */
function triedChanges(version, analysis, { whatIf }) {
  return whatIf
    .filter(({ value }) => typeof value === 'number')
    .slice(0, MOST_FIELDS)
    .map(
      ({ path, value }) => version.tryChanges(analysis, [{ path, value: value * 1.25 }]).outcome,
    );
}

/** Offsets at which words and numbers begin; every n-th one in a long text. */
function placesOf(text) {
  const starts = [...text.matchAll(/[^\s:,{}[\]]+/g)].map(({ index }) => index);
  const step = Math.ceil(starts.length / MOST_HOVERS);
  return starts.filter((_, i) => i % step === 0);
}

function linkTo({ start, end }) {
  return `plan:${start}-${end}`;
}

/** Writes values that JSON lacks as words, so that they differ from missing ones. */
function json(value) {
  return JSON.stringify(value, (_, each) => wordFor(each), 1) ?? 'undefined';
}

function wordFor(value) {
  if (value === undefined) return '(undefined)';
  return typeof value === 'number' && !Number.isFinite(value) ? `(${value})` : value;
}

function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}

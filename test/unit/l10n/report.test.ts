/** The report has no English of its own in another language, and its links and charts work in German. */
import { config } from '@vscode/l10n';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { renderHtml } from '../../../src/report/html/renderHtml';
import { renderReport } from '../../../src/report/renderReport';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/**
 * Placeholders are outside, so that English that is put into a text is found too. The brackets are letters, which stay
 * in the labels of charts.
 */
const PSEUDO = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, key) =>
      typeof key === 'string' ? `ᐸ${key.replace(/\{[^}]+\}/g, 'ᐳ$&ᐸ')}ᐳ` : undefined,
  },
);
const GERMAN = JSON.parse(read('l10n/parts/report.de.json')) as Record<string, string>;

afterEach(() => {
  config({ contents: {} });
});

const PLANS = ['examples', 'test/golden/reports', 'test/golden/plans'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.capacity.yaml') && !/too-|not-utf8|not-text/.test(name))
    .map((name) => `${folder}/${name}`),
);

describe('the code of the report', () => {
  const files = readdirSync(join(root, 'src/report'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('style.ts'))
    .map((name) => `src/report/${name.replaceAll('\\', '/')}`);

  test('has no text for people that is not translated', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => bareTexts(file).map((text) => `${file}: ${text}`))).toEqual([]);
  });
});

/** Returns what looks like words for people: a capital, or several words. Code has neither. */
function bareTexts(path: string): readonly string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 't') {
      if (ts.isTemplateExpression(node.template))
        node.template.templateSpans.forEach(({ expression }) => visit(expression));
      return;
    }
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(...node.text.split('\n'));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(
    (text) => /(?<!\p{L})\p{Lu}\p{L}|\p{L}{2}[,.:]? +\p{L}{2}/u.test(text) && !CODE.test(text),
  );
}

/** HTML, the policy of the page, and settings of Mermaid. */
const CODE = /^<|<\/|^http|default-src|%%\{init|viewport|Content-Security/;

/** Names of a hostile plan are more than words. */
const HARMLESS = PLANS.filter((path) => !path.includes('hostile'));

test.for(HARMLESS)('%s: the report has nothing in English alone', (path) => {
  const text = read(path);
  const names = namesIn(text);
  config({ contents: PSEUDO });
  const report = renderReport(analyzePlan(text), { fileName: 'x' });
  const html = renderHtml(analyzePlan(text), { fileName: 'x' });
  const own = report.replace(OF_FINDINGS, '');
  const lines = [...own.split('\n'), ...(html.match(/aria-label="[^"]*"/g) ?? [])];
  const faults = withoutCommands(lines.join('\n'))
    .split('\n')
    .flatMap((line) => {
      const words = bareEnglish(line, names);
      return words.length > 0 ? [`${words.join(' ')}: ${line}`] : [];
    });
  expect(faults).toEqual([]);
});

/** Sections with findings, whose words have tests of their own. */
const OF_FINDINGS = /^## ᐸ(?:Findings|Largest risks)ᐳ\n[^]*?(?=^## |$(?![^]))/gm;

/** Takes out code blocks, but leaves the labels of charts. */
function withoutCommands(markdown: string): string {
  return markdown.replace(
    /^( *)(`{3,})(\w*)\n([^]*?)^\1\2$/gm,
    (_, _indent, _fence, language: string, code: string) =>
      language === 'mermaid' ? labelsIn(code).join('\n') : '',
  );
}

function labelsIn(chart: string): readonly string[] {
  const lines = chart.split('\n').filter((line) => line.startsWith(' '));
  const labels = lines.flatMap((line) => line.match(/(?<=title )[^"]+|"[^"]+"/g) ?? []);
  return labels.map((label) => label.replace(/, parallel (?=\d)/, ' '));
}

function bareEnglish(line: string, names: readonly string[]): readonly string[] {
  const rest = names.reduce(
    (text, name) => text.replace(wholeWord(name), ' '),
    line
      .replace(/`[^`]*`(?: \(med\))?/g, ' ')
      .replace(/ᐸ[^ᐸᐳ]*(?:ᐳ|$)/g, ' ')
      .replace(/<\/?[a-z][^<>]*>/g, ' ')
      .replace(/aria-label="/g, ' ')
      .replace(/\]\([^()\s]*\)/g, ' '),
  );
  return (rest.match(/\p{L}[\p{L}\p{M}’'-]+/gu) ?? []).filter((word) => !NO_LANGUAGE.has(word));
}

function wholeWord(name: string): RegExp {
  const text = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, 'gu');
}

/** Units and tools. */
const NO_LANGUAGE = new Set(
  'ms µs min GB GiB MiB KiB TB KV GPU TFLOP TTFT TPOT ttft tpot USD EUR GuideLLM'.split(' '),
);

/** Returns everything that people call something by, as Markdown has it. */
function namesIn(text: string): readonly string[] {
  const { assessment } = analyzePlan(text);
  if (!assessment) return [];
  const { scenarios, engines, plan } = assessment;
  const observations = engines.flatMap((engine) =>
    engine.observations.map(({ observation }) => observation),
  );
  return [
    plan.title,
    plan.currency,
    ...plan.targets.map(({ name }) => name),
    ...plan.nodes.flatMap(({ name, gpu, price }) => [name, gpu?.value, price?.source?.value]),
    ...scenarios.flatMap(({ spec }) => [spec.title, spec.name]),
    ...engines.map(({ spec }) => spec.name),
    ...observations.flatMap(({ name, note }) => [name, note]),
  ]
    .flatMap((name) => (name ? [name] : []))
    .sort((a, b) => b.length - a.length);
}

describe.each(PLANS.filter((path) => !path.startsWith('test/golden/plans')))(
  '%s in German',
  (path) => {
    const analysis = analyzePlan(read(path));
    const fileName = 'x.capacity.yaml';

    test('has links that lead to headings', () => {
      config({ contents: GERMAN });
      const report = renderReport(analysis, { fileName });
      const anchors = new Set(
        [...report.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => slug(title)),
      );
      const links = [...report.matchAll(/\]\(#([^)]*)\)/g)].map(([, link]) => link ?? '');
      expect(links.filter((link) => !anchors.has(link))).toEqual([]);
      expect(report).not.toMatch(/undefined|\{\d+\}/);
    });

    test('has links in HTML too, folds that open, and its language', () => {
      config({ contents: GERMAN });
      const html = renderHtml(analysis, { fileName });
      expect(html).toContain('<html lang="de">');
      const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
      const links = [...html.matchAll(/href="#([^"]*)"/g)].map(([, link]) =>
        decodeURIComponent(link ?? ''),
      );
      expect(links.filter((link) => !ids.has(link))).toEqual([]);
      expect(html).not.toContain('&lt;details');
      // the style begins a page there in print
      if (analysis.assessment) expect(html).toContain('<h2 id="contents">Inhalt</h2>');
    });

    test('has charts that Mermaid reads', () => {
      config({ contents: GERMAN });
      const report = renderReport(analysis, { fileName });
      const charts = [...report.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(
        ([, chart = '']) => chart,
      );
      const lines = charts.flatMap((chart) =>
        chart
          .trimEnd()
          .split('\n')
          .filter((line) => line.startsWith(' ')),
      );
      expect(lines.filter((line) => !CHART_LINE.test(line))).toEqual([]);
    });
  },
);

/** Returns the anchor of a heading as GitHub and VS Code make it. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-');
}

const CHART_LINE =
  /^ {4}(?:title "[^"]+"|title [\p{L} ]+|[xy]-axis "[^"]+" (?:\d|--> "[^"]+"$)|line "[^"]+" \[|"[^"]+": \[)/u;

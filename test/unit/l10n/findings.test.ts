/** No English is left in findings and measurements in another language, and their German is complete. */
import { readdirSync, readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { nextMeasurements } from '../../../src/engine/recommend/nextMeasurements';
import { analyzePlan } from '../../../src/lint/analyzePlan';
import { ruleTitles } from '../../../src/lint/ruleCatalog';
import { describeFinding, describeRelated } from '../../../src/messages/findings';
import { concurrencyText } from '../../../src/messages/findings/words';
import { loadText } from '../../../src/messages/measurement/loadText';
import { measurementCommand } from '../../../src/messages/measurement/measurementCommand';
import { listOf } from '../../../src/messages/sentences';
import { findingsOfGoldens } from '../../support/goldenFindings';
import { withoutExpectations } from '../../support/goldenPlan';
import { bareEnglish, withPseudoLanguage } from '../../support/pseudoLanguage';

const GERMAN = JSON.parse(readFileSync('l10n/parts/findings.de.json', 'utf8')) as Record<
  string,
  string
>;

afterEach(() => {
  config({ contents: {} });
});

/** Keys, values and units of plans. */
const NO_LANGUAGE = 'MiB TFLOP ttft tpot p50 p90 p95 p99 P50 P99 measured reported price med'.split(
  ' ',
);

function bare(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => bareEnglish(text, NO_LANGUAGE).length > 0);
}

describe('under a pseudo language', () => {
  test('no finding has bare English', () => {
    const findings = withPseudoLanguage(() => findingsOfGoldens());
    expect(bare(findings.map(({ message }) => message))).toEqual([]);
    expect(findings.length).toBeGreaterThan(300);
  });

  test('no line that a finding follows from has bare English', () => {
    const roles = ['target', 'observation', 'price', 'first-definition', 'anchor'] as const;
    const places = withPseudoLanguage(() =>
      roles.map((role) => describeRelated({ role, name: 'a' })),
    );
    expect(bare(places)).toEqual([]);
    expect(places[2]).toBe('⟦price of node⟧ `a`');
  });

  test('no measurement has bare English', () => {
    const { assessment } = analyzePlan(
      readFileSync('examples/ollama-1000-users.capacity.yaml', 'utf8'),
    );
    if (!assessment) throw new Error('the example is assessed');
    const { plan } = assessment;
    const texts = withPseudoLanguage(() =>
      nextMeasurements(assessment).flatMap((measurement) => [
        loadText(plan, measurement),
        ...measurementCommand(plan, measurement).runs.map(({ copy }) => copy),
      ]),
    );
    expect(texts.length).toBeGreaterThan(2);
    expect(bare(texts)).toEqual([]);
  });
});

interface Texts {
  /** Keys of what is translated. */
  readonly keys: readonly string[];
  /** Words that are not. */
  readonly prose: readonly string[];
}

/** Files of commands, and what the others have of commands and plans: in no language. */
const COMMANDS =
  /\/(?:guideLlm|k6|measurementCommand|vllmBench|serverCommand|setup|shell|tool)\.ts$/;
const CODE = /^(?:vllm bench serve|source: measured|\{ mean: .*)$/;
const FILES = [
  'src/messages/findings.ts',
  'src/messages/sentences.ts',
  'src/messages/markdown.ts',
  ...['findings', 'measurement'].flatMap((folder) =>
    readdirSync(`src/messages/${folder}`).map((name) => `src/messages/${folder}/${name}`),
  ),
].filter((path) => !COMMANDS.test(path));

/** Two words in a row, or one beside a space. */
const PROSE = /[a-z]{2,}[ ,:;]+[a-z]{2,}|^ ?[a-z]{2,} $|^ [a-z]{2,}$/i;

function textsIn(path: string): Texts {
  const keys: string[] = [];
  const prose: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      keys.push(keyOf(node.template));
      if (ts.isTemplateExpression(node.template)) node.template.templateSpans.forEach(visit);
      return;
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = keyOf(node).replace(/`[^`]*`|\{\d+\}/g, ' ');
      if (PROSE.test(text) && !CODE.test(text)) prose.push(text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return { keys, prose };
}

function keyOf(template: ts.StringLiteralLike | ts.TemplateLiteral): string {
  if (!ts.isTemplateExpression(template)) return template.text;
  return template.templateSpans.reduce(
    (key, { literal }, index) => `${key}{${index}}${literal.text}`,
    template.head.text,
  );
}

test.for(FILES)('%s translates all its text', (path) => {
  expect(textsIn(path).prose).toEqual([]);
});

describe('German', () => {
  test('is there for every text and title, and for nothing else', () => {
    const keys = FILES.flatMap((path) => textsIn(path).keys);
    expect([...new Set([...keys, ...ruleTitles()])].sort()).toEqual(Object.keys(GERMAN).sort());
    expect(keys.length).toBeGreaterThan(350);
  });

  test('joins lists and numbers', () => {
    config({ contents: GERMAN });
    expect(listOf(['a', 'b', 'c'])).toBe('a, b und c');
    expect(listOf(['a', 'b'], 'or')).toBe('a oder b');
    expect(listOf(Array.from('abcdefgh'))).toBe('a, b, c, d, e, f und 2 weitere');
    expect([concurrencyText('1'), concurrencyText('8')]).toEqual([
      'einer einzigen Anfrage',
      '8 gleichzeitigen Anfragen',
    ]);
  });

  test('reads as sentences', () => {
    config({ contents: GERMAN });
    const goldens = [
      'price.undated',
      'scenario.no-spare',
      'observation.underloaded',
      'plan.catalog',
    ];
    const messages = goldens.flatMap((name) => {
      const text = readFileSync(`test/golden/plans/${name}.capacity.yaml`, 'utf8');
      return analyzePlan(withoutExpectations(text)).findings.map(describeFinding);
    });
    for (const expected of [
      'Der Preis von `scalar` hat kein Datum. Ergänzen Sie eines: `{ amount: …, date: 2026-01-31, source: … }`.',
      'Kein Reserveknoten: fällt ein Knoten aus, reicht die Kapazität nicht für `A`, `B`, `C`, `D`, `E`, `F` und 2 weitere. Setzen Sie `policy: { spare: 1 }`; wenn Sie dieses Risiko eingehen, setzen Sie `spare: 0`.',
      '`half idle` lief nur mit 5 von 8 Slots je Server, aber `full` und `between` laufen mit bis zu 8. Wenn die Latenz mit der Last wächst, braucht `full` 6.3 s und verfehlt auch `relaxed`. Messen Sie mit allen Slots belegt.',
      'Unbekanntes Modell `lama-3.1-8b`: Speicher und kürzestmögliche Zeit werden nicht geprüft. Meinten Sie `llama3.1:8b`?',
    ]) {
      expect(messages).toContain(expected);
    }
  });
});

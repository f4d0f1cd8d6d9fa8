// Tests the grammar over VS Code's own YAML grammar, with VS Code's own tokenizer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, VSCODE, prepareHost } from '../runner/host.mjs';
import { TEST_MS } from '../runner/until.mjs';

const YAML = join(VSCODE, 'extensions', 'yaml', 'syntaxes');

async function loadGrammar() {
  const require = createRequire(join(VSCODE, 'package.json'));
  const { Registry, parseRawGrammar } = require('vscode-textmate');
  const oniguruma = require('vscode-oniguruma');
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer);
  const pathOf = (scope) =>
    scope === 'source.yaml.capacity-plan'
      ? join(ROOT, 'language', 'capacity-plan.tmLanguage.json')
      : join(YAML, `${scope.replace('source.', '').replace(/^yaml\./, 'yaml-')}.tmLanguage.json`);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => parseRawGrammar(readFileSync(pathOf(scope), 'utf8'), 'g.json'),
  });
  return registry.loadGrammar('source.yaml.capacity-plan');
}

describe('the grammar', function () {
  this.timeout(TEST_MS);
  let grammar;

  before(async () => {
    await prepareHost();
    grammar = await loadGrammar();
  });

  /** Returns the pieces of a line that this grammar adds to YAML's, each with its scope. */
  function marked(line) {
    const state = grammar.tokenizeLine('version: 1', null).ruleStack;
    return grammar
      .tokenizeLine(line, state)
      .tokens.map(({ startIndex, endIndex, scopes }) => [
        line.slice(startIndex, endIndex),
        scopes.at(-1),
      ])
      .filter(([, scope]) => scope.endsWith('.capacity-plan'))
      .map(([text, scope]) => `${text} ${scope.split('.').slice(1, -1).join('.')}`);
  }

  const quantities = {
    'latency: <1s': ['< operator.comparison', '1 numeric', 's other.unit'],
    'latency:  ~2.7s  # seen': ['~ operator.comparison', '2.7 numeric', 's other.unit'],
    'throughput: 18/s': ['18 numeric', '/s other.unit'],
    'price: 1.50 USD/h': ['1.50 numeric', 'USD/h other.unit'],
    'price: $1.50/hr': ['$ other.unit', '1.50 numeric', '/hr other.unit'],
    'headroom: 20%': ['20 numeric', '% other.unit'],
    'memory: 24 GiB': ['24 numeric', 'GiB other.unit'],
    'a: { latency: <3s }': ['< operator.comparison', '3 numeric', 's other.unit'],
    '{ source: guess, n: L4 }': ['guess language.source'],
    'source: measured': ['measured language.source'],
  };
  for (const [line, expected] of Object.entries(quantities)) {
    it(`marks ${line}`, () => assert.deepEqual(marked(line), expected));
  }

  for (const line of [
    'title: 1000 Users @ <1s (Ollama)',
    'note: takes 2.7s',
    'gpu: L4',
    'date: 2025-01-02',
    'latency: "1s"',
    '1s: text',
    '# source: measured',
    'name: measured',
  ]) {
    it(`leaves ${line} as YAML has it`, () => assert.deepEqual(marked(line), []));
  }
});

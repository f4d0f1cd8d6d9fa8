// Leaves out the parts of the YAML library that reading a plan does not need. They take a sixth of the code that the
// extension loads at its start. Plans are read with the library's simplest schema (failsafe) and never written.
import { readFile } from 'node:fs/promises';

const DIST = String.raw`[\\/]yaml[\\/]browser[\\/]dist[\\/]`;

/** Modules of which nothing is called. */
const UNUSED = new RegExp(
  `${DIST}(stringify[\\\\/].*|(doc[\\\\/](createNode|anchors|applyReviver)|nodes[\\\\/](addPairToJSMap|toJS)|visit)|parse[\\\\/]cst-(visit|stringify|scalar))\\.js$`,
);

/** Modules with a class. The reader uses its instances as data. */
const CLASSES = new RegExp(
  `${DIST}(doc[\\\\/](Document|directives)|nodes[\\\\/](Alias|Collection|Node|Pair|Scalar|YAMLMap|YAMLSeq)|schema[\\\\/]Schema)\\.js$`,
);

/** Methods that search, change, copy or write a document. */
const METHODS = [
  'addIn',
  'clone',
  'createAlias',
  'createNode',
  'createPair',
  'delete',
  'deleteIn',
  'get',
  'getIn',
  'has',
  'hasAllNullValues',
  'hasIn',
  'resolve',
  'set',
  'setIn',
  'static from',
  'tagString',
  'toJS',
  'toJSON',
  'toString',
];

/** Matches a method with its body, in the library's own layout: four spaces before the name and the last brace. */
const METHOD = new RegExp(
  `^ {4}(?:${METHODS.join('|')})\\([^\\n]*\\) \\{\\n[^]*?^ {4}\\}\\n`,
  'gm',
);

/** The module that chooses a schema's tags, for the only schema that is used. */
const TAGS = new RegExp(`${DIST}schema[\\\\/]tags\\.js$`);
const FAILSAFE = `
import { map } from './common/map.js';
import { seq } from './common/seq.js';
import { string } from './common/string.js';
export const coreKnownTags = {};
export const getTags = () => [map, seq, string];
`;

export function yamlReaderOnly() {
  return {
    name: 'yaml-reader-only',
    setup(b) {
      b.onLoad({ filter: UNUSED }, async ({ path }) =>
        js(stubs(await readFile(path, 'utf8'), path)),
      );
      b.onLoad({ filter: CLASSES }, async ({ path }) =>
        js(withoutMethods(await readFile(path, 'utf8'), path)),
      );
      b.onLoad({ filter: TAGS }, () => js(FAILSAFE));
    },
  };
}

/** Returns a module with the same exports. A call to one of them throws. */
function stubs(text, path) {
  const [, names] = /export \{([^}]*)\}/.exec(text) ?? [];
  if (names === undefined) throw new Error(`${path} exports nothing that could be left out`);
  return names
    .split(',')
    .map((name) => {
      const [own, exported = own] = name.trim().split(' as ');
      return `export const ${exported} = () => { throw new Error('yaml: ${exported} was left out'); };`;
    })
    .join('\n');
}

function withoutMethods(text, path) {
  const left = text.replace(METHOD, '');
  if (left === text) throw new Error(`${path} has no method that could be left out`);
  return left;
}

function js(contents) {
  return { contents, loader: 'js' };
}

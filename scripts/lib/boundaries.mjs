// Says which folder of src/ may import which. Dependencies point one way: engine <- plan <- lint <- messages <-
// charts <- panel, report <- query <- worker <- vscode, and cli beside query. `language` and `benchmark` are beside
// charts, `network` is what vscode and cli share to reach servers. The panel in webview/ shares only the types of its
// messages.

const CORE = [
  ...['engine', 'plan', 'lint', 'messages', 'benchmark', 'measure', 'production', 'compare'],
  ...['charts', 'language', 'panel', 'report'],
];

/** Maps a folder to the other folders that it may import. */
const MAY_IMPORT = {
  engine: [],
  plan: ['engine'],
  lint: ['engine', 'plan'],
  messages: ['engine', 'plan', 'lint'],
  benchmark: ['engine', 'plan', 'lint', 'messages'],
  measure: ['engine', 'plan', 'lint', 'messages', 'benchmark'],
  production: ['engine', 'plan', 'lint', 'messages', 'benchmark', 'measure'],
  compare: ['engine', 'plan', 'lint', 'messages', 'benchmark', 'measure', 'charts'],
  charts: ['engine', 'plan', 'lint', 'messages'],
  language: ['engine', 'plan', 'lint', 'messages'],
  panel: ['engine', 'plan', 'lint', 'messages', 'charts', 'protocol'],
  report: ['engine', 'plan', 'lint', 'messages', 'charts'],
  query: [...CORE, 'protocol'],
  worker: ['query'],
  network: ['measure'],
  vscode: [...CORE, 'query', 'worker', 'protocol', 'network'],
  cli: [...CORE, 'network'],
};

/** The engine's rooms in the order of their imports: each may import those before it. */
export const ENGINE_ROOMS = [
  ...['util', 'plan', 'catalog', 'figure', 'hardware', 'observation', 'queueing', 'curve'],
  ...['fleet', 'verdict', 'search', 'assess', 'recommend', 'explore'],
];

/** Regular expression of the package that translates text. All folders with text for people may import it. */
const TEXT = '@vscode/l10n$';

/** Maps a folder to a regular expression of the other packages that it may import. */
const PACKAGES = {
  engine: undefined,
  vscode: 'vscode$',
  cli: 'node:|tinyglobby$',
  charts: 'd3-scale$',
  report: 'markdown-it$',
};

function packagesOf(folder, more = PACKAGES[folder]) {
  if (folder === 'engine') return more;
  return more === undefined ? TEXT : `(${TEXT}|${more})`;
}

const DEEPEST = 5;

// Forbids the panel all imports but message types, the writing of numbers and names, the legend's words, and label
// placement.
const outsideThePanel = {
  regex:
    '^(\\.\\./)+src/(?!(protocol|charts/(chart|table|tick|svg/(legendEntries|box|labelPlaces|placer|trail))|panel/(picture|whatIf/(field|outcome))|messages/(numbers|codePieces))$)',
  message:
    'The panel computes nothing: it shares the types of its messages, how numbers and names are written, what a legend says, and how labels find room.',
};

/** Settings of eslint.config.mjs, one a folder and depth, since `../x` means another thing at each depth. */
export const boundaries = [
  ...Object.keys(MAY_IMPORT).flatMap((folder) =>
    Array.from({ length: DEEPEST }, (_, i) => i + 1).map((depth) => ({
      files: [`src/${folder}/${'*/'.repeat(depth - 1)}*.ts`],
      rules: { 'no-restricted-imports': ['error', { patterns: patternsFor(folder, depth) }] },
    })),
  ),
  ...ENGINE_ROOMS.flatMap((room) =>
    Array.from({ length: DEEPEST }, (_, i) => i + 1).map((depth) => ({
      files: [`src/engine/${room}/${'*/'.repeat(depth - 1)}*.ts`],
      rules: { 'no-restricted-imports': ['error', { patterns: patternsForRoom(room, depth) }] },
    })),
  ),
  {
    // Only these files know the threads of Node.
    files: ['src/worker/thread.ts', 'src/worker/startThread.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: patternsFor('worker', 1, packagesOf('worker', 'node:worker_threads$')) },
      ],
    },
  },
  {
    // Only these files know the YAML library.
    files: ['src/plan/yamlReader.ts', 'src/plan/yamlTokens.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: patternsFor('plan', 1, packagesOf('plan', 'yaml$')) },
      ],
    },
  },
  {
    // Only one file knows the UI toolkit, and only the drawing files know the charts library.
    files: ['webview/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [packagesExcept(`(${TEXT}|chart\\.js(/|$))`), outsideThePanel] },
      ],
    },
  },
  {
    files: ['webview/controls.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [packagesExcept(`(${TEXT}|@vscode/webview-ui-toolkit(/|$))`), outsideThePanel],
        },
      ],
    },
  },
  {
    files: ['src/extension.ts', 'src/extensionWeb.ts', 'src/protocol.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^\\./cli/', message: 'The extension does not use the command line.' },
            { regex: '^\\.\\.', message: 'The extension imports nothing outside src/.' },
            packagesExcept(`(${TEXT}|vscode$)`),
          ],
        },
      ],
    },
  },
];

function patternsFor(folder, depth, packages = packagesOf(folder)) {
  const allowed = [folder, ...MAY_IMPORT[folder]].join('|');
  return [
    {
      // Matches exactly up to src/, then down into a folder that is not allowed.
      regex: `^(\\.\\./){${depth}}(?!(\\.\\./)|(${allowed})(/|$))`,
      message: `src/${folder} may import only: ${MAY_IMPORT[folder].join(', ') || 'itself'}.`,
    },
    {
      regex: `^(\\.\\./){${depth + 1}}|^\\.\\.$|^\\./(.*/)?\\.\\.(/|$)`,
      message: 'Write the shortest path, and stay inside src/.',
    },
    packagesExcept(packages),
  ];
}

/** Adds the order of the rooms to what holds for the whole engine. */
function patternsForRoom(room, depth) {
  const later = ENGINE_ROOMS.slice(ENGINE_ROOMS.indexOf(room) + 1);
  const order = {
    // Matches exactly up to src/engine/, then down into a later room.
    regex: `^(\\.\\./){${depth}}(${later.join('|')})(/|$)`,
    message: `src/engine/${room} is imported by ${later.join(', ')}, and imports none of them.`,
  };
  return [...(later.length > 0 ? [order] : []), ...patternsFor('engine', depth + 1)];
}

function packagesExcept(allowed) {
  return {
    regex: allowed === undefined ? '^[^.]' : `^(?!${allowed})[^.]`,
    message:
      allowed === undefined
        ? 'The core imports no package.'
        : `Of packages, only ${allowed.replaceAll(/[$()]/g, '').replace('|', ' and ')} may be imported here.`,
  };
}
